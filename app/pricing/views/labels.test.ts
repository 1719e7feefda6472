import { expect, it } from 'vitest';
import { seriesText } from './labels';

it.each([
  ['wb.gold', 'pricing:commodity.gold'],
  ['op.gold', 'pricing:commodity.gold'],
  ['local.tz.geita.gold', 'pricing:commodity.gold, Geita (TZ)'],
  ['local.co.bajo-san-juan.gold', 'pricing:commodity.gold, Bajo San Juan (CO)'],
])('names the series %s', (key, name) => {
  expect(seriesText((text) => text, { key, commodity: 'gold' })).toBe(name);
});
