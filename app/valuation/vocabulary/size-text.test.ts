import { describe, expect, it } from 'vitest';
import { formatsFor } from '#app/platform/i18n/format';
import { sizeClass } from '../comparables/stone-size';
import { sizeText } from './size-text';

describe('the size of a stone', () => {
  it.each([
    ['0.2', '< 0.5 ct'],
    ['0.5', '0.5–1 ct'],
    ['1.5', '1–2 ct'],
    ['4.99', '2–5 ct'],
    ['7', '≥ 5 ct'],
  ])('of %s ct is written as %s', (stoneCt, text) => {
    expect(sizeText(sizeClass(stoneCt), formatsFor('en'))).toBe(text);
  });

  it('has the reader’s decimal mark, and is nothing where no stone was weighed', () => {
    expect(sizeText(sizeClass('0.2'), formatsFor('fr'))).toBe('< 0,5 ct');
    expect(sizeText(sizeClass(undefined), formatsFor('en'))).toBeNull();
  });
});
