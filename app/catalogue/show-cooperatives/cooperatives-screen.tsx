import { Badge } from '#app/ui/display/badge';
import { EmptyState } from '#app/ui/display/empty-state';
import { CellGrid } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import { MineralGlyph } from '../art/mineral-glyph';
import { isMineral } from '../products/minerals';
import { MINERAL_LABEL } from '../vocabulary/labels';
import type { CooperativeRow } from './cooperatives-page.server';
import { useWords } from '#app/platform/i18n/use-words';

export function CooperativesScreen({ cooperatives }: { cooperatives: CooperativeRow[] }) {
  const { t } = useWords();
  return (
    <>
      <PageHeader title={t('catalogue:cooperatives.title')} sub={t('catalogue:cooperatives.sub')} />
      {cooperatives.length === 0 ? (
        <EmptyState title={t('catalogue:cooperatives.noneTitle')} icon="people">
          {t('catalogue:cooperatives.noneText')}
        </EmptyState>
      ) : (
        <CellGrid>
          {cooperatives.map((cooperative) => (
            <CooperativeCard key={cooperative.id} cooperative={cooperative} />
          ))}
        </CellGrid>
      )}
    </>
  );
}

function CooperativeCard({ cooperative }: { cooperative: CooperativeRow }) {
  const { t, format } = useWords();
  const place = [cooperative.district, format.country(cooperative.countryCode)].filter(Boolean).join(', ');
  const minerals = cooperative.minerals.filter(isMineral);
  return (
    <article className="group relative flex min-w-0 flex-col rounded-card border border-line bg-card p-4 shadow-card focus-within:border-oxide hover:border-oxide sm:p-5">
      <h2 className="font-display text-lg leading-snug font-semibold">
        <a
          href={`/cooperatives/${cooperative.slug}`}
          className="text-ink no-underline before:absolute before:inset-0 before:rounded-card group-hover:underline"
        >
          {cooperative.name}
        </a>
      </h2>
      <p className="mt-0.5 text-sm text-soft">{place}</p>
      {minerals.length > 0 ? (
        <ul className="mt-3 flex flex-wrap gap-x-4 gap-y-2 text-sm">
          {minerals.map((mineral) => (
            <li key={mineral} className="flex items-center gap-2">
              <MineralGlyph mineral={mineral} size={24} />
              {t(MINERAL_LABEL[mineral])}
            </li>
          ))}
        </ul>
      ) : null}
      <p className="mt-3 text-sm">{t('catalogue:cooperatives.listed', { count: cooperative.listed })}</p>
      <div className="mt-auto flex flex-wrap gap-1.5 pt-3">
        <Badge tone="good">{t('catalogue:seller.reviewed', { date: format.date(cooperative.acceptedAt) })}</Badge>
        {cooperative.womenLed ? <Badge>{t('catalogue:badge.womenLed')}</Badge> : null}
      </div>
    </article>
  );
}
