import { describe, expect, it } from 'vitest';
import { toAmount } from '#app/money/money';
import type { FxReference, ReferencePrice } from '#app/prices/series/known-prices';
import { value } from './value';
import { valuationSchema, type ValuationRequest } from './valuation.schema';

const gold: ReferencePrice = {
  series: 'wb.gold',
  period: '2026-05',
  value: '4228',
  unit: 'USD/ozt',
  currency: 'USD',
  per: 'ozt',
  vintage: '2026-06-02',
  source: 'World Bank',
  licence: 'CC BY 4.0',
  ageDays: 2,
  state: 'fresh',
};
const mzn: FxReference = { base: 'USD', quote: 'MZN', rate: '63.9', on: '2026-05-29', source: 'staff' };

function run(
  request: Partial<ValuationRequest> & Pick<ValuationRequest, 'quantity' | 'payables'>,
  rates: FxReference[] = [],
) {
  const input = valuationSchema.parse({ asOf: '2026-05-31', currency: 'USD', ...request });
  return value(input, { prices: new Map([['wb.gold', gold]]), rates });
}

function totalOf(...args: Parameters<typeof run>): string {
  const result = run(...args);
  if (!result.ok) throw new Error(result.code);
  return toAmount(result.value.total);
}

function stepOf(kind: string, ...args: Parameters<typeof run>): string | undefined {
  const result = run(...args);
  if (!result.ok) throw new Error(result.code);
  return result.value.steps.find((step) => step.kind === kind)?.value;
}

it('pays no premium on an element that nobody assayed, and shows that it did not', () => {
  const copper = {
    quantity: { value: '10', unit: 't' },
    payables: [
      { element: 'Cu', grade: { value: '25', unit: '%' }, price: { value: '9000', currency: 'USD', per: 't' } },
    ],
    premiums: [{ label: 'Fair premium', value: '2000', currency: 'USD', per: 'kg', of: 'Au' }],
  } satisfies Parameters<typeof run>[0];
  expect(totalOf(copper)).toBe('22500.00');
  expect(stepOf('contained-mass', copper)).toBe('0');
  expect(stepOf('premium', copper)).toBe('0');
});

it('keeps the total unrounded, so that a gram costs the same in a pinch and in a bar', () => {
  const each = ['0.05', '1', '1000'].map((grams) => {
    const result = run({ quantity: { value: grams, unit: 'g' }, payables: [goldAt('5')] });
    if (!result.ok) throw new Error(result.code);
    return result.value.exact.div(grams).toDecimalPlaces(12).toFixed();
  });
  expect(new Set(each).size).toBe(1);
});

const dore = { value: '1000', unit: 'g' } as const;
const goldAt = (discountPct: string) =>
  ({ element: 'Au', grade: { value: '900', unit: 'permil' }, price: { series: 'wb.gold' }, discountPct }) as const;
const perGram = (amount: string) => ({ label: 'Premium', value: amount, currency: 'USD', per: 'g', of: 'Au' }) as const;

