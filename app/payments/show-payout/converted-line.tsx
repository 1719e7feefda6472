import { useTranslation } from 'react-i18next';
import { asCurrency } from '#app/money/currency';
import { useFormat } from '#app/platform/i18n/use-format';

export type Converted = {
  minor: bigint;
  currency: string;
  from: string;
  rate: string;
  date: string;
  source: string;
};

/** A sum in the currency that the payee counts in, marked as worked out, with the rate that was used. */
export function ConvertedLine({ converted }: { converted: Converted }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { minor, currency, from, rate, date, source } = converted;
  return (
    <p className="mt-1 text-sm text-soft">
      {t('payments:converted', {
        amount: format.money({ minor, currency: asCurrency(currency) }),
        rate: format.number(rate),
        to: currency,
        from,
        date: format.date(date),
        source,
      })}
    </p>
  );
}
