import { describe, expect, it } from 'vitest';
import { sharedAnswer } from './cache-key.server';

const DAY = '2026-06-02';
function key(url: string, headers: Record<string, string> = {}, method = 'GET'): string | null {
  return sharedAnswer({ method, url, headers: new Headers(headers) }, DAY)?.key ?? null;
}

describe('sharedAnswer', () => {
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
    '/prices/wb.gold.data',
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
      'locale=pt; fairlode.session_token=x',
      '__Secure-fairlode.session_token=x',
    ])
      expect(key('/prices', { cookie })).toBeNull();
    expect(key('/prices', { authorization: 'Bearer x' })).toBeNull();
    expect(key('/prices', { cookie: 'locale=pt; lite=on' })).not.toBeNull();
    // That a language was picked by hand changes no page.
    expect(key('/prices', { cookie: 'locale=pt; locale-picked=pt' })).toBe(key('/prices', { cookie: 'locale=pt' }));
  });

  it('tells languages, data savers, what is asked and days apart', () => {
    const keys = [
      key('/prices'),
      key('/prices', { 'accept-language': 'fr' }),
      key('/prices', { cookie: 'locale=pt' }),
      key('/prices', { 'save-data': 'on' }),
      key('/prices/wb.gold?knownOn=2026-01-01'),
      key('/prices/wb.gold'),
      key('/api/v1/lots?mineral=gold'),
      key('/api/v1/lots'),
      sharedAnswer({ method: 'GET', url: '/prices', headers: new Headers() }, '2026-06-03')?.key,
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(key('/prices', { 'accept-language': 'en-GB' })).toBe(key('/prices'));
  });

  it('is made of what the page reads, not of how it was written', () => {
    expect(key('/prices', { cookie: 'locale=fr; locale=sw' })).toBe(key('/prices', { 'accept-language': 'fr' }));
    expect(key('/prices', { cookie: 'locale=nobody' })).toBe(key('/prices'));
    expect(key('/prices', { cookie: 'lite=on' })).toBe(key('/prices', { 'save-data': 'on' }));
    expect(key('/prices', { cookie: 'lite=off', 'save-data': 'on' })).toBe(key('/prices'));
    expect(key('/prices?utm_source=x')).toBe(key('/prices'));
    expect(key('/prices/wb.gold?x=1&knownOn=2026%2D01-01&knownOn=2020-01-01')).toBe(
      key('/prices/wb.gold?knownOn=2026-01-01'),
    );
    const asked = { method: 'GET', url: '/verify?x=%22%3E&hash=ab', headers: new Headers() };
    expect(sharedAnswer(asked, DAY)?.url).toBe('/verify?hash=ab');
  });

  it('leaves it to the page to refuse a kind of answer', () => {
    expect(key('/api/v1/series', { accept: 'text/html' })).toBeNull();
    expect(key('/api/v1/series', { accept: 'application/json' })).toBe(key('/api/v1/series'));
  });
});
