import { expect, it } from 'vitest';
import { areaOf, homePath } from './home-path';

it.each([
  ['/cooperative', 'cooperative'],
  ['/cooperative/lots/new', 'cooperative'],
  ['/buyer.data', 'buyer'],
  ['/programme/work', 'programme'],
  ['/cooperatives', null],
  ['/cooperatives/clay-makers', null],
  ['/lots/programme', null],
  ['/', null],
])('%s belongs to %s', (pathname, area) => {
  expect(areaOf(pathname)).toBe(area);
});

it('sends a person without an organisation to found one', () => {
  expect(homePath(null)).toBe('/account/organisations/new');
  expect(homePath({ organisationKind: 'buyer' })).toBe('/buyer');
});
