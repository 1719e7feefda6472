import { LinkButton } from '#app/ui/actions/button';
import { EmptyState } from '#app/ui/display/empty-state';
import { Notice } from '#app/ui/display/notice';
import { Pagination } from '#app/ui/display/pagination';
import { CellGrid, Columns } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import { Tabs } from '#app/ui/layout/tabs';
import type { LotCard } from './lot-card';
import { searchHref, SORTS, type Facet, type LotSearch, type Sort } from './lot-search';
import { ListedLotCard } from './listed-lot-card';
import { LotFacets, type FacetCount } from './lot-facets';
import { useWords } from '#app/platform/i18n/use-words';

const SORT_LABEL: Record<Sort, string> = {
  newest: 'catalogue:sort.newest',
  fairness: 'catalogue:sort.fairness',
  mass: 'catalogue:sort.mass',
};

interface LotListProps {
  search: LotSearch;
  cursor: string | null;
  lots: LotCard[];
  counts: { total: bigint; byFacet: Record<Facet, FacetCount[]> };
  next: string | null;
}

/** Lots for sale with their facets. The address holds the whole state. */
export function LotListScreen({ search, cursor, lots, counts, next }: LotListProps) {
  const { t, format } = useWords();
  const total = Number(counts.total);
  return (
    <>
      <PageHeader title={t('catalogue:lots.title')} sub={t('catalogue:lots.sub')} />
      <Columns
        side="left-narrow"
        asideFirst
        aside={<LotFacets search={search} counts={counts.byFacet} />}
        main={
          <>
            {search.unknown.length > 0 ? (
              <Notice tone="warn">{t('catalogue:lots.unknown', { values: search.unknown.join(', ') })}</Notice>
            ) : null}
            <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
              <p className="font-semibold" role="status">
                {t('catalogue:lots.count', { count: total, figure: format.number(counts.total) })}
              </p>
              <Tabs
                label={t('catalogue:sort.label')}
                items={SORTS.map((sort) => ({
                  href: searchHref(search, { sort }),
                  label: t(SORT_LABEL[sort]),
                  current: sort === search.sort,
                }))}
              />
            </div>
            {lots.length === 0 ? (
              <EmptyState
                title={t('catalogue:lots.noneTitle')}
                icon="search"
                action={
                  <LinkButton href="/lots" kind="quiet">
                    {t('catalogue:facet.clear')}
                  </LinkButton>
                }
              >
                {t('catalogue:lots.noneText')}
              </EmptyState>
            ) : (
              <CellGrid>
                {lots.map((lot) => (
                  <ListedLotCard key={lot.id} lot={lot} />
                ))}
              </CellGrid>
            )}
            <Pagination
              label={t('catalogue:lots.pages')}
              {...(cursor ? { previous: { href: searchHref(search), label: t('catalogue:lots.first') } } : {})}
              {...(next
                ? { next: { href: searchHref(search, { after: next }), label: t('catalogue:lots.next') } }
                : {})}
            />
          </>
        }
      />
    </>
  );
}
