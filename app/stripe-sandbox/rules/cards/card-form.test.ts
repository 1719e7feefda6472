import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brandOf, cardDigits, passesLuhn } from './card-number';
import { readCardForm } from './card-form';
import { outcomeOfCard } from './test-cards';

const NOW = new Date('2026-06-02T10:00:00Z');
const GOOD = { number: '4242 4242 4242 4242', expiry: '12/34', cvc: '123', name: 'Ana Buyer' };

describe('readCardForm', () => {
  it('keeps brand, last four digits and expiry, and nothing else of the card', () => {
    const read = readCardForm(GOOD, NOW);
    expect(read).toEqual({
      ok: true,
      facts: { type: 'card', brand: 'visa', last4: '4242', expMonth: 12, expYear: 2034 },
      holder: 'Ana Buyer',
      outcome: { kind: 'succeeds' },
    });
    expect(JSON.stringify(read)).not.toContain('424242');
  });

  it.each([
    [{ number: '' }, { number: 'missing' }],
    [{ number: '4242 4242 4242 4241' }, { number: 'invalid' }],
    [{ number: '4242 4242 4242 424x' }, { number: 'invalid' }],
    [{ number: '4111 1111 1111 1111' }, { number: 'not-a-test-card' }],
    [{ expiry: '05/26' }, { expiry: 'past' }],
    [{ expiry: '13/30' }, { expiry: 'invalid' }],
    [{ expiry: 'soon' }, { expiry: 'invalid' }],
    [{ expiry: '' }, { expiry: 'missing' }],
    [{ cvc: '12' }, { cvc: 'invalid' }],
    [{ cvc: '1234' }, { cvc: 'invalid' }],
    [{ number: '378282246310005', cvc: '123' }, { cvc: 'invalid' }],
    [
      { cvc: '', name: ' ' },
      { cvc: 'missing', name: 'missing' },
    ],
  ])('refuses %j', (change, problems) => {
    expect(readCardForm({ ...GOOD, ...change }, NOW)).toEqual({ ok: false, problems });
  });

  it.each(['06/26', '6/26', '06/2026', '0626', '06 - 26'])(
    'takes the expiry %s, good to the end of its month',
    (expiry) => {
      expect(readCardForm({ ...GOOD, expiry }, NOW)).toMatchObject({ ok: true, facts: { expMonth: 6, expYear: 2026 } });
    },
  );

  it.each([
    ['4000000000000002', 'generic_decline'],
    ['4000000000009995', 'insufficient_funds'],
    ['4000000000000069', 'expired_card'],
    ['4000000000000127', 'incorrect_cvc'],
  ])('knows that %s is declined with %s', (number, declineCode) => {
    expect(readCardForm({ ...GOOD, number }, NOW)).toMatchObject({
      ok: true,
      outcome: { kind: 'declined', declineCode },
    });
  });

  it('knows the cards that ask for authentication and that end in a dispute', () => {
    expect(outcomeOfCard('4000002500003155')).toEqual({ kind: 'needs-authentication' });
    expect(outcomeOfCard('4000000000000259')).toEqual({ kind: 'succeeds-then-disputed' });
  });
});

describe('card numbers', () => {
  it('finds one right check digit, and every other digit wrong', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{15}$/), (start) => {
        expect('0123456789'.split('').filter((digit) => passesLuhn(start + digit))).toHaveLength(1);
      }),
    );
  });

  it('never throws on what was typed', () => {
    fc.assert(
      fc.property(
        fc.record({ number: fc.string(), expiry: fc.string(), cvc: fc.string(), name: fc.string() }),
        (typed) => {
          expect(() => readCardForm(typed, NOW)).not.toThrow();
        },
      ),
    );
  });

  it('names the brand', () => {
    expect(['4242424242424242', '5555555555554444', '2223003122003222', '378282246310005', '9'].map(brandOf)).toEqual([
      'visa',
      'mastercard',
      'mastercard',
      'amex',
      'unknown',
    ]);
    expect(cardDigits('4242-4242 42424242')).toBe('4242424242424242');
  });
});
