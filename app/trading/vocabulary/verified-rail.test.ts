import { describe, expect, it } from 'vitest';
import { isVerifiedOrder, verifiedRail, type RailFacts } from './verified-rail';

const day = (n: number) => new Date(Date.UTC(2026, 4, n));
const placed: RailFacts = {
  state: 'placed',
  buyerVerifiedAt: day(1),
  lotVerifiedAt: day(2),
  evidenceAt: day(3),
  paidAt: null,
  deliveredAt: null,
  settledAt: null,
  payoutMismatch: false,
};
const states = (facts: RailFacts) => verifiedRail(facts).map(({ state }) => state);

describe('the rail of six checks', () => {
  it('waits for the money of a placed order', () => {
    expect(states(placed)).toEqual(['done', 'done', 'done', 'current', 'todo', 'todo']);
    expect(verifiedRail(placed)[0]).toEqual({ key: 'buyer', state: 'done', at: '2026-05-01T00:00:00.000Z' });
  });

  it('moves with the order, and is verified only at its end', () => {
    const delivered: RailFacts = { ...placed, state: 'delivered', paidAt: day(4), deliveredAt: day(5) };
    expect(states(delivered)).toEqual(['done', 'done', 'done', 'done', 'done', 'current']);
    expect(isVerifiedOrder(verifiedRail(delivered))).toBe(false);
    expect(isVerifiedOrder(verifiedRail({ ...delivered, state: 'settled', settledAt: day(6) }))).toBe(true);
  });

  it('shows where a gone order stopped, and a payout that did not arrive as sent', () => {
    expect(states({ ...placed, state: 'expired' })).toEqual(['done', 'done', 'done', 'problem', 'todo', 'todo']);
    expect(
      states({ ...placed, state: 'delivered', paidAt: day(4), deliveredAt: day(5), payoutMismatch: true })[5],
    ).toBe('problem');
  });
});
