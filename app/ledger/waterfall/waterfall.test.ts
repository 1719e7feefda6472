import { describe, expect, it } from 'vitest';
import { comparePlanned, percentOf, type WaterfallPart } from './waterfall';

const net: WaterfallPart = { part: 'net', payee: null, basis: null, rateBps: null, amountMinor: 90n };
const royalty: WaterfallPart = { part: 'royalty', payee: 'Ministry', basis: '10%', rateBps: 1000, amountMinor: 10n };

describe('percentOf', () => {
  it('keeps two decimals, half-even', () => {
    expect(percentOf(11_187_187n, 11_802_302n)).toBe('94.79');
    expect(percentOf(1n, 8n)).toBe('12.50');
  });
});

describe('comparePlanned', () => {
  it('puts settled beside planned, and knows nothing before', () => {
    expect(comparePlanned([net, royalty], [net, royalty]).map((line) => line.settledMinor)).toEqual([90n, 10n]);
    expect(comparePlanned([net, royalty], null).map((line) => line.settledMinor)).toEqual([null, null]);
  });

  it('shows what was planned and not settled, and the other way round', () => {
    const other: WaterfallPart = { ...royalty, payee: 'Someone' };
    expect(comparePlanned([net, royalty], [net, other])).toMatchObject([
      { plannedMinor: 90n, settledMinor: 90n },
      { payee: 'Ministry', plannedMinor: 10n, settledMinor: 0n },
      { payee: 'Someone', plannedMinor: 0n, settledMinor: 10n },
    ]);
  });
});
