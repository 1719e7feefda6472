import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRODUCT_FORMS, productKey } from '../products/products';
import type { LotInput } from '../vocabulary/lot-input';
import { readLotInput } from './read-lot-input';
import { sizeClass } from '#app/valuation/comparables/stone-size';

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
const HOME = { district: 'Geita' };
const SAPPHIRES: Partial<LotInput> = {
  product: 'sapphire/cut',
  quantity: '100',
  unit: 'ct',
  quality: 'good',
  ask: '3000',
};

function factsOf(input: Partial<LotInput>): Record<string, string> | null {
  const read = readLotInput({ ...GOLD, ...input }, HOME);
  return 'terms' in read ? read.terms.facts : null;
}

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
      womenLed: false,
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
    [{ quantity: '1.000', locale: 'pt' }, 'quantity ambiguous'],
    [{ ask: '118.023', locale: 'fr' }, 'ask ambiguous'],
    [{ grade: '1.125', locale: 'es' }, 'grade ambiguous'],
    [{ unit: 'piece' }, 'unit chooseUnit'],
    [{ grade: '1001' }, 'grade gradeAboveWhole'],
    [{ grade: '900', gradeUnit: '%' }, 'grade gradeAboveWhole'],
    [{ grade: '24.1', gradeUnit: 'karat' }, 'grade aboveFullKarat'],
    [{ grade: '0', gradeUnit: 'karat' }, 'grade notPositive'],
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

  it.each([
    ['18', '750'],
    ['22', '916.666667'],
    ['21,6', '900'],
    ['24', '1000'],
  ])('keeps %s karat as %s permil', (grade, value) => {
    for (const product of ['gold/dore', 'gold/refined', 'silver/dore', 'platinum/refined', 'gold/jewellery']) {
      const read = readLotInput({ ...GOLD, product, quality: 'good', grade, gradeUnit: 'karat' }, HOME);
      expect('terms' in read && read.terms.grades).toMatchObject([{ value, unit: 'permil' }]);
    }
  });

  it('knows karat of precious metals alone', () => {
    const tin = { product: 'tin/concentrate', unit: 't', quantity: '10', grade: '18', gradeUnit: 'karat' };
    expect(pathsOf(tin)).toEqual(['gradeUnit chooseUnit']);
  });

  it.each([
    [{ quantity: '100000001', unit: 'kg' }, 'quantity', '100000000'],
    [{ ask: '100000000001' }, 'ask', '100000000000'],
    [{ grade: '1000001' }, 'grade', '1000000'],
  ])('says how much %o can be', (input, path, max) => {
    const read = readLotInput({ ...GOLD, ...input }, HOME);
    expect('issues' in read && read.issues[0]).toMatchObject({
      path,
      messageKey: 'catalogue:issue.tooLarge',
      params: { max },
    });
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
    expect(pathsOf({ ...tin, facts: { moisturePct: '0', franchisePct: '0,5' } })).toEqual([]);
  });

  it('says all that is wrong in an assay, a bad main grade beside it or not; nothing found is a result', () => {
    const copper = { product: 'copper/concentrate', unit: 't', quantity: '10', gradeUnit: '%' };
    const bad = { facts: { franchisePct: '11' }, assays: { As: '101', Au: '0' } };
    for (const [grade, ofGrade] of [
      ['25', []],
      ['x', ['grade notANumber']],
    ] as const)
      expect(pathsOf({ ...copper, ...bad, grade }).sort()).toEqual(
        ['assays.As gradeAboveWhole', 'facts.franchisePct tooLarge', ...ofGrade].sort(),
      );
  });

  it('makes the average stone from a count and the carats, and keeps both', () => {
    expect(factsOf({ ...SAPPHIRES, facts: { stoneCt: '80' }, stoneBy: 'stones' })).toEqual({
      quality: 'good',
      stoneCt: '1.25',
      stones: '80',
    });
    expect(factsOf({ ...SAPPHIRES, facts: { stoneCt: '80' }, stoneBy: 'stones', quantity: '10', unit: 'g' })).toEqual({
      quality: 'good',
      stoneCt: '0.625',
      stones: '80',
    });
    expect(factsOf({ ...SAPPHIRES, facts: { stoneCt: '1,4' }, stoneBy: 'ct' })).toEqual({
      quality: 'good',
      stoneCt: '1.4',
    });
    expect(factsOf(SAPPHIRES)).toEqual({ quality: 'good' });
  });

  it('never lifts a stone into a bigger class by rounding', () => {
    const just = { ...SAPPHIRES, quantity: '99.99999', facts: { stoneCt: '100' }, stoneBy: 'stones' };
    expect(sizeClass(factsOf(just)?.['stoneCt'])).toBe('0.5-1-ct');
  });

  it.each([
    ['one stone heavier than the lot', { facts: { stoneCt: '101' }, stoneBy: 'ct' }, 'stoneSize'],
    ['dust', { facts: { stoneCt: '1000000' }, stoneBy: 'stones' }, 'stoneSize'],
    ['a broken stone', { facts: { stoneCt: '80.5' }, stoneBy: 'stones' }, 'tooManyDecimals'],
    ['no stones', { facts: { stoneCt: '0' }, stoneBy: 'stones' }, 'notPositive'],
    ['words', { facts: { stoneCt: 'many' }, stoneBy: 'stones' }, 'notANumber'],
  ])('refuses %s at the size', (_, input, problem) => {
    expect(pathsOf({ ...SAPPHIRES, ...input })).toEqual([`facts.stoneCt ${problem}`]);
  });

  it('says that women lead the work only where the cooperative said so', () => {
    for (const womenLed of [true, false, undefined]) {
      const read = readLotInput({ ...GOLD, ...(womenLed === undefined ? {} : { womenLed }) }, HOME);
      expect('terms' in read && read.terms.womenLed).toBe(womenLed ?? false);
    }
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
