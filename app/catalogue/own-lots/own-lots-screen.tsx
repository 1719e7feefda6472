import { asCurrency } from '#app/money/currency';
import { LinkButton } from '#app/ui/actions/button';
import { EmptyState } from '#app/ui/display/empty-state';
import { Pagination } from '#app/ui/display/pagination';
import { DataTable } from '#app/ui/display/table';
import { Card } from '#app/ui/layout/card';
import { PageHeader } from '#app/ui/layout/page-header';
import { Tabs } from '#app/ui/layout/tabs';
import { MineralGlyph } from '../art/mineral-glyph';
import { STATE_LABEL } from '../vocabulary/labels';
import { LOT_STATES, type LotState } from '../vocabulary/lot-lifecycle';
import { lotTitle } from '../vocabulary/lot-title';
import type { OwnLot, OwnLots } from './own-lots-page.server';
import { LotBandBar } from '../lot-band/lot-band-bar';
import { noBandText } from '../lot-band/no-band-text';
import { StateBadge } from '../vocabulary/state-badge';
import { useWords } from '#app/platform/i18n/use-words';
import { VerdictBadge } from '../lot-band/verdict-badge';

/** A cooperative's own lots with where each ask stands today. */
export function OwnLotsScreen({
  page,
  state,
  cursor,
  mayWrite,
}: {
  page: OwnLots;
  state: LotState | null;
  cursor: string | null;
  mayWrite: boolean;
}) {
  const { t, format } = useWords();
  const here = (asked: LotState | null) => (asked ? `/cooperative/lots?state=${asked}` : '/cooperative/lots');
  const add = mayWrite ? (
    <LinkButton href="/cooperative/lots/new" icon="plus">
      {t('catalogue:form.newTitle')}
    </LinkButton>
  ) : null;
  const next = page.next ? `${here(state)}${state ? '&' : '?'}after=${page.next}` : null;
  return (
    <>
      <PageHeader
        title={t('catalogue:own.title')}
        sub={t('catalogue:own.sub')}
        actions={
          <>
            {add}
            <LinkButton href="/cooperative/costs" kind="quiet">
              {t('catalogue:own.costs')}
            </LinkButton>
          </>
        }
      />
      {page.total === 0 ? (
        <EmptyState title={t('catalogue:own.noneTitle')} action={add}>
          {t('catalogue:own.noneText')}
        </EmptyState>
      ) : (
        <>
          <Tabs
            label={t('catalogue:own.states')}
            items={[
              {
                href: here(null),
                label: t('catalogue:own.all'),
                current: state === null,
                count: format.number(page.total),
              },
              ...LOT_STATES.filter((one) => page.counts[one] || one === state).map((one) => ({
                href: here(one),
                label: t(STATE_LABEL[one]),
                current: one === state,
                count: format.number(page.counts[one] ?? 0),
              })),
            ]}
          />
          <div className="mt-5">
            <Card>
              <OwnLotsTable lots={page.lots} />
            </Card>
          </div>
          <Pagination
            label={t('catalogue:lots.pages')}
            {...(cursor ? { previous: { href: here(state), label: t('catalogue:lots.first') } } : {})}
            {...(next ? { next: { href: next, label: t('catalogue:lots.next') } } : {})}
          />
        </>
      )}
    </>
  );
}

function OwnLotsTable({ lots }: { lots: OwnLot[] }) {
  const words = useWords();
  const { t, format } = words;
  return (
    <DataTable
      caption={t('catalogue:own.title')}
      captionHidden
      rows={lots}
      rowKey={(lot) => lot.id}
      empty={<p className="text-soft">{t('catalogue:own.noneHere')}</p>}
      columns={[
        {
          key: 'lot',
          header: t('catalogue:own.lot'),
          rowHeader: true,
          cell: (lot) => (
            <span className="flex items-center gap-3">
              <MineralGlyph mineral={lot.mineral} />
              <a href={`/cooperative/lots/${lot.id}`} className="min-w-0 py-1.5">
                {lotTitle(lot, words)}
              </a>
            </span>
          ),
        },
        { key: 'state', header: t('catalogue:own.state'), cell: (lot) => <StateBadge state={lot.state} /> },
        {
          key: 'ask',
          header: t('catalogue:own.ask'),
          align: 'end',
          cell: (lot) => (
            <span className="whitespace-nowrap">
              {format.money({ minor: lot.askMinor, currency: asCurrency(lot.currency) })}
            </span>
          ),
        },
        {
          key: 'band',
          header: t('catalogue:own.band'),
          cell: (lot) =>
            lot.band ? (
              <LotBandBar band={lot.band} askMinor={lot.askMinor} currency={lot.currency} size="sm" />
            ) : (
              <span className="text-sm text-soft">{t(noBandText(lot.noBandReason))}</span>
            ),
          phone: 'wide',
        },
        {
          key: 'verdict',
          header: t('catalogue:own.verdict'),
          cell: (lot) => <VerdictBadge verdict={lot.band?.verdict ?? null} />,
        },
      ]}
    />
  );
}
