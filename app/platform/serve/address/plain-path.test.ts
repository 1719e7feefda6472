import { expect, it } from 'vitest';
import { isPlainPath } from './plain-path';

it.each(['/', '/lots', '/prices/wb.gold.atom', '/api/v1/lots', '/cooperatives/caf%C3%A9', '/a%20b', '/.well-known/x'])(
  'lets %s through',
  (path) => expect(isPlainPath(path)).toBe(true),
);

it.each([
  '/%61pi/v1/valuations',
  '/api/../sign-in',
  '/api/%2e%2e/sign-in',
  '/api/%2E./sign-in',
  '/api%2fv1',
  '/a\\b',
  '//lots',
  '/./lots',
  '/%E0%A4%A',
  '/%7Everify',
])('refuses %s', (path) => expect(isPlainPath(path)).toBe(false));
