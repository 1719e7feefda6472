import { expect, it } from 'vitest';
import { safeNext } from './safe-next';

it('keeps a path of this site', () => {
  expect(safeNext('/lots/1?sort=mass#band')).toBe('/lots/1?sort=mass#band');
});

it.each([
  null,
  '',
  'lots',
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/a\\b',
  '/a\nb',
  `/${'a'.repeat(600)}`,
])('drops %j', (next) => {
  expect(safeNext(next)).toBeNull();
});
