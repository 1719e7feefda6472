import { describe, expect, it } from 'vitest';
import { parseInput, type InputIssue } from './input-issues';
import { valuationSchema } from './valuation.schema';

const payable = { element: 'Cu', grade: { value: '55', unit: '%' }, price: { series: 'wb.copper' } };
const base = { asOf: '2026-05-31', currency: 'USD', quantity: { value: '600.15', unit: 't' }, payables: [payable] };

function issuesOf(input: unknown): InputIssue[] {
  const result = parseInput(valuationSchema, input);
  return result.ok ? [] : result.issues;
}

function codesOf(input: unknown): string[] {
  return issuesOf(input).map((issue) => `${issue.path}: ${issue.code}`);
}

const withQuantity = (value: unknown) => ({ ...base, quantity: { value, unit: 't' } });
const withGrade = (value: unknown, unit: unknown) => ({ ...base, payables: [{ ...payable, grade: { value, unit } }] });
const penalty = { label: 'As', grade: { value: '6.5', unit: '%' }, free: '3', per: 't', currency: 'USD' };

describe('valuationSchema', () => {
  it('fills what is left out and keeps the shortest notation', () => {
    const parsed = valuationSchema.parse(withQuantity('0600.1500'));
    expect(parsed.quantity).toEqual({ value: '600.15', unit: 't', moisturePct: '0', franchisePct: '0' });
    expect(parsed.payables[0]).toMatchObject({ payablePct: '100', discountPct: '0', deduction: null, refining: null });
    expect(parsed.knownAt).toBeNull();
  });

  it.each([
    [600.15, 'type'],
    [null, 'type'],
    [undefined, 'required'],
    ['-1', 'negative'],
    ['NaN', 'format'],
    ['Infinity', 'format'],
    ['1e5', 'format'],
    ['1,5', 'format'],
    ['+1', 'format'],
    [' 1', 'format'],
    ['1.', 'format'],
    ['.5', 'format'],
    ['٣', 'format'],
    ['\u202e12', 'format'],
    ['', 'format'],
    ['0', 'not_positive'],
    ['0.000', 'not_positive'],
    ['1000000000000001', 'too_large'],
    ['1.2345678901234567890123456789012', 'too_precise'],
    ['9'.repeat(100_000), 'too_precise'],
  ])('refuses the quantity %j', (value, code) => {
    expect(codesOf(withQuantity(value))).toEqual([`quantity.value: ${code}`]);
  });

  it.each([
    ['100.0001', '%'],
    ['1000.5', 'permil'],
    ['1000001', 'ppm'],
    ['1000001', 'g/t'],
    ['32151', 'ozt/t'],
    ['29167', 'ozt/st'],
  ])('refuses a grade of %s %s: more than the whole', (value, unit) => {
    expect(codesOf(withGrade(value, unit))).toEqual(['payables.0.grade.value: out_of_range']);
  });

  it('refuses terms that would do nothing', () => {
    const counted = { element: 'unit', price: { value: '1', currency: 'USD', per: 'piece' } };
    const deduction = { value: '1', unit: '%' };
    expect(
      codesOf({ ...base, quantity: { value: '1', unit: 'piece' }, payables: [{ ...counted, deduction }] }),
    ).toEqual(['payables.0.deduction: not_allowed']);
    const premium = { label: 'Fair', value: '1', currency: 'USD', per: 'lot', of: 'Cu' };
    expect(codesOf({ ...base, premiums: [premium] })).toEqual(['premiums.0.of: not_allowed']);
  });

  it('names every member that it does not know, and a spelling is not silently a zero', () => {
    expect(codesOf({ ...base, extra: 1, payables: [{ ...payable, deducton: null }] })).toEqual([
      'payables.0.deducton: unknown_key',
      'extra: unknown_key',
    ]);
  });

  it.each([
    ['both a series and a value', { ...payable, price: { series: 'wb.copper', value: '1' } }, 'price: not_allowed'],
    ['a price with no unit', { ...payable, price: { value: '1', currency: 'USD' } }, 'price.per: required'],
    ['a price as a float', { ...payable, price: { value: 1.5, currency: 'USD', per: 'lb' } }, 'price.value: type'],
    [
      'a price per piece of a tonne',
      { ...payable, price: { value: '1', currency: 'USD', per: 'piece' } },
      'price.per: unit_mismatch',
    ],
    [
      'an unknown currency',
      { ...payable, price: { value: '1', currency: 'ZZZ', per: 't' } },
      'price.currency: unknown_value',
    ],
    ['no price', { ...payable, price: undefined }, 'price: required'],
    ['no grade', { ...payable, grade: undefined }, 'grade: required'],
    ['more than 100% payable', { ...payable, payablePct: '100.01' }, 'payablePct: too_large'],
    ['a negative discount', { ...payable, discountPct: '-1' }, 'discountPct: negative'],
    ['a script as a series', { ...payable, price: { series: '<script>' } }, 'price.series: format'],
  ])('refuses %s', (_, item, issue) => {
    expect(codesOf({ ...base, payables: [item] })).toEqual([`payables.0.${issue}`]);
  });

  it('refuses a grade on pieces and penalties on pieces', () => {
    const pieces = { ...base, quantity: { value: '10', unit: 'piece' } };
    const unit = { element: 'unit', price: { value: '0.35', currency: 'USD', per: 'piece' } };
    expect(codesOf({ ...pieces, payables: [{ ...unit, grade: { value: '1', unit: '%' } }] })).toEqual([
      'payables.0.grade: not_allowed',
    ]);
    expect(
      codesOf({ ...pieces, payables: [unit], penalties: [{ ...penalty, bands: [{ upTo: null, ratePerUnit: '1' }] }] }),
    ).toEqual(['penalties: not_allowed']);
    expect(codesOf({ ...pieces, payables: [unit] })).toEqual([]);
  });

  it.each([
    [
      'falling',
      [
        { upTo: '5', ratePerUnit: '1' },
        { upTo: '4', ratePerUnit: '2' },
        { upTo: null, ratePerUnit: '2' },
      ],
      'bands.1.upTo: out_of_order',
    ],
    [
      'after the end',
      [
        { upTo: null, ratePerUnit: '1' },
        { upTo: '9', ratePerUnit: '2' },
      ],
      'bands.1: out_of_order',
    ],
    ['too short', [{ upTo: '4.5', ratePerUnit: '1' }], 'bands: not_covered'],
    ['none', [], 'bands: too_short'],
  ])('refuses penalty bands that are %s', (_, bands, issue) => {
    expect(codesOf({ ...base, penalties: [{ ...penalty, bands }] })).toEqual([`penalties.0.${issue}`]);
  });

  it.each(['2026-02-30', '31/05/2026', '2026-5-1', 20260531])('refuses the date %j', (asOf) => {
    expect(issuesOf({ ...base, asOf })[0]?.path).toBe('asOf');
  });

  it('refuses a name twice, and labels that turn the text', () => {
    expect(codesOf({ ...base, payables: [payable, payable] })).toEqual(['payables.1.element: duplicate']);
    const charge = { label: 'Assay\u202e', value: '2', currency: 'USD', per: 'lot' };
    expect(codesOf({ ...base, charges: [charge] })).toEqual(['charges.0.label: format']);
  });

  it('takes null for whatever may be left out', () => {
    const nulls = { payablePct: null, discountPct: null, premiumPct: null, deduction: null, refining: null };
    const given = {
      ...base,
      quantity: { ...base.quantity, moisturePct: null, franchisePct: null },
      payables: [{ ...payable, ...nulls }],
      ...{ charges: null, penalties: null, premiums: null, knownAt: null },
    };
    expect(valuationSchema.parse(given)).toEqual(valuationSchema.parse(base));
  });

  it('says in plain words what is wrong, and which range is meant', () => {
    const { quantity } = base;
    const messages = (input: object) => issuesOf({ ...base, ...input }).map(({ message }) => message);
    expect(messages({ payables: [{ ...payable, payablePct: '101' }] })).toEqual(['From 0 to 100']);
    expect(messages({ quantity: { ...quantity, moisturePct: '100' } })).toEqual(['From 0 to 99.999999']);
    expect(messages({ quantity: { ...quantity, value: '1000000000000001' } })).toEqual([
      'Above 0 and at most 1000000000000000',
    ]);
    expect(messages({ payables: [] })).toEqual(['At least 1 entry']);
    expect(messages({ payables: Array(21).fill(payable) })).toContain('At most 20 entries');
    expect(messages({ payables: 'x', quantity: [], currency: 1 }).sort()).toEqual([
      'Send a list: [ … ]',
      'Send a text, in quotes',
      'Send an object: { … }',
    ]);
    expect(messages({ payables: [{ ...payable, price: 1 }] })).toEqual(['Send an object: { … }']);
    expect(messages({ charges: [{ label: '', value: '1', currency: 'USD', per: 'lot' }] })).toEqual([
      'At least 1 character',
    ]);
  });

  it.each([null, [], 'x', 1, {}])('refuses %j as a whole', (input) => {
    expect(issuesOf(input).length).toBeGreaterThan(0);
  });
});
