import { ownLots, type OwnLot } from '#app/catalogue/own-lots/own-lots-page.server';
import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import type { Deps } from '#app/platform/deps';
import { applicationPage } from '#app/verification/applications/application-page.server';
import { moneyOnItsWay, type ComingMoney } from './coming-money.server';
import { todayPrices, type TodayPrices } from './today-prices.server';
import { waitingProceeds, type WaitingProceeds } from './waiting-proceeds.server';

export type TodayPage = {
  name: string;
  application: { state: string; missing: number; programmeName: string | null };
  drafts: { count: number; firstId: string | null };
  /** Paid orders that wait to be sent, and payouts that wait to be confirmed. */
  toShip: { id: string; number: string }[];
  /** Nothing can be done for these but to wait; a sum other than announced can be reported. */
  frozen: { id: string; number: string }[];
  toConfirm: { payoutId: string; number: string; amountMinor: bigint; currency: string }[];
  toShare: WaitingProceeds[];
  coming: ComingMoney[];
  prices: TodayPrices;
  lots: OwnLot[];
  canList: boolean;
  canConfirm: boolean;
  canShare: boolean;
  today: string;
};

/** What a cooperative needs to see in the morning: what waits for it, its money on its way, the prices of what it makes. */
export async function todayPage(deps: Deps, { actor }: { actor: Actor }): Promise<TodayPage> {
  const [application, own, coming, toShare, prices, draft] = await Promise.all([
    applicationPage(deps, { actor }),
    ownLots(deps, { actor, state: 'listed', cursor: null }),
    moneyOnItsWay(deps, { cooperativeId: actor.organisationId }),
    waitingProceeds(deps, { cooperativeId: actor.organisationId }),
    todayPrices(deps, actor),
    deps.db.lot.findFirst({
      where: { cooperativeId: actor.organisationId, state: 'draft' },
      orderBy: { createdAt: 'desc' },
      select: { id: true },
    }),
  ]);
  return {
    name: actor.organisationName,
    application: { state: application.state, missing: application.missing, programmeName: application.programmeName },
    drafts: { count: own.counts.draft ?? 0, firstId: draft?.id ?? null },
    toShip: coming
      .filter(({ stage, frozen }) => stage === 'paid' && !frozen)
      .map(({ orderId, number }) => ({ id: orderId, number })),
    frozen: coming.filter(({ frozen }) => frozen).map(({ orderId, number }) => ({ id: orderId, number })),
    toConfirm: coming.flatMap(({ stage, payoutId, number, amountMinor, currency, frozen }) =>
      stage === 'sent' && payoutId && !frozen ? [{ payoutId, number, amountMinor, currency }] : [],
    ),
    toShare,
    coming,
    prices,
    lots: own.lots.slice(0, 3),
    canList: can(actor, 'lot:write'),
    canConfirm: can(actor, 'payout:confirm'),
    canShare: can(actor, 'distribution:write'),
    today: deps.clock.now().toISOString(),
  };
}
