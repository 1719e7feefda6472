import { describe, expect, it } from 'vitest';
import { gradeFraction, isQuantityUnit } from '#app/money/units';
import { containedGrams, gradePpm, massGrams } from './contained-mass';
import { FORMS, PRODUCT_FORMS, STAGES, findProduct, productKey, productOf, productsOf } from './products';
import { MINERALS } from './minerals';

describe('the registry of products', () => {
  it('names every product once, with a six-digit heading and units that exist', () => {
    const keys = PRODUCT_FORMS.map(productKey);
    expect(new Set(keys).size).toBe(keys.length);
    for (const product of PRODUCT_FORMS) {
      expect(product.hsCode).toMatch(/^\d{4}\.\d{2}$/);
      expect(STAGES).toContain(product.stage);
      expect(product.units.every(isQuantityUnit)).toBe(true);
      expect(product.grade !== null || product.qualities.length > 0, `${productKey(product)} can be graded`).toBe(true);
    }
  });

  it('leaves no mineral and no form unused', () => {
    for (const mineral of MINERALS) expect(productsOf(mineral).length, mineral).toBeGreaterThan(0);
    for (const form of FORMS)
      expect(
        PRODUCT_FORMS.some((product) => product.form === form),
        form,
      ).toBe(true);
  });

  it('values contained metal only where there is a grade', () => {
    for (const product of PRODUCT_FORMS) if (product.method === 'contained-metal') expect(product.grade).not.toBeNull();
  });

  it('finds by key and refuses what it does not hold', () => {
    expect(findProduct('gold/dore')?.grade?.element).toBe('Au');
    expect(findProduct('clay/dore')).toBeNull();
    expect(findProduct('__proto__/constructor')).toBeNull();
    expect(() => productOf({ mineral: 'clay', form: 'cut' })).toThrow(RangeError);
  });
});

describe('contained mass', () => {
  it('is mass × grade in grams', () => {
    const grade = { element: 'Au', value: '900', unit: 'permil' } as const;
    expect(containedGrams('1000', 'g', grade)?.toFixed()).toBe('900');
    expect(containedGrams('32.1507', 'ozt', grade)?.toFixed()).toBe(
      massGrams('32.1507', 'ozt')?.times('0.9').toFixed(),
    );
    expect(containedGrams('500', 'piece', grade)).toBeNull();
    expect(containedGrams('500', 'g', undefined)).toBeNull();
  });

  it('makes grades of different units comparable', () => {
    expect(gradePpm({ element: 'Sn', value: '60', unit: '%' }).toFixed()).toBe('600000');
    expect(
      gradePpm({ element: 'Au', value: '900', unit: 'permil' }).div(1_000_000).eq(gradeFraction('90', '%').toDecimal()),
    ).toBe(true);
  });
});
