import { describe, expect, it } from 'vitest';
import { pageOf } from './own-series';

describe('the page of a series', () => {
  it('is its publisher’s', () => {
    const pageUrl = 'https://www.worldbank.org/en/research/commodity-markets';
    expect(pageOf({ key: 'wb.gold', pageUrl }, 'https://prices.example.org')).toBe(pageUrl);
    expect(pageOf({ key: 'op.cobalt', pageUrl: '' }, 'https://prices.example.org')).toBe('');
  });

  it('is ours for a local price, at the address of today and not of the day on which it was approved', () => {
    const series = { key: 'local.tz.geita.gold', pageUrl: 'http://127.0.0.1:3000/prices/local.tz.geita.gold' };
    expect(pageOf(series, 'https://prices.example.org')).toBe('https://prices.example.org/prices/local.tz.geita.gold');
    expect(pageOf({ ...series, pageUrl: '' }, '')).toBe('/prices/local.tz.geita.gold');
  });
});
