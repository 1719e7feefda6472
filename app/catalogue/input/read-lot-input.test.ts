import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRODUCT_FORMS, productKey } from '../forms/forms';
import type { LotInput } from './lot-input';
import { readLotInput } from './read-lot-input';

const GOLD: LotInput = {
  product: 'gold/dore',
  quantity: '1000',
  unit: 'g',
  grade: '900',
  gradeUnit: 'permil',
  ask: '118023.02',
  currency: 'USD',
  incoterm: 'FCA',
  place: 'Mwanza',
};
const HOME = { district: 'Geita', womenLed: true };

function pathsOf(input: Partial<LotInput>): string[] {
  const read = readLotInput({ ...GOLD, ...input }, HOME);
  return 'issues' in read ? read.issues.map((issue) => `${issue.path} ${issue.messageKey.split('.')[1] ?? ''}`) : [];
}

describe('readLotInput', () => {
  it('takes five fields and the rest from the cooperative and the product', () => {
    const read = readLotInput(GOLD, HOME);
    expect('terms' in read && read.terms).toMatchObject({
      quantity: '1000',
      grades: [{ element: 'Au', value: '900', unit: 'permil' }],
      askMinor: 11802302n,
      originDistrict: 'Geita',
      womenLed: true,
      leadTimeDays: 7,
      divisible: false,
      certificates: [],
      description: null,
    });
  });

  it('says everything that is wrong at once, each with its field', () => {
    expect(pathsOf({ product: 'mud/pie', quantity: '-1', ask: 'NaN', incoterm: 'FOO', place: '' }).sort()).toEqual([
      'ask notANumber',
      'incoterm chooseIncoterm',
      'place missing',
      'product chooseProduct',
      'quantity notPositive',
    ]);
  });

  it.each<[Partial<LotInput>, string]>([
    [{ quantity: '1e6' }, 'quantity notANumber'],
    [{ quantity: '0' }, 'quantity notPositive'],
    [{ quantity: '99999999999', unit: 'kg' }, 'quantity tooLarge'],
    [{ quantity: '1,000' }, 'quantity ambiguous'],
    [{ unit: 'piece' }, 'unit chooseUnit'],
    [{ grade: '1001' }, 'grade gradeAboveWhole'],
    [{ grade: '900', gradeUnit: '%' }, 'grade gradeAboveWhole'],
    [{ grade: '' }, 'grade missing'],
    [{ gradeUnit: 'oz' }, 'gradeUnit chooseUnit'],
    [{ ask: '1.005' }, 'ask askDecimals'],
    [{ ask: '100.5', currency: 'UGX' }, 'ask askDecimals'],
    [{ ask: '100', currency: 'XXX' }, 'currency chooseCurrency'],
    [{ ask: '100000000001' }, 'ask tooLarge'],
    [{ place: 'Mwan\u202eza' }, 'place unseenMarks'],
    [{ place: 'x'.repeat(81) }, 'place textTooLong'],
    [{ leadTimeDays: '1.5' }, 'leadTimeDays leadTime'],
    [{ certificates: ['best-gold'] }, 'certificates chooseCertificate'],
  ])('refuses %j', (input, issue) => {
    expect(pathsOf(input)).toContain(issue);
  });

  it('counts bricks in whole pieces and asks for their quality', () => {
    const bricks = { product: 'clay/bricks', unit: 'piece', quality: 'good', currency: 'MZN' };
    expect(pathsOf({ ...bricks, quantity: '5000' })).toEqual([]);
    expect(pathsOf({ ...bricks, quantity: '5000.5' })).toEqual(['quantity tooManyDecimals']);
    expect(pathsOf({ ...bricks, quantity: '10000001' })).toEqual(['quantity tooLarge']);
    expect(pathsOf({ ...bricks, quantity: '5000', quality: 'superb' })).toEqual(['quality chooseQuality']);
  });

  it('keeps only facts that the product has', () => {
    const tin = { product: 'tin/concentrate', unit: 't', quantity: '10', grade: '60', gradeUnit: '%' };
    const read = readLotInput({ ...GOLD, ...tin, facts: { moisturePct: '1,5', stoneCt: '3' } }, HOME);
    expect('terms' in read && read.terms.facts).toEqual({ moisturePct: '1.5' });
    expect(pathsOf({ ...tin, facts: { moisturePct: '90' } })).toEqual(['facts.moisturePct tooLarge']);
  });

  it('reads any text into terms or issues, never an exception', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 });
    const product = fc.constantFrom('', 'gold/x', ...PRODUCT_FORMS.map(productKey));
    fc.assert(
      fc.property(product, fc.array(text, { minLength: 9, maxLength: 9 }), (key, texts) => {
        const [
          quantity = '',
          unit = '',
          grade = '',
          gradeUnit = '',
          quality = '',
          ask = '',
          currency = '',
          incoterm = '',
          place = '',
        ] = texts;
        const read = readLotInput(
          { product: key, quantity, unit, grade, gradeUnit, quality, ask, currency, incoterm, place },
          HOME,
        );
        expect('issues' in read && read.issues.length > 0).toBe(true);
      }),
    );
  });
});
