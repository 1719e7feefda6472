import { describe, expect, it } from 'vitest';
import { otherWayRound, rateDoubt, type KnownRate } from './rate-doubts';

function known(rate: string, pair = { base: 'USD', quote: 'UGX' }): KnownRate {
  return { ...pair, rate, on: '2026-05-01', source: 'Bank of Uganda', through: [] };
}

const ask = (rate: string, before: KnownRate | null, hasEarlier = before !== null) =>
  rateDoubt({ typed: { base: 'USD', quote: 'UGX', rate }, known: before, hasEarlier });

describe('a rate that somebody types', () => {
  it.each<[string, string, KnownRate | null, boolean, string | null]>([
    ['follows an earlier one closely', '3720', known('3680'), true, null],
    ['moves by as much as is believed', '5152', known('3680'), true, null],
    ['moves by more', '5153', known('3680'), true, 'leap'],
    ['loses a digit', '368', known('3680'), true, 'leap'],
    ['is the first of its pair', '3720', null, false, 'first'],
    ['is the first of its pair, and other rates make the same of it', '3720', known('3680'), false, 'first'],
    ['is the first of its pair, the wrong way round by other rates', '0.000269', known('3680'), false, 'turned-round'],
    ['is the wrong way round', '0.000269', known('3680'), true, 'turned-round'],
    ['is the wrong way round by little', '1.08', known('0.93'), true, 'turned-round'],
    ['crosses 1', '1.01', known('0.99'), true, 'turned-round'],
    ['is near to 1, on the side where it was', '1.01', known('1.2'), true, null],
    ['is as it was', '1', known('1'), true, null],
  ])('%s', (_, rate, before, hasEarlier, kind) => {
    expect(ask(rate, before, hasEarlier)?.kind ?? null).toBe(kind);
  });

  it('is asked about with how far it is from what is known, and another one is asked about anew', () => {
    expect(ask('368', known('3680'))).toMatchObject({ movedPct: '90.0', token: '368 UGX/USD' });
    expect(ask('368', null)).toMatchObject({ movedPct: null, known: null });
    expect(ask('369', known('3680'))?.token).not.toBe(ask('368', known('3680'))?.token);
  });
});

it.each([
  ['3720', '0.0002688'],
  ['0.0002688', '3720'],
  ['0.000269', '3717'],
  ['0.00001', '100000'],
  ['0.9234', '1.083'],
  ['1000000000', '0.000000001'],
])('%s is %s the other way round', (rate, turned) => {
  expect(otherWayRound({ base: 'USD', quote: 'UGX', rate })).toEqual({ base: 'UGX', quote: 'USD', rate: turned });
});
