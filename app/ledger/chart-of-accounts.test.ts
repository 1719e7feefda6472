import { describe, expect, it } from 'vitest';
import { accountKey, CHARGE_ACCOUNT, CHART, isOverdrawn, type AccountCode } from './chart-of-accounts';

describe('chart of accounts', () => {
  it('owes every named charge to a payee', () => {
    for (const code of Object.values(CHARGE_ACCOUNT))
      expect(CHART[code]).toMatchObject({ owner: 'payee', side: 'credit' });
  });

  it('finds an account by code, owner and currency', () => {
    expect(accountKey({ code: 'held-for-order', ownerId: 'o1' }, 'USD')).toBe('held-for-order:o1:USD');
    expect(accountKey({ code: 'bank' }, 'MZN')).toBe('bank:-:MZN');
  });

  it('lets no bounded account stand on its wrong side, and every account stand at zero', () => {
    for (const code of Object.keys(CHART) as AccountCode[]) {
      const { bounded, side } = CHART[code];
      const wrong = side === 'debit' ? -1n : 1n;
      expect(isOverdrawn(code, wrong)).toBe(bounded);
      expect(isOverdrawn(code, -wrong)).toBe(false);
      expect(isOverdrawn(code, 0n)).toBe(false);
    }
  });
});
