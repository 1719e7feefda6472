import { describe, expect, it } from 'vitest';
import { formatsFor } from '#app/platform/i18n/format';
import type { Locale } from '#app/platform/i18n/locales';
import { translator } from '#app/platform/i18n/translator.server';
import { countedText } from '#app/prices/vocabulary/unit-text';

const say = (locale: Locale, value: string, unit: string) =>
  countedText((key, params = {}) => translator(locale)(key, params), formatsFor(locale), { value, unit });

describe('countedText', () => {
  it('follows the number', () => {
    expect(say('pt', '25', 'ct')).toBe('25 quilates');
    expect(say('es', '1', 'ct')).toBe('1 quilate');
    expect(say('en', '2.5', 'ozt')).toBe('2.5 troy ounces');
    expect(say('fr', '1', 'piece')).toBe('1 pièce');
    expect(say('sw', '2', 'ozt')).toBe('2 aunsi za troy');
  });

  it('leaves symbols as they are', () => {
    expect(say('fr', '12.5', 'kg')).toBe('12,5 kg');
    expect(say('en', '3', 'm2')).toBe('3 m²');
  });
});
