import { describe, expect, it } from 'vitest';
import { formatsFor } from '#app/platform/i18n/format';
import { gapText } from './gap-text';

describe('gapText', () => {
  it.each([
    ['-4.84', '4.8%'],
    ['-99.99', '99.9%'],
    ['-100.00', '99.9%'],
    ['100.00', '100.0%'],
    ['250.04', '250.0%'],
    ['0', '0.0%'],
  ])('says %s as %s', (pct, said) => expect(gapText(formatsFor('en'), pct)).toBe(said));
});
