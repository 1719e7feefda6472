import { describe, expect, it } from 'vitest';
import { destinationSchema, isOwnName, maskAccount } from './destination.schema';

const BANK = {
  method: 'bank',
  provider: 'Banco Comercial',
  holder: 'Cerâmica de Moatize',
  accountNumber: 'PT50 0002 0123 1234 5678 9015 4',
};

function problems(input: object): string[] {
  const parsed = destinationSchema.safeParse({ ...BANK, ...input });
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
}

describe('payout destination', () => {
  it('takes an IBAN with blanks', () => {
    expect(destinationSchema.parse(BANK).accountNumber).toBe('PT50000201231234567890154');
  });

  it('takes a national number and a mobile wallet', () => {
    expect(problems({ accountNumber: '0150-2934-881' })).toEqual([]);
    expect(problems({ method: 'mobile-money', provider: 'M-Pesa', accountNumber: '+258 84 123 4567' })).toEqual([]);
  });

  it.each([
    [{ accountNumber: 'PT50 0002 0123 1234 5678 9015 5' }, 'accountNumber verification:refusal.bankAccount'],
    [{ accountNumber: '12' }, 'accountNumber verification:refusal.bankAccount'],
    [{ method: 'mobile-money', accountNumber: '841234567' }, 'accountNumber verification:refusal.mobileNumber'],
    [{ method: 'cash' }, 'method verification:refusal.method'],
    [{ holder: '' }, 'holder verification:refusal.holder'],
    [{ provider: 'B\u202enk' }, 'provider verification:refusal.provider'],
  ])('refuses %j', (input, problem) => {
    expect(problems(input)).toContain(problem);
  });

  it('knows its own name in other spellings', () => {
    expect(isOwnName('CERAMICA DE MOATIZE', 'Cerâmica de Moatize')).toBe(true);
    expect(isOwnName('João Sitoe', 'Cerâmica de Moatize')).toBe(false);
  });

  it('shows four characters of the number', () => {
    expect(maskAccount('PT50000201231234567890154')).toBe('•••• 0154');
  });
});
