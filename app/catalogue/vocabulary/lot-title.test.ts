import { describe, expect, it } from 'vitest';
import { formatsFor } from '#app/platform/i18n/format';
import { translator } from '#app/platform/i18n/translator.server';
import { LOCALES, type Locale } from '#app/platform/i18n/locales';
import { PRODUCT_FORMS, productKey } from '../products/products';
import { PRODUCT_LABEL } from './labels';
import { lotTitle, type Translate } from './lot-title';

function words(locale: Locale) {
  const t = translator(locale);
  const translate: Translate = (key, params) => t(key, params ?? {});
  return { t: translate, format: formatsFor(locale) };
}

const GOLD = {
  mineral: 'gold',
  form: 'dore',
  quantity: '1000',
  unit: 'g',
  grades: [{ element: 'Au', value: '900', unit: 'permil' as const }],
};

describe('lotTitle', () => {
  it('says what a lot is in the language of the reader', () => {
    expect(lotTitle(GOLD, words('en'))).toBe('Gold doré, 1,000 g, 900 fine');
    expect(lotTitle({ ...GOLD, form: 'refined' }, words('pt'))).toMatch(/^Ouro refinado, 1.?000 g, pureza 900$/);
    const bricks = { mineral: 'clay', form: 'bricks', quantity: '5000', unit: 'piece', grades: [] };
    expect(lotTitle(bricks, words('en'))).toBe('Clay bricks, 5,000 pieces');
    expect(lotTitle({ ...bricks, quantity: '1' }, words('en'))).toBe('Clay bricks, 1 piece');
  });

  it('shortens a fineness that karat left without an end, and no other', () => {
    const fine = (value: string) =>
      lotTitle({ ...GOLD, grades: [{ element: 'Au', value, unit: 'permil' }] }, words('en'));
    expect(fine('916.666667')).toBe('Gold doré, 1,000 g, 916.667 fine');
    expect(fine('999.999')).toBe('Gold doré, 1,000 g, 999.999 fine');
  });

  it('writes oxides as chemists do', () => {
    const tantalum = {
      mineral: 'tantalum',
      form: 'concentrate',
      quantity: '5',
      unit: 't',
      grades: [{ element: 'Ta2O5', value: '30', unit: '%' as const }],
    };
    expect(lotTitle(tantalum, words('en'))).toBe('Tantalum concentrate, 5 t, 30% Ta₂O₅');
  });

  it('has a name for every product in every language', () => {
    for (const locale of LOCALES)
      for (const product of PRODUCT_FORMS) {
        const label = PRODUCT_LABEL[productKey(product)];
        expect(label, productKey(product)).toBeDefined();
        expect(words(locale).t(label ?? '')).not.toMatch(/[.:{]/);
      }
  });
});
