import { isGone, type OrderState } from '../lifecycle/order-lifecycle';

export const RAIL_CHECKS = ['buyer', 'lot', 'price', 'funds', 'goods', 'payout'] as const;
export type RailCheckKey = (typeof RAIL_CHECKS)[number];
export type RailCheck = {
  key: RailCheckKey;
  state: 'done' | 'current' | 'todo' | 'problem';
  /** ISO time at which the check was met. */
  at: string | null;
};

export type RailFacts = {
  state: OrderState;
  buyerVerifiedAt: Date | null;
  lotVerifiedAt: Date | null;
  evidenceAt: Date | null;
  paidAt: Date | null;
  /** The buyer confirmed that the goods agree with their assay or description. */
  deliveredAt: Date | null;
  settledAt: Date | null;
  payoutMismatch: boolean;
};

/**
 * The six checks of a verified order, each with its time. The first that is open is the current one. An order
 * that is gone stops where it was. Only an order with six checks counts as income or as a comparable sale.
 */
export function verifiedRail(facts: RailFacts): RailCheck[] {
  const times: Record<RailCheckKey, Date | null> = {
    buyer: facts.buyerVerifiedAt,
    lot: facts.lotVerifiedAt,
    price: facts.evidenceAt,
    funds: facts.paidAt,
    goods: facts.deliveredAt,
    payout: facts.settledAt,
  };
  const gone = isGone(facts.state);
  const moneyGone = gone && facts.paidAt !== null;
  const current = RAIL_CHECKS.find((key) => times[key] === null);
  return RAIL_CHECKS.map((key) => {
    const at = times[key]?.toISOString() ?? null;
    // Funds that were received and went back are not there.
    if (key === 'funds' && moneyGone) return { key, state: 'problem', at };
    if (at !== null) return { key, state: 'done', at };
    if (key === 'payout' && facts.payoutMismatch) return { key, state: 'problem', at };
    if (key !== current) return { key, state: 'todo', at };
    return { key, state: gone ? 'problem' : 'current', at };
  });
}

export function isVerifiedOrder(rail: readonly RailCheck[]): boolean {
  return rail.every(({ state }) => state === 'done');
}