describe('golden cases', () => {
  it('spot value of doré', () => {
    expect(totalOf({ quantity: dore, payables: [goldAt('0')] })).toBe('122340.02');
  });

  it.each([
    ['0', '116223.02'],
    ['2', '118023.02'],
    ['4', '119823.02'],
    ['6', '121623.02'],
  ])('95 percent of gold and USD %s per gram fine is %s', (premium, total) => {
    expect(totalOf({ quantity: dore, payables: [goldAt('5')], premiums: [perGram(premium)] })).toBe(total);
    expect(
      totalOf({ quantity: dore, payables: [{ ...goldAt('0'), payablePct: '95' }], premiums: [perGram(premium)] }),
    ).toBe(total);
  });

  it('payable gold: 24.96 kg × 0.913 × 99% is 725.340 ozt', () => {
    const payable = { ...goldAt('0'), grade: { value: '91.3', unit: '%' }, payablePct: '99' } as const;
    const ounces = stepOf('payable-mass', { quantity: { value: '24.96', unit: 'kg' }, payables: [payable] });
    expect(ounces?.slice(0, 8)).toBe('725.3399');
    expect(Math.abs(Number(ounces) - 725.34)).toBeLessThan(0.0005);
  });

  it('cassiterite', () => {
    const payable = {
      element: 'Sn',
      grade: { value: '60', unit: '%' },
      price: { value: '25000', currency: 'USD', per: 't' },
      discountPct: '20',
    } as const;
    expect(totalOf({ quantity: { value: '10', unit: 't' }, payables: [payable] })).toBe('120000.00');
  });

  it('tungsten', () => {
    const payable = {
      element: 'WO3',
      grade: { value: '65', unit: '%' },
      price: { value: '437', currency: 'USD', per: 'MTU' },
      discountPct: '25',
    } as const;
    const request = { quantity: { value: '1', unit: 't' }, payables: [payable] } as const;
    expect(stepOf('net-price', { ...request, payables: [payable] })).toBe('327.75');
    expect(totalOf({ ...request, payables: [payable] })).toBe('21303.75');
  });

  it('tantalite', () => {
    const payable = {
      element: 'Ta2O5',
      grade: { value: '30', unit: '%' },
      price: { value: '40', currency: 'USD', per: 'lb' },
    } as const;
    expect(totalOf({ quantity: { value: '25', unit: 't' }, payables: [payable] })).toBe('661386.79');
  });

  it('copper refining charge', () => {
    const payable = {
      element: 'Cu',
      grade: { value: '24', unit: '%' },
      deduction: { value: '1', unit: '%' },
      price: { value: '0', currency: 'USD', per: 't' },
      refining: { value: '0.045', currency: 'USD', per: 'lb' },
    } as const;
    expect(totalOf({ quantity: { value: '1', unit: 't' }, payables: [payable] })).toBe('-22.82');
  });
});

describe('the worked example of the contract', () => {
  const request = {
    quantity: { value: '600.15', unit: 't', moisturePct: '7.85', franchisePct: '0.85' },
    payables: [
      {
        element: 'Cu',
        grade: { value: '55', unit: '%' },
        deduction: { value: '1.1', unit: '%' },
        price: { value: '3.3044', currency: 'USD', per: 'lb' },
        refining: { value: '0.105', currency: 'USD', per: 'lb' },
      },
    ],
    charges: [
      { label: 'Treatment', value: '160', currency: 'USD', per: 'st' },
      { label: 'Assay', value: '250', currency: 'USD', per: 'lot' },
    ],
    penalties: [
      {
        label: 'As+Sb',
        grade: { value: '6.5', unit: '%' },
        free: '3',
        per: 't',
        currency: 'USD',
        bands: [
          { upTo: '4.5', ratePerUnit: '1.5' },
          { upTo: null, ratePerUnit: '2' },
        ],
      },
    ],
  } satisfies Parameters<typeof run>[0];

  it('takes moisture, deduction, refining, treatment, penalty and assay in their places', () => {
    expect(stepOf('dry-mass', request)).toBe('548.3374000875');
    expect(stepOf('payable-grade', request)).toBe('53.9');
    expect(stepOf('net-price', request)).toBe('3.1994');
    expect(stepOf('penalty-rate', request)).toBe('6.25');
    // 548.3374000875 × (0.539 × 3.1994 × 2204.6226… − 160 × 1.10231… − 6.25) − 250, reckoned elsewhere at 50 digits.
    expect(totalOf(request)).toBe('1984292.89');
  });
});

describe('deductions', () => {
  const copper = (extra: object) =>
    ({
      element: 'Cu',
      grade: { value: '20', unit: '%' },
      price: { value: '100', currency: 'USD', per: 't' },
      ...extra,
    }) as never;
  const one = { value: '1', unit: 't' } as const;
  const payableGrade = (extra: object) => stepOf('payable-grade', { quantity: one, payables: [copper(extra)] });

  it('never pays below zero', () => {
    expect(payableGrade({ deduction: { value: '21', unit: '%' } })).toBe('0');
    expect(payableGrade({ minimumDeduction: { value: '25', unit: '%' } })).toBe('0');
  });

  it('pays the lesser of the percentage and the grade less the minimum deduction', () => {
    expect(payableGrade({ payablePct: '96.5', minimumDeduction: { value: '1', unit: '%' } })).toBe('19');
    expect(payableGrade({ payablePct: '90', minimumDeduction: { value: '1', unit: '%' } })).toBe('18');
  });

  it('takes a deduction in another unit than the grade', () => {
    expect(payableGrade({ deduction: { value: '10', unit: 'permil' } })).toBe('19');
  });
});

