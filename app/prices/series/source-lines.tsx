import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import type { FxReference, ReferencePrice } from './known-prices';
import { seriesKeyText } from './labels';
import { shippedText } from '#app/platform/i18n/shipped-text';
import { perText } from '../vocabulary/unit-text';

type Props = {
  references: readonly Pick<
    ReferencePrice,
    'series' | 'value' | 'currency' | 'per' | 'period' | 'source' | 'licence' | 'ageDays' | 'state'
  >[];
  rates: readonly FxReference[];
};

/** Every price and rate that a figure was made from, with its date, source, licence and age. */
export function SourceLines({ references, rates }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="space-y-1 text-sm text-soft">
      {references.map((one) => (
        <p key={one.series}>
          <a href={`/prices/${one.series}`} className="inline-block py-1">
            {seriesKeyText(t, one.series)}
          </a>{' '}
          <span className="text-xs">({one.series})</span>
          {format.colon}{' '}
          {t('pricing:calculator.reference', {
            price: format.price(one.value, one.currency, 2),
            unit: perText(t, one.per),
            period: format.date(one.period, 'month'),
            source: shippedText(t, one.source),
            licence: shippedText(t, one.licence),
          })}{' '}
          <span className={one.state === 'stale' ? 'font-semibold text-ochre-deep' : ''}>
            {t('pricing:calculator.age', { days: one.ageDays })}
          </span>
        </p>
      ))}
      {rates.map((rate) => (
        <p key={`${rate.base}${rate.quote}`}>
          {t('pricing:calculator.rate', {
            rate: format.rate(rate.rate),
            base: rate.base,
            quote: rate.quote,
            date: format.date(rate.on),
            source: shippedText(t, rate.source),
          })}
        </p>
      ))}
    </div>
  );
}
