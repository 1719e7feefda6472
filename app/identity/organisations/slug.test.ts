import { expect, it } from 'vitest';
import { slugOf } from './slug';

it.each([
  ['Cerâmica de Moatize', 'ceramica-de-moatize'],
  ["Mukungwe Women's Cooperative", 'mukungwe-womens-cooperative'],
  ['  --Oro & Cía.--  ', 'oro-cia'],
  ['金', ''],
  ['a'.repeat(80), 'a'.repeat(60)],
])('%s → %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});
