import { expect, it } from 'vitest';
import { seriesKeyText, seriesText } from './labels';

it.each([
  ['wb.gold', 'pricing:commodity.gold'],
  ['op.gold', 'pricing:commodity.gold'],
  ['local.tz.geita.gold', 'pricing:commodity.gold, Geita (TZ)'],
  ['local.co.bajo-san-juan.gold', 'pricing:commodity.gold, Bajo San Juan (CO)'],
])('names the series %s', (key, name) => {
  expect(seriesText((text) => text, { key, commodity: 'gold' })).toBe(name);
});

it.each([
  ['wb.iron-ore', 'pricing:commodity.ironOre'],
  ['op.tungsten-apt', 'pricing:commodity.tungsten'],
  ['op.tantalite', 'pricing:commodity.tantalum'],
  ['local.tz.geita.gold', 'pricing:commodity.gold, Geita (TZ)'],
  ['op.of-our-own', 'op.of-our-own'],
])('names the series %s by its key alone', (key, name) => {
  expect(seriesKeyText((text) => text, key)).toBe(name);
});
