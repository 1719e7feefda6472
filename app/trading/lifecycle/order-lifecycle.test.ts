import { describe, expect, it } from 'vitest';
import {
  CLOSED_STATES,
  findStep,
  FREEZABLE,
  isGone,
  MOVERS,
  OPEN_STATES,
  openActions,
  ORDER_ACTIONS,
  ORDER_STATES,
  ORDER_STEPS,
} from './order-lifecycle';

// Every cell that is allowed, written out by hand: from/action/by → to. All others must be refused.
const ALLOWED: Record<string, string> = {
  'none/place/buyer': 'placed',
  'placed/pay/system': 'paid',
  'placed/cancel/buyer': 'cancelled',
  'placed/cancel/cooperative': 'cancelled',
  'placed/expire/system': 'expired',
  'paid/ship/cooperative': 'shipped',
  'shipped/confirm-delivery/buyer': 'delivered',
  'delivered/settle/system': 'settled',
  'expired/refund/system': 'refunded',
  'cancelled/refund/system': 'refunded',
  'paid/freeze/system': 'paid',
  'paid/thaw/system': 'paid',
  'paid/lose/system': 'lost',
  'paid/refund/system': 'refunded',
  'shipped/freeze/system': 'shipped',
  'shipped/thaw/system': 'shipped',
  'shipped/lose/system': 'lost',
  'shipped/refund/system': 'refunded',
  'delivered/freeze/system': 'delivered',
  'delivered/thaw/system': 'delivered',
  'delivered/lose/system': 'lost',
  'delivered/refund/system': 'refunded',
};
/** What may still happen to an order that stands still: its money is found, or lost. */
const WHILE_FROZEN = ['thaw', 'lose', 'refund'];
const cells = [null, ...ORDER_STATES].flatMap((from) =>
  ORDER_ACTIONS.flatMap((action) =>
    MOVERS.map((by) => ({ from, action, by, name: `${from ?? 'none'}/${action}/${by}` })),
  ),
);

describe('the life of an order', () => {
  it.each(cells)('$name', ({ from, action, by, name }) => {
    const step = findStep(from, action, by);
    if (ALLOWED[name]) expect(step).toMatchObject({ ok: true, value: { to: ALLOWED[name] } });
    else expect(step).toMatchObject({ ok: false, code: someoneMay(from, action) ? 'order-mover' : 'order-state' });
  });

  it.each(cells.filter(({ from, name }) => ALLOWED[name] && FREEZABLE.some((state) => state === from)))(
    '$name, frozen',
    ({ from, action, by, name }) => {
      const step = findStep(from, action, by, true);
      if (WHILE_FROZEN.includes(action)) expect(step).toMatchObject({ ok: true, value: { to: ALLOWED[name] } });
      else expect(step).toMatchObject({ ok: false, code: 'order-frozen' });
      if (from) expect(openActions(from, by, true).includes(action)).toBe(WHILE_FROZEN.includes(action));
    },
  );

  function someoneMay(from: string | null, action: string): boolean {
    return Object.keys(ALLOWED).some((name) => name.startsWith(`${from ?? 'none'}/${action}/`));
  }

  it('has no other step, and reaches every state', () => {
    expect(ORDER_STEPS.reduce((count, { by }) => count + by.length, 0)).toBe(Object.keys(ALLOWED).length);
    expect(new Set(ORDER_STEPS.map(({ to }) => to))).toEqual(new Set(ORDER_STATES));
  });

  it('ends where nothing more can be done', () => {
    const ends = ORDER_STATES.filter((state) => MOVERS.every((by) => openActions(state, by).length === 0));
    expect(ends).toEqual(['settled', 'refunded', 'lost']);
    expect(ORDER_STATES.filter(isGone)).toEqual(['expired', 'cancelled', 'refunded', 'lost']);
  });

  it('mirrors the placed entry wherever an order goes unpaid', () => {
    for (const { from, to, posts } of ORDER_STEPS) {
      if (from === 'placed' && isGone(to)) expect(posts).toEqual(['reversal']);
    }
  });
});

it('an order is open until a step settles or closes it', () => {
  expect(OPEN_STATES).toEqual(['placed', 'paid', 'shipped', 'delivered']);
  expect(CLOSED_STATES).toEqual(['settled', 'expired', 'cancelled', 'refunded', 'lost']);
  expect(ORDER_STATES.filter(isGone)).toEqual(['expired', 'cancelled', 'refunded', 'lost']);
});
