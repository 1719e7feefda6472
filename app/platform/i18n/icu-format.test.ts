import { describe, expect, it } from 'vitest';
import { formatsFor } from './format';
import { icuFormat } from './icu-format.server';
import { LOCALES } from './locales';
import { translator } from './translator.server';

describe.each(LOCALES)('figures inside messages in %s', (locale) => {
  const { number } = formatsFor(locale);

  it('are written as figures beside them', () => {
    expect(icuFormat.parse('{max, number}', { max: '1000000000' }, locale)).toBe(number('1000000000'));
    expect(icuFormat.parse('{max, number}', { max: 1000 }, locale)).toBe(number(1000));
    expect(icuFormat.parse('{count, plural, other {#}}', { count: 1234 }, locale)).toBe(number(1234));
  });

  it('say limits with their thousands apart', () => {
    const t = translator(locale);
    expect(t('pricing:calculator.problem.tooLarge', { max: '999999999999' })).toContain(number('999999999999'));
    expect(t('catalogue:issue.textTooLong', { max: 1000 })).toContain(number(1000));
  });
});
