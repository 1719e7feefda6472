import { describe, expect, it } from 'vitest';
import { EXAMPLE, PRODUCTS } from './calculator-products';
import { readCalculator } from './read-calculator';

const read = (query: string, locale = 'en') => readCalculator(new URLSearchParams(query), locale);

describe('readCalculator', () => {
  it.each(PRODUCTS)('has an example of %s that asks something', (product) => {
    expect(read(EXAMPLE[product])).toMatchObject({ product, problems: [], question: { amount: {} } });
  });

  it('asks nothing and refuses nothing where nothing is typed', () => {
    expect(read('')).toMatchObject({
      product: 'gold',
      problems: [],
      question: null,
      typed: { unit: 'g', purityUnit: 'karat', currency: 'USD' },
    });
    expect(read('product=lead&unit=stone&currency=DOGE')).toMatchObject({
      product: 'gold',
      typed: { unit: 'g', currency: 'USD' },
    });
  });

  it.each([
    ['product=gold&amount=10&unit=g&purity=18&purityUnit=karat', '10', '750'],
    ['product=gold&amount=2&unit=tola&purity=22&purityUnit=karat', '23.3276076', '916.666667'],
    ['product=gold&amount=20&unit=dwt&purity=900&purityUnit=permil', '31.1034768', '900'],
    ['product=silver&amount=1,5&unit=kg&purity=92.5&purityUnit=%25', '1500', '925'],
    ['product=gold&amount=1 000,50&unit=g&purity=99.99&purityUnit=%25', '1000.5', '999.9'],
    ['product=gold&amount=480&unit=grain&purity=24&purityUnit=karat', '31.1034768', '1000'],
  ])('reads %s in grams and permil', (query, grams, permil) => {
    expect(read(query).question?.facts).toMatchObject({
      quantity: { value: grams, unit: 'g' },
      grades: [{ value: permil, unit: 'permil' }],
    });
  });

  it('reads tin, stones and bricks', () => {
    expect(read('product=tin&amount=250&unit=kg&purity=65&moisture=2.5').question?.facts).toMatchObject({
      mineral: 'tin',
      grades: [{ element: 'Sn', value: '65', unit: '%' }],
      facts: { moisturePct: '2.5' },
    });
    expect(
      read('product=stones&amount=12&unit=ct&stone=ruby&form=cut&quality=fine&size=2&country=MZ').question?.facts,
    ).toMatchObject({
      ...{ mineral: 'ruby', form: 'cut', originCountry: 'MZ', quantity: { value: '12', unit: 'ct' } },
      facts: { quality: 'fine', stoneCt: '2' },
    });
    expect(read('product=bricks&amount=5000&country=MZ&offer=40000&currency=MZN').question).toMatchObject({
      facts: { quantity: { value: '5000', unit: 'piece' } },
      offer: { minor: 4_000_000n, currency: 'MZN' },
    });
  });

  it.each([
    ['product=lead&amount=1&purity=18', 'amount'],
    ['product=tin&amount=500&unit=g&purity=60', 'unit'],
    ['amount=1&purity=18&currency=DOGE', 'currency'],
  ])('does not work out %s with another choice', (query, path) => {
    const { problems, question } = read(query);
    expect(question).toBeNull();
    expect(problems).toMatchObject([{ path, messageKey: 'pricing:calculator.problem.choice' }]);
  });

  it.each([
    ['en', 'amount=1,500&purity=18', 'amount', { whole: '1500', decimal: '1.5' }],
    ['sw', 'amount=1.500&purity=18', 'amount', { whole: '1500', decimal: '1.5' }],
    ['en', 'amount=10&purity=18&offer=120,000', 'offer', { whole: '120000', decimal: '120' }],
    ['pt', 'amount=1.500&purity=18', 'amount', { whole: '1500', decimal: '1,5' }],
    ['es', 'amount=10&purity=18&offer=120.250', 'offer', { whole: '120250', decimal: '120,25' }],
  ])('asks a reader of %s which of two numbers is meant: %s', (locale, query, path, params) => {
    const { problems, question } = read(query, locale);
    expect(question).toBeNull();
    expect(problems).toEqual([{ path, messageKey: 'platform:figure.ambiguous', params }]);
  });

  it('reads two marks in the one way that they can be read', () => {
    expect(read('amount=1,500.5&unit=kg&purity=18', 'sw').question?.amount).toEqual({ value: '1500.5', unit: 'kg' });
    expect(read('amount=1.500,5&unit=kg&purity=18', 'sw').question?.amount).toEqual({ value: '1500.5', unit: 'kg' });
  });

  it('reads what rough cost and what cutting leaves of it, of stones only', () => {
    const rough = 'form=cut&roughPrice=12&yield=30';
    expect(read(`product=stones&amount=186&unit=ct&${rough}`).question?.rough).toEqual({ price: '12', yieldPct: '30' });
    expect(read('product=stones&amount=186&unit=ct&form=cut').question?.rough).toBeNull();
    expect(read(`amount=10&purity=18&${rough}`).question?.rough).toBeNull();
  });

  it.each([
    ['amount=&purity=18', 'amount', 'empty'],
    ['amount=ten&purity=18', 'amount', 'number'],
    ['amount=1e9&purity=18', 'amount', 'number'],
    ['amount=NaN&purity=18', 'amount', 'number'],
    ['amount=-5&purity=18', 'amount', 'zero'],
    ['amount=1.00,5&purity=18', 'amount', 'number'],
    ['amount=%D9%A1%D9%A0&purity=18', 'amount', 'number'],
    ['amount=10%E2%80%AE&purity=18', 'amount', 'number'],
    ['amount=0&purity=18', 'amount', 'zero'],
    ['amount=99999999999&purity=18', 'amount', 'tooLarge'],
    ['amount=10&purity=25', 'purity', 'tooLarge'],
    ['amount=10&purity=1001&purityUnit=permil', 'purity', 'tooLarge'],
    ['amount=10&purity=18&offer=1.0050', 'offer', 'offer'],
    ['amount=10&purity=18&offer=0', 'offer', 'zero'],
    ['product=tin&amount=10&purity=60&moisture=61', 'moisture', 'tooLarge'],
    ['product=bricks&amount=10.5', 'amount', 'whole'],
    ['product=stones&amount=10&unit=ct&form=cut&roughPrice=12', 'yield', 'empty'],
    ['product=stones&amount=10&unit=ct&form=cut&yield=30', 'roughPrice', 'empty'],
    ['product=stones&amount=10&unit=ct&form=cut&roughPrice=12&yield=130', 'yield', 'tooLarge'],
  ])('keeps %s and says what is wrong', (query, path, key) => {
    const { problems, question, typed } = read(query);
    expect(question).toBeNull();
    expect(problems).toMatchObject([{ path, messageKey: `pricing:calculator.problem.${key}` }]);
    expect(typed[path as 'amount']).toBe((new URLSearchParams(query).get(path) ?? '').trim());
  });
});
