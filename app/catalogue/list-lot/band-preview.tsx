import type { ReactNode } from 'react';
import { PurityRead } from '#app/valuation/vocabulary/purity-read';
import { Card } from '#app/ui/layout/card';
import { decimalPlaces } from '#app/money/decimal';
import { quantityText, type Words } from '../vocabulary/lot-title';
import type { LotPreview } from './lot-preview.server';
import { BandPanel } from '../lot-band/band-panel';
import { useWords } from '#app/platform/i18n/use-words';

const SHOWN_DECIMALS = 2;
export const BAND_PREVIEW_ID = 'band-preview';

/**
 * Today's band of what is typed. The script swaps this element as fields change. Without it the button does
 * the same.
 */
export function BandPreview({ preview, orders }: { preview: LotPreview; orders: ReactNode }) {
  const words = useWords();
  const { t, format } = words;
  const { read } = preview;
  return (
    <div id={BAND_PREVIEW_ID} className="min-w-0 scroll-mt-4 lg:sticky lg:top-4" aria-live="polite">
      <Card title={t('catalogue:form.bandTitle')}>
        {preview.band?.known && preview.askMinor !== null ? (
          <p className="text-sm text-soft">{t('pricing:calculator.inCurrency', { currency: preview.band.currency })}</p>
        ) : null}
        {preview.band ? (
          <BandPanel band={preview.band} askMinor={preview.askMinor} workingHref={null} />
        ) : (
          <p className="text-soft">{t('catalogue:form.bandWaiting')}</p>
        )}
        {read ? (
          <div className="mt-2">
            {read.karat === null ? null : (
              <p className="text-sm font-semibold">{karatText(read.karat, read.purity.value, words)}</p>
            )}
            <PurityRead
              quantity={quantityText(read.quantity, read.unit, words)}
              dry={read.dry === null ? null : quantityText(read.dry, read.unit, words)}
              purity={read.purity}
            />
          </div>
        ) : null}
        {orders ? <div className="mt-3">{orders}</div> : null}
        {preview.stoneCt ? (
          <p className="mt-2 text-soft">{t('catalogue:form.stoneEach', { size: format.number(preview.stoneCt) })}</p>
        ) : null}
        {preview.issues.length > 0 ? (
          <ul className="mt-2 list-disc space-y-1 pl-5 text-sm font-semibold text-red">
            {preview.issues.map((issue) => (
              <li key={issue.path}>{t(issue.messageKey, issue.params)}</li>
            ))}
          </ul>
        ) : null}
        {preview.band?.known && preview.askMinor === null ? (
          <p className="mt-2 text-soft">{t('catalogue:form.bandNoAsk', { currency: preview.band.currency })}</p>
        ) : null}
      </Card>
    </div>
  );
}

/** `18 karat = 750‰`, `22 karat ≈ 916.67‰`: what was typed beside what is kept of it. */
function karatText(karat: string, permil: string, { t, format }: Words): string {
  const fineness = `${format.number(permil, { maxDecimals: SHOWN_DECIMALS })}‰`;
  const equals = decimalPlaces(permil) > SHOWN_DECIMALS ? '≈' : '=';
  return t('catalogue:form.karatRead', { karat: format.number(karat), equals, fineness });
}
