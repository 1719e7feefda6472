import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '#app/money/decimal';
import { planSheet, SHARE_RULES, type SheetInput } from './sheet';

const members = [
  { id: 'a', hours: '40', contribution: '1' },
  { id: 'b', hours: '20', contribution: '0' },
  { id: 'c', hours: '0', contribution: '2' },
];
const base: SheetInput = { netMinor: 10_000n, costsMinor: 1_000n, communityMinor: 500n, rule: 'equal', members };

function amounts(input: SheetInput): Record<string, bigint> {
  const sheet = planSheet(input);
  if (!sheet.ok) throw new Error(sheet.code);
  return Object.fromEntries(sheet.value.shares.map(({ memberId, amountMinor }) => [memberId, amountMinor]));
}

describe('planSheet', () => {
  it('shares by each rule, the odd cent to the largest remainder', () => {
    expect(amounts(base)).toEqual({ a: 2834n, b: 2833n, c: 2833n });
    expect(amounts({ ...base, rule: 'hours' })).toEqual({ a: 5667n, b: 2833n });
    expect(amounts({ ...base, rule: 'contribution' })).toEqual({ a: 2833n, c: 5667n });
    expect(amounts({ ...base, rule: 'custom', weights: { a: '0.5', c: '1.5' } })).toEqual({ a: 2125n, c: 6375n });
  });

  it('may leave nothing for members where costs and fund take all of it', () => {
    expect(planSheet({ ...base, costsMinor: 9_500n })).toEqual({ ok: true, value: { membersMinor: 0n, shares: [] } });
  });

  it.each<[string, SheetInput]>([
    ['nothing-to-share', { ...base, netMinor: 0n }],
    ['deductions-too-high', { ...base, costsMinor: 9_501n }],
    ['deductions-too-high', { ...base, communityMinor: -1n }],
    ['no-members', { ...base, members: [] }],
    ['no-weights', { ...base, rule: 'custom' }],
  ])('refuses with %s', (code, input) => {
    expect(planSheet(input)).toMatchObject({ ok: false, code });
  });

  it('sums to the net to the minor unit, whatever the rule, and gives no more to a smaller weight', () => {
    const decimals = fc
      .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 99 }))
      .map(([whole, part]) => `${whole}.${part}`);
    const roll = fc
      .array(fc.record({ hours: decimals, contribution: decimals }), { minLength: 1, maxLength: 60 })
      .map((rows) => rows.map((row, index) => ({ ...row, id: `m${index}` })));
    const money = fc.bigInt({ min: 0n, max: 10n ** 13n });
    fc.assert(
      fc.property(money, money, money, fc.constantFrom(...SHARE_RULES), roll, (net, costs, community, rule, people) => {
        const weights = Object.fromEntries(people.map(({ id, hours }) => [id, hours]));
        const sheet = planSheet({
          netMinor: net + costs + community,
          costsMinor: costs,
          communityMinor: community,
          rule,
          members: people,
          weights,
        });
        if (!sheet.ok) {
          expect(['nothing-to-share', 'no-weights']).toContain(sheet.code);
          return;
        }
        const shared = sheet.value.shares.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
        expect(shared).toBe(net);
        expect(sheet.value.membersMinor).toBe(net);
        for (const one of sheet.value.shares) {
          for (const other of sheet.value.shares) {
            if (new Decimal(one.weight).greaterThan(other.weight))
              expect(one.amountMinor >= other.amountMinor).toBe(true);
          }
        }
      }),
    );
  });
});
