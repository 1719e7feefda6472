import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Decimal } from '#app/money/decimal';
import { GRADE_UNITS, MASS_UNITS } from '#app/money/units';
import { valuationSchema } from './valuation.schema';
import { value } from './value';
import type { ValuationStep } from './valuation-steps';

vi.setConfig({ testTimeout: 60_000 });

const decimal = (most: number, places: number) =>
  fc
    .integer({ min: 1, max: most * 10 ** places })
    .map((n) => new Decimal(n).div(new Decimal(10).pow(places)).toFixed());
const percent = decimal(100, 2);
const mass = fc.constantFrom(...MASS_UNITS.filter((unit) => unit !== 'dmtu'));
const gradeUnit = fc.constantFrom(...GRADE_UNITS);
const money = (most: number) =>
  fc.record({ value: decimal(most, 2), currency: fc.constantFrom('USD', 'EUR'), per: mass });

const request = fc.record({
  asOf: fc.constant('2026-05-31'),
  currency: fc.constant('USD'),
  quantity: fc.record({
    value: decimal(10_000, 3),
    unit: mass,
    moisturePct: decimal(50, 2),
    franchisePct: decimal(5, 2),
  }),
  payables: fc
    .array(
      fc.record({
        // Above all units: 5% of the mass is more than 20 in any of the others.
        grade: fc.record({ value: decimal(5, 3), unit: gradeUnit }),
        deduction: fc.option(fc.record({ value: decimal(1, 3), unit: gradeUnit })),
        minimumDeduction: fc.option(fc.record({ value: decimal(1, 3), unit: gradeUnit })),
        payablePct: percent,
        price: money(10_000),
        discountPct: decimal(90, 2),
        refining: fc.option(money(10)),
      }),
      { minLength: 1, maxLength: 2 },
    )
    .map((payables) => payables.map((payable, index) => ({ ...payable, element: ['Cu', 'Ag'][index] }))),
  charges: fc.tuple(
    money(500).map((amount) => ({ ...amount, label: 'Treatment' })),
    decimal(500, 2).map((text) => ({ label: 'Assay', value: text, currency: 'USD', per: 'lot' })),
  ),
  penalties: fc.tuple(
    fc.record({ value: decimal(10, 2), free: decimal(3, 2), per: mass }).map(({ value: grade, free, per }) => ({
      label: 'As',
      grade: { value: grade, unit: '%' },
      ...{ free, per, currency: 'EUR' },
      bands: [
        { upTo: '4.5', ratePerUnit: '1.5' },
        { upTo: '7', ratePerUnit: '2' },
        { upTo: null, ratePerUnit: '3.25' },
      ],
    })),
  ),
  premiums: fc.tuple(
    money(10).map((amount) => ({ ...amount, label: 'Fair premium', of: 'Cu' })),
    money(10).map((amount) => ({ ...amount, label: 'Certified' })),
  ),
});

const RATES = [{ base: 'EUR', quote: 'USD', rate: '1.1634', on: '2026-05-29', source: 'ECB' }] as const;

describe('the steps of a valuation', () => {
  it('can each be redone from nothing but what they say, in every unit', () => {
    fc.assert(
      fc.property(request, (typed) => {
        const valued = value(valuationSchema.parse(typed), { prices: new Map(), rates: RATES });
        if (!valued.ok) throw new Error(valued.code);
        for (const step of valued.value.steps) {
          const [redone, said] = [redo(step.expression), saidBy(step)];
          const off = redone.minus(said).abs().div(Decimal.max(1, said.abs()));
          // The total is in coins; sixteen digits of what goes before are enough for anything else.
          const near =
            step.kind === 'total' ? off.times(said.abs()).lessThanOrEqualTo('0.0050001') : off.lessThan('1e-9');
          expect(near, `${step.label}: ${step.expression} = ${step.value} ${step.unit}`).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});

function saidBy({ value: text, unit }: ValuationStep): Decimal {
  return new Decimal(text).times(unit === '%' ? '0.01' : unit === 'permil' ? '0.001' : 1);
}

/** Does a sum as a person with a calculator would: reads figures and signs, and passes over units. */
function redo(expression: string): Decimal {
  if (expression.includes('≤')) return new Decimal(0);
  const tokens = expression.match(/\d+(?:\.\d+)?[%‰]?|max|min|[(),×÷+−]/g) ?? [];
  // Figures inside of names of units are none.
  const kept = expression
    .replace(/(?<![a-z])(?!max|min)[A-Za-z][A-Za-z0-9]*/g, '')
    .match(/\d+(?:\.\d+)?[%‰]?|max|min|[(),×÷+−]/g);
  expect(kept).toEqual(tokens);
  const next = (): string => tokens.shift() ?? '';
  const factor = (): Decimal => {
    const token = next();
    if (token === '−') return factor().negated();
    if (token === '(') return closed(sum());
    if (token === 'max' || token === 'min') {
      next();
      const first = sum();
      next();
      return closed(Decimal[token](first, sum()));
    }
    const figure = new Decimal(token.replace(/[%‰]/, ''));
    return token.endsWith('%') ? figure.div(100) : token.endsWith('‰') ? figure.div(1000) : figure;
  };
  const closed = (inner: Decimal): Decimal => {
    expect(next()).toBe(')');
    return inner;
  };
  const product = (): Decimal => {
    let all = factor();
    while (tokens[0] === '×' || tokens[0] === '÷') all = next() === '×' ? all.times(factor()) : all.div(factor());
    return all;
  };
  function sum(): Decimal {
    let all = product();
    while (tokens[0] === '+' || tokens[0] === '−') all = next() === '+' ? all.plus(product()) : all.minus(product());
    return all;
  }
  const result = sum();
  expect(tokens).toEqual([]);
  return result;
}
