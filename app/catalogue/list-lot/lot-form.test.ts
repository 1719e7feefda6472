import { describe, expect, it } from 'vitest';
import { addressFields, allFields, fieldsOf, wizardFields } from './lot-form';
import { lotColumns } from './lot-columns';
import { readLotInput } from './read-lot-input';

const TYPED = {
  product: 'copper/concentrate',
  quantity: '12,5',
  unit: 't',
  grade: '24',
  gradeUnit: '%',
  ask: '15000',
  currency: 'USD',
  incoterm: 'FCA',
  place: 'Kolwezi',
  womenLed: 'on',
  'facts.moisturePct': '8',
  'facts.franchisePct': '0,5',
  'assays.Au': '1.5',
  'assays.As': 'x',
};

const typed = (fields: Record<string, string>) => addressFields(new URLSearchParams(fields));

function kept(fields: Record<string, string>) {
  const read = readLotInput(allFields(typed(fields), 'pt'), { district: 'Kolwezi' });
  if (!('terms' in read)) throw new Error(JSON.stringify(read.issues));
  return fieldsOf(lotColumns(read.terms), 'pt');
}

describe('fields of a lot', () => {
  it('reads all that the wizard asks, wrong or not, so that nothing typed is lost', () => {
    expect(wizardFields(typed(TYPED), 'fr')).toMatchObject({
      quantity: '12,5',
      womenLed: true,
      facts: { moisturePct: '8', franchisePct: '0,5' },
      assays: { Au: '1.5', As: 'x', Hg: '' },
    });
  });

  it('shows a kept lot as it was said', () => {
    expect(kept({ ...TYPED, 'assays.As': '0.2', district: 'Kolwezi' })).toMatchObject({
      quantity: '12.5',
      womenLed: true,
      facts: { moisturePct: '8', franchisePct: '0.5' },
      assays: { Au: '1.5', As: '0.2' },
    });
    // Three decimals may be thousands to a reader, so that a nought is added: it can be sent again as it
    // stands.
    expect(kept({ ...TYPED, quantity: '1,1250', 'assays.As': '', district: 'Kolwezi' })).toMatchObject({
      quantity: '1.1250',
    });
    expect(kept({ ...TYPED, womenLed: '', 'assays.As': '0.2', district: 'Kolwezi' })).toMatchObject({
      womenLed: false,
    });
  });

  it('shows karat again where permil has no end, and permil where it has', () => {
    const gold = { ...TYPED, product: 'gold/dore', unit: 'g', quantity: '12', district: 'Geita' };
    const purity = (grade: string, gradeUnit: string) => kept({ ...gold, grade, gradeUnit });
    expect(purity('22', 'karat')).toMatchObject({ grade: '22', gradeUnit: 'karat' });
    expect(purity('18', 'karat')).toMatchObject({ grade: '750', gradeUnit: 'permil' });
    expect(purity('916.6', 'permil')).toMatchObject({ grade: '916.6', gradeUnit: 'permil' });
    expect(purity('123.456789', 'permil')).toMatchObject({ grade: '123.456789', gradeUnit: 'permil' });
  });

  it('shows counted stones as a count and weighed ones as a weight', () => {
    const stones = { ...TYPED, product: 'ruby/cut', quality: 'fine', unit: 'ct', quantity: '60', district: 'Ilakaka' };
    const size = (value: string, by: string) => kept({ ...stones, 'facts.stoneCt': value, stoneBy: by });
    expect(size('50', 'stones')).toMatchObject({ facts: { stoneCt: '50' }, stoneBy: 'stones' });
    expect(size('1.2', 'ct')).toMatchObject({ facts: { stoneCt: '1.2' }, stoneBy: 'ct' });
    expect(wizardFields(typed(stones), 'en').stoneBy).toBe('stones');
  });
});
