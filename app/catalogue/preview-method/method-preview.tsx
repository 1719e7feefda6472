import { asCurrency } from '#app/money/currency';
import { LEVEL_LABEL } from '#app/valuation/vocabulary/method-labels';
import { DataTable } from '#app/ui/display/table';
import { Card } from '#app/ui/layout/card';
import type { ComputedBand } from '../lot-band/lot-band.server';
import { lotTitle } from '../vocabulary/lot-title';
import type { MethodPreview, PreviewedLot } from './preview-method.server';
import { useWords } from '#app/platform/i18n/use-words';
import { VerdictBadge } from '../lot-band/verdict-badge';

/**
 * What a change of terms would do to lots for sale: their three prices and the verdict on their ask, before
 * and after.
 */
export function MethodPreviewCard({ preview }: { preview: MethodPreview }) {
  const words = useWords();
  const { t, format } = words;
  const { lots, total } = preview;
  const money = (minor: bigint, lot: PreviewedLot) =>
    format.money({ minor, currency: asCurrency(lot.currency) }, { whole: true });
  const figure = (lot: PreviewedLot, name: 'floorMinor' | 'fairMinor' | 'ceilingMinor') => {
    const [was, now] = [lot.before.band?.[name], lot.after.band?.[name]];
    if (now === undefined) return <span className="text-soft">{t('catalogue:verdict.none')}</span>;
    return (
      <span className="whitespace-nowrap">
        {was === undefined || was === now ? null : <del className="block text-sm text-soft">{money(was, lot)}</del>}
        {was === now ? money(now, lot) : <strong>{money(now, lot)}</strong>}
      </span>
    );
  };
  return (
    <Card
      id="preview"
      title={t('catalogue:preview.title')}
      sub={t('catalogue:preview.sub', { shown: lots.length, total })}
    >
      <DataTable
        caption={t('catalogue:preview.title')}
        captionHidden
        rows={lots}
        rowKey={({ id }) => id}
        empty={<p className="text-soft">{t('catalogue:preview.none')}</p>}
        columns={[
          {
            key: 'lot',
            header: t('catalogue:own.lot'),
            rowHeader: true,
            cell: (lot) => (
              <a href={`/lots/${lot.id}`} className="inline-block py-1.5">
                {lotTitle(lot, words)}
              </a>
            ),
          },
          { key: 'floor', header: t(LEVEL_LABEL.floor), align: 'end', cell: (lot) => figure(lot, 'floorMinor') },
          { key: 'fair', header: t(LEVEL_LABEL.fair), align: 'end', cell: (lot) => figure(lot, 'fairMinor') },
          {
            key: 'ceiling',
            header: t(LEVEL_LABEL.ceiling),
            align: 'end',
            cell: (lot) => figure(lot, 'ceilingMinor'),
          },
          { key: 'ask', header: t('catalogue:own.ask'), align: 'end', cell: (lot) => money(lot.askMinor, lot) },
          {
            key: 'verdict',
            header: t('catalogue:own.verdict'),
            cell: ({ before, after }) => (
              <span className="flex flex-wrap gap-1.5">
                {verdictOf(before) === verdictOf(after) ? null : (
                  <>
                    <VerdictBadge verdict={verdictOf(before)} />
                    <span aria-hidden="true">→</span>
                  </>
                )}
                <VerdictBadge verdict={verdictOf(after)} />
              </span>
            ),
          },
        ]}
      />
    </Card>
  );
}

function verdictOf({ band }: ComputedBand): string | null {
  return band?.verdict ?? null;
}
