import { seriesKeyText } from '#app/prices/series/labels';
import type { KnownBand } from './known-band';
import { shippedText } from '#app/platform/i18n/shipped-text';
import { perText } from '#app/prices/vocabulary/unit-text';
import { useWords } from '#app/platform/i18n/use-words';

/** Source, period, age and licence of every price in a band, and the way to its working. */
export function ReferenceLines({
  band,
  workingHref,
}: {
  band: Pick<KnownBand, 'method' | 'references' | 'rates'>;
  workingHref: string | null;
}) {
  const { t, format } = useWords();
  return (
    <div className="mt-2 space-y-1 text-sm text-soft">
      {band.references.map((reference) => (
        <p key={reference.series}>
          {t('catalogue:reference.line', {
            price: format.price(reference.value, reference.currency, 2),
            name: seriesKeyText(t, reference.series),
            unit: perText(t, reference.per),
            period: format.date(reference.period, 'month'),
            source: shippedText(t, reference.source),
            licence: shippedText(t, reference.licence),
          })}{' '}
          <span className={reference.state === 'stale' ? 'font-semibold text-ochre-deep' : ''}>
            {t('catalogue:reference.age', { days: reference.ageDays })}
          </span>
        </p>
      ))}
      {band.rates.map((rate) => (
        <p key={`${rate.base}${rate.quote}`}>
          {t('catalogue:reference.rate', {
            rate: format.rate(rate.rate),
            base: rate.base,
            quote: rate.quote,
            date: format.date(rate.on),
            source: shippedText(t, rate.source),
          })}
        </p>
      ))}
      <p>
        <a href={`/methods/${band.method.split('/')[0] ?? ''}`} className="inline-block py-1">
          {t('catalogue:reference.method', { method: band.method })}
        </a>
        {workingHref ? (
          <>
            {' · '}
            <a href={workingHref} className="inline-block py-1">
              {t('catalogue:reference.working')}
            </a>
          </>
        ) : null}
      </p>
    </div>
  );
}
