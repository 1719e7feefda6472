import { Card } from '#app/ui/layout/card';
import type { LotPreview } from '../../pages/lot-preview.server';
import { BandPanel } from '../band/band-panel';
import { useWords } from '../use-words';

export const BAND_PREVIEW_ID = 'band-preview';

/** Today's band of what is typed. The script swaps this element as fields change; without it the button does the same. */
export function BandPreview({ preview }: { preview: LotPreview }) {
  const { t, format } = useWords();
  return (
    <div id={BAND_PREVIEW_ID} className="min-w-0 scroll-mt-4 lg:sticky lg:top-4" aria-live="polite">
      <Card title={t('catalogue:form.bandTitle')}>
        {preview.band ? (
          <BandPanel band={preview.band} askMinor={preview.askMinor} workingHref={null} />
        ) : (
          <p className="text-soft">{t('catalogue:form.bandWaiting')}</p>
        )}
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
