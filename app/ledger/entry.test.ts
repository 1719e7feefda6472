import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryFault, entryText, withoutZeros, type EntryInput, type PostingInput } from './entry';

const base: EntryInput = {
  key: 'order:1:placed',
  kind: 'order-placed',
  orderId: '1',
  currency: 'USD',
  occurredAt: new Date(0),
  postings: [
    { account: { code: 'buyer-receivable', ownerId: 'b' }, amountMinor: 100n },
    { account: { code: 'held-for-order', ownerId: '1' }, amountMinor: -100n },
  ],
};
const withPostings = (...postings: PostingInput[]): EntryInput => ({ ...base, postings });

describe('entryFault', () => {
  it('accepts a balanced entry', () => {
    expect(entryFault(base)).toBeNull();
  });

  it.each<[string, EntryInput]>([
    ['too-few-postings', withPostings({ account: { code: 'bank' }, amountMinor: 1n })],
    [
      'zero-posting',
      withPostings(
        { account: { code: 'bank' }, amountMinor: 0n },
        { account: { code: 'mobile-money' }, amountMinor: 0n },
      ),
    ],
    [
      'unbalanced',
      withPostings(
        { account: { code: 'bank' }, amountMinor: 1n },
        { account: { code: 'mobile-money' }, amountMinor: -2n },
      ),
    ],
    [
      'owner-missing',
      withPostings(
        { account: { code: 'held-for-order' }, amountMinor: 1n },
        { account: { code: 'bank' }, amountMinor: -1n },
      ),
    ],
    [
      'owner-missing',
      withPostings(
        { account: { code: 'payable-royalty', ownerId: ' ' }, amountMinor: -1n },
        { account: { code: 'bank' }, amountMinor: 1n },
      ),
    ],
    [
      'owner-unexpected',
      withPostings(
        { account: { code: 'bank', ownerId: 'x' }, amountMinor: 1n },
        { account: { code: 'bank' }, amountMinor: -1n },
      ),
    ],
    [
      'part-missing',
      withPostings(
        { account: { code: 'payable-royalty', ownerId: 'Mining Commission' }, amountMinor: -1n },
        { account: { code: 'bank' }, amountMinor: 1n },
      ),
    ],
    [
      'two-books',
      withPostings(
        { account: { code: 'bank' }, amountMinor: 1n },
        { account: { code: 'cooperative-cash', ownerId: 'c' }, amountMinor: -1n },
      ),
    ],
  ])('names %s', (fault, entry) => {
    expect(entryFault(entry)).toBe(fault);
  });

  it('finds any entry whose last posting is off by something', () => {
    const amounts = fc.array(fc.bigInt({ min: 1n, max: 10n ** 15n }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(amounts, fc.bigInt({ min: -1000n, max: 1000n }), (debits, off) => {
        const sum = debits.reduce((a, b) => a + b, 0n);
        const postings: PostingInput[] = debits.map((amountMinor) => ({ account: { code: 'bank' }, amountMinor }));
        postings.push({ account: { code: 'mobile-money' }, amountMinor: -sum + off });
        const fault = entryFault(withPostings(...postings));
        if (off === 0n) expect(fault).toBeNull();
        else expect(['unbalanced', 'zero-posting']).toContain(fault);
      }),
    );
  });
});

describe('entryText', () => {
  it('is the same for a later retry and differs with every other change', () => {
    expect(entryText({ ...base, occurredAt: new Date(1) })).toBe(entryText(base));
    expect(entryText({ ...base, memo: { b: '2', a: '1' } })).toBe(entryText({ ...base, memo: { a: '1', b: '2' } }));
    const changes: EntryInput[] = [
      { ...base, orderId: '2' },
      { ...base, currency: 'EUR' },
      { ...base, kind: 'late-payment' },
      { ...base, memo: { a: '1' } },
      withPostings(...base.postings.map((posting) => ({ ...posting, amountMinor: posting.amountMinor * 2n }))),
    ];
    expect(new Set([base, ...changes].map(entryText)).size).toBe(changes.length + 1);
  });
});

describe('withoutZeros', () => {
  it('leaves the lines that move money', () => {
    expect(withoutZeros([{ account: { code: 'payment-fees' }, amountMinor: 0n }, ...base.postings])).toEqual(
      base.postings,
    );
  });
});
