import { describe, expect, it } from 'vitest';
import { readTypedBps, readTypedMoney } from './typed-money';

describe('readTypedMoney', () => {
  it.each([
    ['1 250,50', 'USD', 'fr', 125_050n],
    ['1,250.50', 'USD', 'en', 125_050n],
    ['5000', 'UGX', 'en', 5000n],
  ])('reads %s of %s in %s', (typed, currency, locale, minor) => {
    expect(readTypedMoney(typed, currency, { locale })).toEqual({ money: { minor, currency } });
  });

  it.each([
    ['12.345678', 'USD', 'too-many-decimals'],
    ['12.5', 'UGX', 'too-many-decimals'],
    ['1.500', 'USD', 'ambiguous'],
    ['0', 'USD', 'not-positive'],
    ['', 'USD', 'missing'],
    ['1e5', 'USD', 'not-a-number'],
  ])('refuses %s of %s: %s', (typed, currency, problem) => {
    expect(readTypedMoney(typed, currency, { locale: 'en' })).toMatchObject({ problem });
  });

  it('takes nothing where nothing is a sum', () => {
    expect(readTypedMoney('0', 'USD', { zero: true })).toMatchObject({ money: { minor: 0n } });
  });
});

describe('readTypedBps', () => {
  it.each([
    ['1,25', 125],
    ['3', 300],
    ['0.5', 50],
  ])('reads %s percent as %d', (typed, bps) => {
    expect(readTypedBps(typed, { max: '50', locale: 'pt' })).toEqual({ bps });
  });

  it.each([
    ['1.255', 'ambiguous'],
    ['0,125', 'too-many-decimals'],
    ['51', 'too-large'],
  ])('refuses %s', (typed, problem) => {
    expect(readTypedBps(typed, { max: '50', locale: 'pt' })).toMatchObject({ problem });
  });
});
