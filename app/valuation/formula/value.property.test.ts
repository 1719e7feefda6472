import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Decimal } from '#app/money/decimal';
import { convertGrade, convertMass, type GradeUnit, type MassUnit } from '#app/money/units';
import { value } from './value';
import type { Valuation } from './valuation';
import { valuationSchema, type ValuationRequest } from './valuation.schema';

// Hundreds of valuations with every line of their working: seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const MASSES = ['g', 'kg', 't', 'lb', 'st', 'ozt', 'ct', 'MTU'] as const satisfies MassUnit[];
const GRADES = ['%', 'permil', 'ppm', 'g/t', 'ozt/t', 'ozt/st'] as const satisfies GradeUnit[];

const decimal = (most: number, places: number) =>
  fc
    .integer({ min: 1, max: most * 10 ** places })
    .map((n) => new Decimal(n).div(new Decimal(10).pow(places)).toFixed());
const percent = decimal(100, 3);

const facts = fc.record({
  mass: decimal(100_000, 4),
  massUnit: fc.constantFrom(...MASSES),
  moisturePct: decimal(50, 2),
  grade: percent,
  deduction: decimal(5, 2),
  payablePct: percent,
  price: decimal(100_000, 3),
  per: fc.constantFrom(...MASSES),
  discountPct: decimal(90, 2),
  treatment: decimal(500, 2),
  penaltyGrade: decimal(20, 2),
  premium: decimal(100, 2),
});
type Facts = typeof facts extends fc.Arbitrary<infer T> ? T : never;

function requestOf(f: Facts): ValuationRequest {
  const grade = { value: f.grade, unit: '%' } as const;
  return {
    asOf: '2026-05-31',
    currency: 'USD',
    quantity: { value: f.mass, unit: f.massUnit, moisturePct: f.moisturePct },
    payables: [
      {
        element: 'Sn',
        grade,
        deduction: { value: f.deduction, unit: '%' },
        payablePct: f.payablePct,
        price: { value: f.price, currency: 'USD', per: f.per },
        discountPct: f.discountPct,
      },
    ],
    charges: [
      { label: 'Treatment', value: f.treatment, currency: 'USD', per: 't' },
      { label: 'Assay', value: '250', currency: 'USD', per: 'lot' },
    ],
    penalties: [
      {
        label: 'As',
        grade: { value: f.penaltyGrade, unit: '%' },
        free: '2',
        per: 't',
        currency: 'USD',
        bands: [
          { upTo: '5', ratePerUnit: '1.5' },
          { upTo: null, ratePerUnit: '3' },
        ],
      },
    ],
    premiums: [{ label: 'Premium', value: f.premium, currency: 'USD', per: 'kg', of: 'Sn' }],
  };
}

function valued(request: unknown): Valuation {
  const result = value(valuationSchema.parse(request), { prices: new Map(), rates: [] });
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

describe('a valuation', () => {
  it('never falls when the grade rises', () => {
    fc.assert(
      fc.property(facts, percent, (f, other) => {
        const [low, high] = new Decimal(f.grade).lessThan(other) ? [f.grade, other] : [other, f.grade];
        const [less, more] = [valued(requestOf({ ...f, grade: low })), valued(requestOf({ ...f, grade: high }))];
        expect(less.total.minor <= more.total.minor).toBe(true);
      }),
    );
  });

  it('never falls when the price rises', () => {
    fc.assert(
      fc.property(facts, decimal(100_000, 3), (f, other) => {
        const [low, high] = new Decimal(f.price).lessThan(other) ? [f.price, other] : [other, f.price];
        const [less, more] = [valued(requestOf({ ...f, price: low })), valued(requestOf({ ...f, price: high }))];
        expect(less.total.minor <= more.total.minor).toBe(true);
      }),
    );
  });

  it('is the same in any unit of mass, of grade and of price', () => {
    fc.assert(
      fc.property(
        facts,
        fc.constantFrom(...MASSES),
        fc.constantFrom(...GRADES),
        fc.constantFrom(...MASSES),
        (f, mass, grade, per) => {
          const said = valuationSchema.parse(requestOf(f));
          const before = valued(requestOf(f));
          // What was parsed may hold more digits than the API lets in, so that the conversion itself loses nothing.
          const inOther = structuredClone(said);
          inOther.quantity.value = convertMass(f.mass, f.massUnit, mass).toFixed();
          inOther.quantity.unit = mass;
          const [payable] = inOther.payables;
          if (!payable) throw new Error('No payable');
          payable.grade = { value: convertGrade(f.grade, '%', grade).toDecimal().toFixed(), unit: grade };
          payable.price = {
            value: new Decimal(f.price).div(convertMass('1', f.per, per)).toFixed(),
            currency: 'USD',
            per,
          };
          const after = value(inOther, { prices: new Map(), rates: [] });
          expect(after.ok && after.value.total).toEqual(before.total);
        },
      ),
    );
  });

  it('is the sum of its steps, rounded once', () => {
    fc.assert(
      fc.property(facts, (f) => {
        const { steps, total } = valued(requestOf(f));
        const parts = steps.slice(0, -1).filter((step) => step.unit === 'USD');
        expect(parts).toHaveLength(5);
        const sum = parts.reduce((acc, step) => acc.plus(step.value), new Decimal(0));
        const off = sum.times(100).minus(total.minor.toString()).abs();
        expect(off.lessThanOrEqualTo('0.5000001')).toBe(true);
        expect(steps.at(-1)).toMatchObject({ kind: 'total', unit: 'USD' });
      }),
    );
  });

  it('is the same for the same input', () => {
    fc.assert(
      fc.property(facts, (f) => {
        const [one, other] = [valued(requestOf(f)), valued(requestOf(f))];
        expect([one.total, one.perUnit, one.steps]).toEqual([other.total, other.perUnit, other.steps]);
      }),
    );
  });
});
