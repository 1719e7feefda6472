import { describe, expect, it } from 'vitest';
import type { Currency } from '#app/money/currency';
import type { FxReference } from '../series/known-prices';
import { findRoute } from './fx-route';

function rate(base: Currency, quote: Currency, on = '2026-06-01'): FxReference {
  return { base, quote, rate: '2', on, source: 'test' };
}

const shown = (legs: readonly FxReference[] | null) => legs?.map(({ base, quote }) => `${base}/${quote}`) ?? null;

describe('the way from one currency to another', () => {
  it.each<[string, FxReference[], Currency, Currency, string[] | null]>([
    ['is the rate itself', [rate('USD', 'TZS'), rate('EUR', 'TZS'), rate('EUR', 'USD')], 'TZS', 'USD', ['USD/TZS']],
    ['goes through dollars', [rate('USD', 'TZS'), rate('USD', 'KES')], 'TZS', 'KES', ['USD/TZS', 'USD/KES']],
    ['goes through euros', [rate('EUR', 'GBP'), rate('EUR', 'CHF')], 'GBP', 'CHF', ['EUR/GBP', 'EUR/CHF']],
    [
      'goes through both, staff to dollars and the Bank to euros',
      [rate('USD', 'TZS'), rate('EUR', 'USD'), rate('EUR', 'GBP')],
      'TZS',
      'GBP',
      ['USD/TZS', 'EUR/USD', 'EUR/GBP'],
    ],
    ['goes through nothing else', [rate('TZS', 'KES'), rate('KES', 'UGX')], 'TZS', 'UGX', null],
    ['is not there without a rate', [rate('USD', 'TZS')], 'TZS', 'GBP', null],
  ])('%s', (_, rates, from, to, legs) => {
    expect(shown(findRoute(rates, from, to))).toEqual(legs);
  });

  it('is the same way back, also where both directions were entered on one day', () => {
    const both = [rate('USD', 'EUR'), rate('EUR', 'USD')];
    expect(shown(findRoute(both, 'USD', 'EUR'))).toEqual(shown(findRoute(both, 'EUR', 'USD')));
    expect(shown(findRoute([...both].reverse(), 'USD', 'EUR'))).toEqual(['EUR/USD']);
  });

  it('is the one whose oldest rate is the newest', () => {
    const old = [rate('USD', 'GBP', '2026-03-01'), rate('USD', 'CHF')];
    const fresh = [rate('EUR', 'GBP', '2026-05-30'), rate('EUR', 'CHF', '2026-05-29')];
    expect(shown(findRoute([...old, ...fresh], 'GBP', 'CHF'))).toEqual(['EUR/GBP', 'EUR/CHF']);
  });
});
