import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { membersAsSums } from './members-as-sums';
import type { OrderPosting } from './order-postings.server';

type Line = [code: string, ownerId: string | null, amountMinor: bigint];

function entry(entryId: string, kind: string, lines: Line[]): OrderPosting[] {
  return lines.map(([code, ownerId, amountMinor]) => ({
    ...{ entryId, kind, code, ownerId, amountMinor, part: null, currency: 'USD', reversesId: null },
    ...{ occurredAt: `2026-06-0${entryId.length}T08:00:00.000Z`, book: 'cooperative' as const },
  }));
}

/** An order that was shared, and of which the first `paid` members have their money, one after the other. */
function journal(shares: bigint[], paid: number): OrderPosting[] {
  const sum = shares.reduce((total, share) => total + share, 0n);
  return [
    ...entry('d', 'delivery-settled', [
      ['held-for-order', 'o', sum + 1000n],
      ['payable-to-cooperative', 'c', -sum - 1000n],
    ]),
    ...entry('sh', 'proceeds-shared', [
      ['cooperative-proceeds', 'c', sum + 1000n],
      ['production-cost', 'c', -1000n],
      ...shares.map((share, index): Line => ['payable-to-member', `m${index}`, -share]),
    ]),
    ...shares.slice(0, paid).flatMap((share, index) =>
      entry(`pay${index}`, 'member-paid', [
        ['payable-to-member', `m${index}`, share],
        ['cooperative-cash', 'c', -share],
      ]),
    ),
  ];
}

const SHARES = [101n, 203n, 307n, 409n, 503n, 601n];

describe('the journal of an order outside its cooperative', () => {
  it('has what members got as one sum, whoever was paid so far', () => {
    const { postings, sharing } = membersAsSums(journal(SHARES, 3), 'staff');
    expect(sharing).toBe('sums');
    const members = postings.filter(({ code }) => code === 'payable-to-member');
    expect(members.map(({ amountMinor, ownerId }) => [amountMinor, ownerId])).toEqual([[-2124n, null]]);
    expect(postings.some(({ kind }) => kind === 'member-paid')).toBe(false);
  });

  it('has the payments as one sum once everybody is paid', () => {
    const { postings } = membersAsSums(journal(SHARES, 6), 'staff');
    const paid = postings.filter(({ kind }) => kind === 'member-paid');
    expect(paid.map(({ code, amountMinor }) => [code, amountMinor])).toEqual([
      ['payable-to-member', 2124n],
      ['cooperative-cash', -2124n],
    ]);
  });

  it('shows nothing of the sharing where four people share, nor to an observer', () => {
    for (const [shares, reader] of [
      [SHARES.slice(0, 4), 'staff'],
      [SHARES, 'observer'],
    ] as const) {
      const { postings, sharing } = membersAsSums(journal(shares, 4), reader);
      expect(sharing).toBe('withheld');
      expect(new Set(postings.map(({ kind }) => kind))).toEqual(new Set(['delivery-settled']));
    }
  });

  it('never holds a share, an owner or the sum of a few, and what it holds balances', () => {
    const share = fc.bigInt({ min: 100n, max: 10n ** 9n });
    fc.assert(
      fc.property(fc.uniqueArray(share, { minLength: 5, maxLength: 40 }), fc.nat(40), (shares, some) => {
        const paid = Math.min(some, shares.length);
        const all = shares.reduce((total, one) => total + one, 0n);
        const { postings } = membersAsSums(journal(shares, paid), 'staff');
        expect(postings.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).toBe(0n);
        for (const { code, ownerId, amountMinor } of postings.filter(({ code }) => code === 'payable-to-member')) {
          expect([code, ownerId, amountMinor < 0n ? -amountMinor : amountMinor]).toEqual([code, null, all]);
        }
      }),
    );
  });
});
