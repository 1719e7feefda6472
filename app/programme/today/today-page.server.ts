import { ownLots, type OwnLot } from '#app/catalogue/pages/own-lots.server';
import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import type { Deps } from '#app/platform/deps';
import { isOwnSeries } from '#app/pricing/series/own-series';
import { listSeriesWithLatest, type SeriesLatest } from '#app/pricing/series/list-series-with-latest.server';
import { applicationPage } from '#app/verification/applications/application-page.server';
import { moneyOnItsWay, type ComingMoney } from './coming-money.server';
import { waitingProceeds, type WaitingProceeds } from './waiting-proceeds.server';

export type TodayPage = {
  name: string;
  application: { state: string; missing: number; programmeName: string | null };
  drafts: { count: number; firstId: string | null };
  /** Paid orders that wait to be sent, and payouts that wait to be confirmed. */
  toShip: { id: string; number: string }[];
  toConfirm: { payoutId: string; number: string; amountMinor: bigint; currency: string }[];
  toShare: WaitingProceeds[];
  coming: ComingMoney[];
  prices: SeriesLatest[];
  lots: OwnLot[];
  canList: boolean;
  canConfirm: boolean;
  canShare: boolean;
  today: string;
};

/** What a cooperative needs to see in the morning: what waits for it, its money on its way, the prices of what it makes. */
export async function todayPage(deps: Deps, { actor }: { actor: Actor }): Promise<TodayPage> {
  const [application, own, coming, toShare, series, draft] = await Promise.all([
    applicationPage(deps, { actor }),
    ownLots(deps, { actor, state: 'listed', cursor: null }),
    moneyOnItsWay(deps, { cooperativeId: actor.organisationId }),
    waitingProceeds(deps, { cooperativeId: actor.organisationId }),
    listSeriesWithLatest(deps),
    deps.db.lot.findFirst({
      where: { cooperativeId: actor.organisationId, state: 'draft' },
      orderBy: { createdAt: 'desc' },
      select: { id: true },
    }),
  ]);
  const minerals = await mineralsOf(deps, actor.organisationId);
  return {
    name: actor.organisationName,
    application: { state: application.state, missing: application.missing, programmeName: application.programmeName },
    drafts: { count: own.counts.draft ?? 0, firstId: draft?.id ?? null },
    toShip: coming.filter(({ stage }) => stage === 'paid').map(({ orderId, number }) => ({ id: orderId, number })),
    toConfirm: coming.flatMap(({ stage, payoutId, number, amountMinor, currency }) =>
      stage === 'sent' && payoutId ? [{ payoutId, number, amountMinor, currency }] : [],
    ),
    toShare,
    coming,
    prices: series.filter(
      // What was paid at another pit is no reference for this one.
      ({ key, commodity, latest }) => latest !== null && !isOwnSeries(key) && minerals.includes(commodity),
    ),
    lots: own.lots.slice(0, 3),
    canList: can(actor, 'lot:write'),
    canConfirm: can(actor, 'payout:confirm'),
    canShare: can(actor, 'distribution:write'),
    today: deps.clock.now().toISOString(),
  };
}

async function mineralsOf(deps: Deps, cooperativeId: string): Promise<string[]> {
  const rows = await deps.db.lot.findMany({
    where: { cooperativeId },
    distinct: ['mineral'],
    select: { mineral: true },
  });
  return rows.map(({ mineral }) => mineral);
}
