import { describe, expect, it } from 'vitest';
import { testDeps } from '#tests/support/test-deps';

describe('what the database itself refuses', async () => {
  const deps = await testDeps();
  const now = deps.clock.now();

  async function entry(amounts: bigint[], currencies = amounts.map(() => 'USD')) {
    const id = deps.newId();
    await deps.db.$transaction(async (tx) => {
      await tx.journalEntry.create({
        data: {
          id,
          key: id,
          inputHash: 'x'.repeat(64),
          kind: 'member-paid',
          currency: 'USD',
          occurredAt: now,
          recordedAt: now,
        },
      });
      for (const [index, amountMinor] of amounts.entries()) {
        const account = await tx.ledgerAccount.create({
          data: {
            id: deps.newId(),
            key: deps.newId(),
            code: 'bank',
            currency: currencies[index] ?? 'USD',
            openedAt: now,
          },
        });
        await tx.posting.create({ data: { entryId: id, accountId: account.id, amountMinor } });
      }
    });
    return id;
  }

  it('stores an entry that sums to zero', async () => {
    const id = await entry([100n, -60n, -40n]);
    expect(await deps.db.posting.count({ where: { entryId: id } })).toBe(3);
  });

  it('refuses one that does not, one in two currencies, and one without postings', async () => {
    await expect(entry([100n, -99n])).rejects.toThrow(/balance/);
    await expect(entry([100n, -100n], ['USD', 'EUR'])).rejects.toThrow(/currencies/);
    await expect(entry([])).rejects.toThrow(/no postings/);
    expect(await deps.db.journalEntry.count()).toBe(1);
  });

  it('refuses to change or delete what was posted', async () => {
    await expect(deps.db.posting.updateMany({ data: { amountMinor: 1n } })).rejects.toThrow(/append-only/);
    await expect(deps.db.journalEntry.deleteMany()).rejects.toThrow(/append-only/);
  });
});
