import { describe, expect, it } from 'vitest';
import { formatsFor } from '#app/platform/i18n/format';
import { translator } from '#app/platform/i18n/translator.server';
import { askPerUnit } from './ask-per-unit';
import { isMoist } from './moisture';
import { perDryUnitText, perUnitText } from './unit-text';

const copper = { mineral: 'copper', form: 'concentrate', unit: 't', currency: 'USD', askMinor: 900_000n };
const lot = { ...copper, quantity: '10', grades: [{ element: 'Cu', value: '25', unit: '%' as const }] };
type Lot = typeof lot & { facts?: Record<string, string> };
const plain = (said: string | null) => said?.replaceAll('\u00a0', ' ');
const say = translator('en');
const words = { t: (key: string, params = {}) => say(key, params), format: formatsFor('en') };
const text = (one: Lot) =>
  plain(perUnitText({ ...askPerUnit(one), moist: isMoist(one) }, one.currency, 'Copper', words));

describe('the price per unit of a lot', () => {
  it('with moisture is of the weight as it was weighed, and of the dry weight beside', () => {
    const moist = { ...lot, facts: { moisturePct: '10' } };
    expect(text(moist)).toBe('USD 900.00 per tonne, weighed wet');
    expect(plain(perDryUnitText(moist, words))).toBe('USD 1,000.00 per dry tonne');
  });

  it('without moisture says neither', () => {
    const lots: Lot[] = [lot, { ...lot, facts: {} }, { ...lot, facts: { moisturePct: '0' } }];
    for (const dry of lots) {
      expect(text(dry)).toBe('USD 900.00 per tonne');
      expect(perDryUnitText(dry, words)).toBeNull();
    }
  });
});
