import { describe, expect, it } from 'vitest';
import { offerUnits, type OfferedGoods } from './offer-units';
import { readOffer } from './read-offer';

const DORE: OfferedGoods = {
  mineral: 'gold',
  form: 'dore',
  quantity: '1000',
  unit: 'g',
  grades: [{ element: 'Au', value: '900', unit: 'permil' }],
};
const BRICKS: OfferedGoods = { mineral: 'clay', form: 'bricks', quantity: '5000', unit: 'piece', grades: [] };

const read = (query: string, { goods = DORE, locale = 'en' } = {}) =>
  readOffer(new URLSearchParams(query), { goods, currencies: ['USD', 'TZS', 'UGX'], locale });

describe('offerUnits', () => {
  it('counts goods as they are sold, and gold as it is weighed where it is dug', () => {
    expect(offerUnits(DORE)).toEqual(['lot', 'fine', 'g', 'kg', 'ozt', 'tola', 'dwt', 'grain']);
    expect(offerUnits(BRICKS)).toEqual(['lot', 'piece']);
    expect(offerUnits({ ...BRICKS, form: 'tiles', unit: 'm2' })).toEqual(['lot', 'm2']);
    expect(offerUnits({ mineral: 'ruby', form: 'cut', quantity: '5', unit: 'g', grades: [] })).toEqual([
      'lot',
      'g',
      'ct',
    ]);
    expect(offerUnits({ ...DORE, mineral: 'tin', form: 'concentrate', unit: 't' })).toEqual(['lot', 't', 'kg']);
  });
});

describe('readOffer', () => {
  it('asks nothing and refuses nothing where nothing was offered', () => {
    expect(read('')).toEqual({ typed: { offer: '', currency: 'USD', per: 'lot' }, problems: [], offer: null });
  });

  it.each([
    ['offer=116000.50&currency=USD', 11_600_050n, 'USD'],
    ['offer=116 000,50&currency=USD&per=lot', 11_600_050n, 'USD'],
    ['offer=110&currency=USD&per=g', 11_000_000n, 'USD'],
    ['offer=122.2222&currency=USD&per=fine', 10_999_998n, 'USD'],
    ['offer=3421.3824&currency=USD&per=ozt', 11_000_000n, 'USD'],
    ['offer=300000&currency=UGX&per=g', 300_000_000n, 'UGX'],
  ])('makes %s a sum for all of it, rounded once', (query, minor, currency) => {
    expect(read(query)).toMatchObject({ problems: [], offer: { minor, currency } });
  });

  it('multiplies a price a piece', () => {
    expect(read('offer=0.352&currency=USD&per=piece', { goods: BRICKS }).offer).toEqual({
      minor: 176_000n,
      currency: 'USD',
    });
  });

  it.each([
    ['offer=', 'offer', 'pricing:calculator.problem.empty'],
    ['offer=lots', 'offer', 'pricing:calculator.problem.number'],
    ['offer=-5', 'offer', 'pricing:calculator.problem.zero'],
    ['offer=1e9', 'offer', 'pricing:calculator.problem.number'],
    ['offer=0.000001&per=g', 'offer', 'pricing:calculator.problem.zero'],
    ['offer=1,500', 'offer', 'platform:figure.ambiguous'],
    ['offer=100.005', 'offer', 'platform:figure.ambiguous'],
    ['offer=100.0050', 'offer', 'pricing:calculator.problem.offer'],
    ['offer=9999999999999', 'offer', 'pricing:calculator.problem.tooLarge'],
    ['offer=100&currency=DOGE', 'offer', 'trading:offer.badCurrency'],
    ['offer=100&per=stone', 'per', 'trading:offer.badUnit'],
  ])('keeps %s and says what is wrong at its field', (query, path, messageKey) => {
    const { typed, problems, offer } = read(query);
    expect(offer).toBeNull();
    expect(problems).toMatchObject([{ path, messageKey }]);
    const params = new URLSearchParams(query);
    expect(typed).toEqual({
      offer: params.get('offer'),
      currency: params.get('currency') ?? 'USD',
      per: params.get('per') ?? 'lot',
    });
  });

  it('asks in the language of the reader', () => {
    expect(read('offer=1.500', { locale: 'pt' }).problems).toMatchObject([
      { params: { whole: '1500', decimal: '1,5' } },
    ]);
    expect(read('offer=1.500', { locale: 'sw' }).problems).toMatchObject([
      { params: { whole: '1500', decimal: '1.5' } },
    ]);
    expect(read('offer=1,500.00', { locale: 'sw' }).offer).toEqual({ minor: 150_000n, currency: 'USD' });
  });
});
