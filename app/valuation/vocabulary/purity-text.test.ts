import { describe, expect, it } from 'vitest';
import { LOCALES } from '#app/platform/i18n/locales';
import { formatsFor } from '#app/platform/i18n/format';
import { translator } from '#app/platform/i18n/translator.server';
import { readPurity } from './low-purity';
import { driedValue } from '../formula/dry-quantity';
import { purityText } from './purity-text';

function said(moisturePct: string | undefined, locale: (typeof LOCALES)[number] = 'en'): string {
  const say = translator(locale);
  const words = { t: (key: string, params = {}) => say(key, params), format: formatsFor(locale) };
  const grades = [{ element: 'Sn', value: '65', unit: '%' }];
  const purity = readPurity({ mineral: 'tin', form: 'concentrate', grades });
  if (!purity) throw new Error('tin has a grade');
  const dry = driedValue('500', moisturePct);
  return purityText({ quantity: '500 kg', dry: dry && `${dry} kg`, purity }, words).replaceAll('\u00a0', ' ');
}

describe('what is read of a concentrate', () => {
  it('says of which weight the grade is', () => {
    expect(said('20')).toBe('Read as 500 kg, of which 400 kg dry; 65% of the dry weight is tin (Sn).');
    expect(said('0')).toBe('Read as 500 kg, 65% of it tin (Sn).');
    expect(said(undefined)).toBe(said('0'));
  });

  it.each(LOCALES)('names the dry weight in %s', (locale) => {
    expect(said('20', locale)).toContain('400 kg');
  });
});
