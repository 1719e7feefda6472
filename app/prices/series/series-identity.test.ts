import { expect, it } from 'vitest';
import { IDENTITY, otherIdentity } from './series-identity';

const cobalt = {
  commodity: 'cobalt',
  currency: 'USD',
  per: 't',
  source: 'Example Prices Ltd',
  licence: 'Contract 1234',
  attribution: 'Example Prices Ltd, by licence',
};

it('is the same series where all that its figures rest on is the same', () => {
  expect(otherIdentity(cobalt, { ...cobalt })).toBeNull();
});

it.each(IDENTITY)('is another series with another %s', (name) => {
  expect(otherIdentity(cobalt, { ...cobalt, [name]: 'other' })).toBe(name);
});
