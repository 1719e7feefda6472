import { expect, it } from 'vitest';
import { negotiateLocale } from './reader-locale.server';

it.each([
  [null, 'en'],
  ['', 'en'],
  ['*', 'en'],
  ['de', 'en'],
  ['fr', 'fr'],
  ['FR-ca', 'fr'],
  ['pt-BR,pt;q=0.9,en;q=0.8', 'pt'],
  ['de-AT, es-419;q=0.5, en;q=0.4', 'es'],
  ['en;q=0.5, sw;q=0.7', 'sw'],
  ['sw-TZ', 'sw'],
  ['sw;q=0, fr;q=0.1', 'fr'],
  ['sw;q=0', 'en'],
  ['zh-Hant-TW, pt-Latn-MZ;q=0.3', 'pt'],
  ['x_y, ;;q=, fr', 'fr'],
  ['xx-'.repeat(2000), 'en'],
])('%s: %s', (header, locale) => {
  expect(negotiateLocale(header)).toBe(locale);
  // A second time from memory.
  expect(negotiateLocale(header)).toBe(locale);
});
