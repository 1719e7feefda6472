import { describe, expect, it } from 'vitest';
import { FEEDS } from '../sources/registry';
import { openFeed, requireFeeds } from './feed-plan.server';

const feeds = (on: string[], settings: Record<string, Record<string, string>> = {}) => ({
  ...{ on, settings, allowLoopback: false },
});
const dailyJson = {
  DAILY_JSON_URL: 'https://prices.example.org/gold.json',
  DAILY_JSON_SERIES: 'op.gold-licensed',
  DAILY_JSON_LICENCE: 'Contract 1234',
};

describe('the settings of feeds', () => {
  it('are none where nothing is switched on', () => {
    expect(() => requireFeeds(feeds([]))).not.toThrow();
    for (const feed of FEEDS) expect(openFeed(feeds([]), feed)).toBeNull();
  });

  it('are enough for every feed', () => {
    const settings = { 'pink-sheet': { PINK_SHEET_URL: 'https://example.org/a.xlsx' }, 'daily-json': dailyJson };
    expect(() => requireFeeds(feeds([...FEEDS], settings))).not.toThrow();
    expect(openFeed(feeds([...FEEDS], settings), 'daily-json')?.licence).toBe('Contract 1234');
    expect(openFeed(feeds([...FEEDS], settings), 'ecb')?.licence).toBeNull();
  });

  it.each([
    ['a feed that nobody knows', feeds(['lme']), /^FEEDS knows pink-sheet, ecb, daily-json, but holds "lme"\.$/],
    ['a table, which is never fetched', feeds(['csv']), /^FEEDS knows .* but holds "csv"\.$/],
    ['no address', feeds(['pink-sheet']), /^PINK_SHEET_URL is not set\. Copy the link/],
    [
      'an address that is none',
      feeds(['ecb'], { ecb: { ECB_DAILY_URL: 'daily?key=secret' } }),
      /^ECB_DAILY_URL is no address\. Give/,
    ],
    [
      'no series',
      feeds(['daily-json'], { 'daily-json': { ...dailyJson, DAILY_JSON_SERIES: '' } }),
      /^DAILY_JSON_SERIES is not set\. Set DAILY_JSON_URL/,
    ],
    [
      'no licence',
      feeds(['daily-json'], { 'daily-json': { ...dailyJson, DAILY_JSON_LICENCE: 'x' } }),
      /^DAILY_JSON_LICENCE is not set\. Set DAILY_JSON_URL/,
    ],
  ])('%s is said in one sentence', (_, given, sentence) => {
    expect(() => requireFeeds(given)).toThrow(sentence);
    expect(() => requireFeeds(given)).not.toThrow(/secret/);
  });
});