describe('penalties', () => {
  const at = (grade: string) =>
    stepOf('penalty-rate', {
      quantity: { value: '1', unit: 't' },
      payables: [goldAt('0')],
      penalties: [
        {
          label: 'As',
          grade: { value: grade, unit: '%' },
          free: '3',
          per: 't',
          currency: 'USD',
          bands: [
            { upTo: '2', ratePerUnit: '100' },
            { upTo: '4.5', ratePerUnit: '1.5' },
            { upTo: null, ratePerUnit: '2' },
          ],
        },
      ],
    });

  it.each([
    ['3', '0'],
    ['1', '0'],
    ['4', '1.5'],
    ['4.5', '2.25'],
    ['6.5', '6.25'],
  ])('%s percent costs %s per tonne', (grade, rate) => {
    expect(at(grade)).toBe(rate);
  });
});

describe('premiums', () => {
  it('count contained, not payable, metal', () => {
    const payables = [{ ...goldAt('0'), payablePct: '50', deduction: { value: '100', unit: 'permil' } }] as const;
    const without = totalOf({ quantity: dore, payables: [...payables] });
    const withPremium = totalOf({ quantity: dore, payables: [...payables], premiums: [perGram('1')] });
    expect(BigInt(withPremium.replace('.', '')) - BigInt(without.replace('.', ''))).toBe(90_000n);
  });
});

describe('pieces', () => {
  it('are worth their number times their price, in any currency that is known', () => {
    const unit = { element: 'unit', price: { value: '0.35', currency: 'USD', per: 'piece' } } as const;
    const quantity = { value: '12000', unit: 'piece' } as const;
    expect(totalOf({ quantity, payables: [unit] })).toBe('4200.00');
    expect(totalOf({ quantity, payables: [unit], currency: 'MZN' }, [mzn])).toBe('268380.00');
  });
});

describe('currencies', () => {
  it('convert in either direction of a known rate, and never without one', () => {
    const unit = { element: 'unit', price: { value: '639', currency: 'MZN', per: 'piece' } } as const;
    const request = { quantity: { value: '2', unit: 'piece' }, payables: [unit] } as const;
    expect(totalOf({ ...request, payables: [unit] }, [mzn])).toBe('20.00');
    expect(run({ ...request, payables: [unit] })).toMatchObject({
      ok: false,
      code: 'fx-missing',
      params: { from: 'MZN', to: 'USD' },
    });
  });

  it('are converted for charges, refining, penalties and premiums too', () => {
    const charge = { label: 'Assay', value: '63.9', currency: 'MZN', per: 'lot' } as const;
    expect(totalOf({ quantity: dore, payables: [goldAt('0')], charges: [charge] }, [mzn])).toBe('122339.02');
    expect(run({ quantity: dore, payables: [goldAt('0')], charges: [charge] }).ok).toBe(false);
  });
});

describe('prices', () => {
  it('that are not known refuse the valuation', () => {
    const payable = { ...goldAt('0'), price: { series: 'wb.tin' } };
    expect(run({ quantity: dore, payables: [payable] })).toMatchObject({
      ok: false,
      code: 'price-missing',
      params: { series: 'wb.tin' },
    });
  });

  it('are listed once as references, with their source in the step', () => {
    const result = run({ quantity: dore, payables: [goldAt('5'), { ...goldAt('0'), element: 'Au2' }] });
    expect(result.ok && result.value.references).toEqual([gold]);
    expect(stepOf('price', { quantity: dore, payables: [goldAt('5')] })).toBe('4228');
  });
});
