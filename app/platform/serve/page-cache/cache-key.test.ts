import { describe, expect, it } from 'vitest';
import { cacheKey } from './cache-key';

const DAY = '2026-06-02';
function key(url: string, headers: Record<string, string> = {}, method = 'GET'): string | null {
  return cacheKey({ method, url, header: (name) => headers[name] }, DAY);
}

describe('cacheKey', () => {
  it.each([
    '/prices',
    '/prices.txt',
    '/prices/wb.gold',
    '/prices/wb.gold.atom',
    '/api/v1/series',
    '/api/v1/series/wb.gold/observations.csv?from=2020-01',
  ])('shares %s', (url) => {
    expect(key(url)).not.toBeNull();
    expect(key(url, {}, 'POST')).toBeNull();
  });

  it.each([
    '/',
    '/lots',
    '/prices/status',
    '/prices/rates',
    '/cooperative',
    '/verify/00',
    '/api/v1/valuations',
    '/prices/../cooperative',
    '/prices//x.y',
  ])('shares nothing of %s', (url) => {
    expect(key(url)).toBeNull();
  });

  it('never shares what a cookie or a key makes somebody’s own', () => {
    for (const cookie of [
      'fairlode.session_token=x',
      'notice=x',
      'locale=InB0Ig; fairlode.session_token=x',
      '__Secure-fairlode.session_token=x',
    ])
      expect(key('/prices', { cookie })).toBeNull();
    expect(key('/prices', { authorization: 'Bearer x' })).toBeNull();
    expect(key('/prices', { cookie: 'locale=InB0Ig; lite=Im9uIg' })).not.toBeNull();
    // That a language was picked by hand changes no page.
    expect(key('/prices', { cookie: 'locale=InB0Ig; locale-picked=InB0Ig' })).toBe(
      key('/prices', { cookie: 'locale=InB0Ig' }),
    );
  });

  it('tells languages, data savers, queries and days apart', () => {
    const keys = [
      key('/prices'),
      key('/prices', { 'accept-language': 'fr' }),
      key('/prices', { cookie: 'locale=InB0Ig' }),
      key('/prices', { 'save-data': 'on' }),
      key('/prices', { cookie: 'lite=Im9uIg' }),
      key('/prices?x=1'),
      cacheKey({ method: 'GET', url: '/prices', header: () => undefined }, '2026-06-03'),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(key('/prices', { 'accept-language': 'en-GB' })).toBe(key('/prices'));
  });

  it('leaves it to the page to refuse a kind of answer', () => {
    expect(key('/api/v1/series', { accept: 'text/html' })).toBeNull();
    expect(key('/api/v1/series', { accept: 'application/json' })).toBe(key('/api/v1/series'));
  });
});
