import { describe, expect, it } from 'vitest';
import { postEntry } from '#app/ledger/post-entry.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { lockOrder, moveOrder } from '#app/trading/lifecycle/move-order.server';
import { mustPost, unplace } from '#app/trading/lifecycle/must-post.server';
import { expectBooksToHold } from '#tests/support/money-invariants';
import { testDeps } from '#tests/support/test-deps';
import { market } from './market';

describe('the table of an order acts', async () => {
  const deps = await testDeps();
  const town = await market(deps);
  const cancel = { action: 'cancel', by: 'buyer', byUserId: null } as const;
  const events = (orderId: string) => deps.db.orderEvent.count({ where: { orderId } });

  it('undoes a step that posts less than the table says', async () => {
    const orderId = await town.orderIn('placed');
    const careless = inTransaction(deps.db, async (tx) => moveOrder(tx, deps, await lockOrder(tx, orderId), cancel));
    await expect(careless).rejects.toThrow(/the steps cancel post reversal, and did not/);
    expect([(await town.order(orderId)).state, await events(orderId)]).toEqual(['placed', 1]);
  });

  it('undoes a step that posts what no step names', async () => {
    const orderId = await town.orderIn('placed');
    const { currency } = await town.order(orderId);
    const careless = inTransaction(deps.db, async (tx) => {
      await moveOrder(tx, deps, await lockOrder(tx, orderId), cancel);
      await unplace(tx, deps, { orderId, occurredAt: deps.clock.now() });
      await mustPost(tx, deps, {
        ...{ key: `test:${orderId}`, kind: 'member-paid', orderId, currency: currency as 'USD' },
        occurredAt: deps.clock.now(),
        postings: [
          { account: { code: 'bank' }, amountMinor: 5n },
          { account: { code: 'mobile-money' }, amountMinor: -5n },
        ],
      });
    });
    await expect(careless).rejects.toThrow(/the steps cancel do not post member-paid, and did/);
    expect((await town.order(orderId)).state).toBe('placed');
    expect(await deps.db.journalEntry.count({ where: { orderId } })).toBe(1);
  });

  it.each([
    ['placed', 'pay', { receivedMinor: 1n }],
    ['placed', 'expire', {}],
    ['shipped', 'confirm-delivery', { agreed: false }],
    ['delivered', 'settle', { payoutState: 'mismatch' }],
    ['paid', 'freeze', { openMatters: 0 }],
    ['delivered', 'lose', { wholeIsGone: true, paidOut: true }],
  ] as const)('asks the guard itself: in %s nobody can %s without what it needs', async (state, action, facts) => {
    const orderId = await town.orderIn(state);
    const order = await town.order(orderId);
    await deps.db.order.update({
      where: { id: orderId },
      data: action === 'lose' ? { frozenFor: 'dispute', frozenAt: deps.clock.now() } : {},
    });
    const by = action === 'confirm-delivery' ? 'buyer' : 'system';
    const forced = inTransaction(deps.db, async (tx) =>
      moveOrder(tx, deps, await lockOrder(tx, orderId), { action, by, byUserId: null, facts }),
    );
    await expect(forced).rejects.toThrow(new RegExp(`cannot ${action}: not so that`));
    expect((await town.order(orderId)).state).toBe(order.state);
    await deps.db.order.update({ where: { id: orderId }, data: { frozenFor: null, frozenAt: null } });
  });

  it('holds entries of other orders and those outside any step against nothing', async () => {
    const orderId = await town.orderIn('placed');
    const posted = await inTransaction(deps.db, (tx) =>
      postEntry(tx, deps, {
        ...{ key: `free:${orderId}`, kind: 'member-paid', orderId, currency: 'USD', occurredAt: deps.clock.now() },
        postings: [
          { account: { code: 'bank' }, amountMinor: 5n },
          { account: { code: 'mobile-money' }, amountMinor: -5n },
        ],
      }),
    );
    expect(posted.ok).toBe(true);
    await expectBooksToHold(deps);
  });
});
