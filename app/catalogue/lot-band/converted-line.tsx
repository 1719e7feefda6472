import { asCurrency } from '#app/money/currency';
import { shippedText } from '#app/platform/i18n/shipped-text';
import type { ConvertedAmount } from './converted-amount.server';
import { useWords } from '#app/platform/i18n/use-words';

/** An amount in another currency, in whole units since it is to compare by, with its rate, day and source. */
export function ConvertedLine({ amount }: { amount: ConvertedAmount }) {
  const { t, format } = useWords();
  return (
    <p className="text-sm text-soft">
      {t('catalogue:price.converted', {
        amount: format.money({ minor: amount.minor, currency: asCurrency(amount.currency) }, { whole: true }),
        ...{ rate: format.rate(amount.rate), base: amount.base, quote: amount.quote },
        ...{ date: format.date(amount.on), source: shippedText(t, amount.source) },
      })}
    </p>
  );
}
