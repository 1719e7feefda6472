import { lotTitle } from '#app/catalogue/vocabulary/lot-title';
import { commodityText } from '#app/prices/series/labels';
import { EmptyState } from '#app/ui/display/empty-state';
import { useWords } from '#app/platform/i18n/use-words';
import type { Need, NeedLine } from './needs-you.server';

const TITLE: Record<Need, string> = {
  frozen: 'programme:need.frozen',
  mismatch: 'programme:need.mismatch',
  'late-payout': 'programme:need.latePayout',
  'approve-payout': 'programme:need.approvePayout',
  'prepare-payout': 'programme:need.preparePayout',
  'under-floor': 'programme:need.underFloor',
  application: 'programme:need.application',
  lot: 'programme:need.lot',
  'stale-price': 'programme:need.stalePrice',
};

const ACTION: Record<Need, string> = {
  frozen: 'programme:need.look',
  mismatch: 'programme:need.solve',
  'late-payout': 'programme:need.look',
  'approve-payout': 'programme:need.approve',
  'prepare-payout': 'programme:need.prepare',
  'under-floor': 'programme:need.look',
  application: 'programme:need.review',
  lot: 'programme:need.review',
  'stale-price': 'programme:need.look',
};

type Place = { one: (id: string) => string; all: string };

/** Where the longest waiting one is, and where all of them are. */
const PLACE: Record<Need, Place> = {
  frozen: { one: (id) => `/programme/orders/${id}/dispute`, all: '/programme/work' },
  mismatch: { one: (id) => `/programme/payouts/${id}`, all: '/programme/payouts' },
  'late-payout': { one: (id) => `/programme/payouts/${id}`, all: '/programme/payouts' },
  'approve-payout': { one: (id) => `/programme/payouts/${id}`, all: '/programme/payouts' },
  'prepare-payout': { one: (id) => `/programme/payouts/new?order=${id}`, all: '/programme/payouts/new' },
  'under-floor': { one: (id) => `/programme/orders/${id}`, all: '/programme/orders' },
  application: { one: (id) => `/programme/applications/${id}`, all: '/programme/work' },
  lot: { one: (id) => `/programme/lots/${id}`, all: '/programme/work' },
  'stale-price': { one: (id) => `/prices/${id}`, all: '/prices' },
};

/** For who only looks, where the page behind is one of a deed. */
const PLACE_TO_LOOK: Partial<Record<Need, Place>> = {
  'prepare-payout': { one: (id) => `/programme/orders/${id}`, all: '/programme/payouts' },
};

/**
 * What waits for staff: one line for each kind, the longest waiting by name. `decides`: the reader may do
 * what waits.
 */
export function NeedsList({ needs, decides }: { needs: readonly NeedLine[]; decides: boolean }) {
  const { t } = useWords();
  if (needs.length === 0) {
    return (
      <EmptyState title={t('programme:need.nothing')} icon="check">
        {t('programme:need.nothingText')}
      </EmptyState>
    );
  }
  return (
    <ul className="divide-y divide-line">
      {needs.map((line) => (
        <NeedRow key={line.need} line={line} decides={decides} />
      ))}
    </ul>
  );
}

function NeedRow({ line: { need, count, first }, decides }: { line: NeedLine; decides: boolean }) {
  const words = useWords();
  const { t, format } = words;
  const { one, all } = (decides ? undefined : PLACE_TO_LOOK[need]) ?? PLACE[need];
  const action = t(decides ? ACTION[need] : 'programme:need.look');
  const plain = need === 'stale-price' ? commodityText(t, first.name) : first.name;
  const called = first.lot ? lotTitle(first.lot, words) : plain;
  const name = first.organisation ? `${called}, ${first.organisation}` : called;
  return (
    <li className="flex items-start justify-between gap-4 py-3 first:pt-0 last:pb-0">
      <div className="min-w-0">
        <p className="font-semibold">{t(TITLE[need], { count })}</p>
        <p className="text-sm text-soft">{t('programme:need.since', { name, date: format.date(first.since) })}</p>
        {count > 1 ? (
          <a href={all} className="inline-flex min-h-11 items-center text-sm sm:min-h-8">
            {t('programme:need.all', { count })}
          </a>
        ) : null}
      </div>
      <a
        href={one(first.id)}
        aria-label={`${action}: ${name}`}
        className="inline-flex min-h-11 shrink-0 items-center sm:min-h-8"
      >
        {action}
      </a>
    </li>
  );
}
