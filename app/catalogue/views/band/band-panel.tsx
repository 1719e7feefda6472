import { Notice } from '#app/ui/display/notice';
import type { BandView } from '../../pages/parts/band-view';
import { LotBandBar } from './lot-band-bar';
import { ReferenceLines } from './reference-lines';
import { useWords } from '../use-words';
import { verdictText } from './verdict-text';

/** Bar, verdict in one sentence and the prices behind it; or why there is no band. */
export function BandPanel({
  band,
  askMinor,
  workingHref,
}: {
  band: BandView;
  askMinor: bigint | null;
  workingHref: string | null;
}) {
  const words = useWords();
  const { t } = words;
  if (!band.known) {
    return (
      <div className="my-4">
        <Notice tone="info" title={t('catalogue:band.none')}>
          {t(band.reasonKey, band.params)}
        </Notice>
      </div>
    );
  }
  const { verdict } = band;
  const stand = verdict && askMinor !== null ? verdictText({ ...verdict, ...band, askMinor }, words) : null;
  return (
    <>
      <LotBandBar band={band} askMinor={askMinor} currency={band.currency} />
      {stand ? (
        <p className="text-[1.0625rem]">
          <strong>{stand.title}</strong> {stand.sentence}
        </p>
      ) : null}
      <ReferenceLines band={band} workingHref={workingHref} />
    </>
  );
}
