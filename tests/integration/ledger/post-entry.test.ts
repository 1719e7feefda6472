import { describe, expect, it } from 'vitest';
import type { EntryInput } from '#app/ledger/entry';
import { orderPostings } from '#app/ledger/postings/order-postings.server';
import { postEntry } from '#app/ledger/post-entry.server';
import { reverseEntry } from '#app/ledger/reverse-entry.server';
import { trialBalance } from '#app/ledger/trial-balance.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { testOrganisation } from '#tests/support/people';
import { orderRow } from '#tests/support/rows';
import { testDeps } from '#tests/support/test-deps';

describe('posting to the ledger', async () => {
  const deps = await testDeps();
  const buyer = deps.newId();
  const { organisationId: programmeId } = await testOrganisation(deps, { kind: 'programme', roles: [] });
  const newOrder = () => orderRow(deps, { cooperativeId: programmeId, programmeId });

  function placed(orderId: string, amountMinor = 10_000n): EntryInput {
    return {
      key: `order:${orderId}:placed`,
      kind: 'order-placed',
      orderId,
      currency: 'USD',
      occurredAt: deps.clock.now(),
      postings: [
        { account: { code: 'buyer-receivable', ownerId: buyer }, amountMinor },
        { account: { code: 'held-for-order', ownerId: orderId }, amountMinor: -amountMinor },
      ],
    };
  }
  const post = (entry: EntryInput) => inTransaction(deps.db, (tx) => postEntry(tx, deps, entry));
  const balance = async (key: string) => (await deps.db.ledgerAccount.findUnique({ where: { key } }))?.balanceMinor;

  async function expectBooksToHold() {
    const { sums, drifted } = await trialBalance(deps);
    expect(drifted).toEqual([]);
    expect(sums.every(({ sumMinor }) => sumMinor === 0n)).toBe(true);
  }

  it('opens accounts, keeps balances and answers a repeat with the first entry', async () => {
    const orderId = await newOrder();
    const first = await post(placed(orderId));
    const again = await post({ ...placed(orderId), occurredAt: new Date('2026-07-01') });
    expect(first).toMatchObject({ ok: true, value: { replayed: false } });
    expect(again).toEqual({ ok: true, value: { entryId: first.ok && first.value.entryId, replayed: true } });
    expect(await balance(`held-for-order:${orderId}:USD`)).toBe(-10_000n);
    expect(await deps.db.posting.count({ where: { orderId } })).toBe(2);
    await expectBooksToHold();
  });

  it('refuses other money under a used key, and entries that break a rule, and writes nothing', async () => {
    const orderId = await newOrder();
    await post(placed(orderId));
    const before = await deps.db.posting.count();
    expect(await post(placed(orderId, 9_999n))).toMatchObject({ ok: false, code: 'entry-key-reused' });
    const [first] = placed(orderId).postings;
    expect(await post({ ...placed(orderId), key: 'other', postings: first ? [first] : [] })).toMatchObject({
      code: 'too-few-postings',
    });
    expect(await deps.db.posting.count()).toBe(before);
  });

  it('ends the transaction that would leave held funds on the wrong side', async () => {
    const orderId = await newOrder();
    const entry: EntryInput = {
      ...placed(orderId),
      kind: 'delivery-settled',
      postings: [
        { account: { code: 'held-for-order', ownerId: orderId }, amountMinor: 1n },
        { account: { code: 'payable-to-cooperative', ownerId: deps.newId() }, amountMinor: -1n, part: 'net' },
      ],
    };
    await expect(post(entry)).rejects.toThrow(/would stand at 1/);
    expect(await deps.db.journalEntry.count({ where: { orderId } })).toBe(0);
    await expectBooksToHold();
  });

  it('mirrors an entry once', async () => {
    const orderId = await newOrder();
    await post(placed(orderId));
    const reverse = () =>
      inTransaction(deps.db, (tx) =>
        reverseEntry(tx, deps, { key: `order:${orderId}:placed`, occurredAt: deps.clock.now() }),
      );
    expect(await reverse()).toMatchObject({ ok: true, value: { replayed: false } });
    expect(await reverse()).toMatchObject({ ok: true, value: { replayed: true } });
    expect(await balance(`held-for-order:${orderId}:USD`)).toBe(0n);
    expect((await orderPostings(deps, { orderId })).map(({ amountMinor }) => amountMinor)).toEqual([
      10_000n,
      -10_000n,
      -10_000n,
      10_000n,
    ]);
    const missing = await inTransaction(deps.db, (tx) =>
      reverseEntry(tx, deps, { key: 'none', occurredAt: deps.clock.now() }),
    );
    expect(missing).toMatchObject({ ok: false, code: 'no-entry' });
    await expectBooksToHold();
  });

  it('takes the same key from many hands at once and posts it once', async () => {
    const orderId = await newOrder();
    const results = await Promise.all(Array.from({ length: 20 }, () => post(placed(orderId))));
    expect(results.filter((result) => result.ok && !result.value.replayed)).toHaveLength(1);
    expect(results.every((result) => result.ok)).toBe(true);
    expect(await deps.db.journalEntry.count({ where: { orderId } })).toBe(1);
    await expectBooksToHold();
  });

  it('keeps balances right when entries cross the same accounts in opposite directions', async () => {
    const move = (index: number): EntryInput => ({
      key: `move:${index}`,
      kind: 'payout-confirmed',
      currency: 'MZN',
      occurredAt: deps.clock.now(),
      postings:
        index % 2 === 0
          ? [
              { account: { code: 'bank' }, amountMinor: 3n },
              { account: { code: 'mobile-money' }, amountMinor: -3n },
            ]
          : [
              { account: { code: 'mobile-money' }, amountMinor: 1n },
              { account: { code: 'bank' }, amountMinor: -1n },
            ],
    });
    await Promise.all(Array.from({ length: 60 }, (_, index) => post(move(index))));
    expect(await balance('bank:-:MZN')).toBe(60n);
    expect(await balance('mobile-money:-:MZN')).toBe(-60n);
    await expectBooksToHold();
  });
});
