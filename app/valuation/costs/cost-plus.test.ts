import { describe, expect, it } from 'vitest';
import { fixed } from '#app/money/decimal';
import { costPerFinishedUnit, costPlusPrice } from './cost-plus';

describe('costs', () => {
  it('of cut stones: 186 ct rough at USD 12 with a yield of 30% is 40.00 per finished carat', () => {
    expect(fixed(costPerFinishedUnit('12', '30'), 2)).toBe('40.00');
  });

  it('of a batch add up: (inputs + energy + transport + hours × wage + contingency) ÷ units', () => {
    const sheet = {
      currency: 'USD',
      batch: '100',
      unit: 'piece',
      inputs: '10',
      energy: '20',
      transport: '5',
      hours: '10',
      livingWagePerHour: '1.5',
      contingencyPct: '10',
    } as const;
    expect(costPlusPrice(sheet, '0').value.toDecimal().toFixed()).toBe('0.55');
    expect(costPlusPrice(sheet, '20').value.toDecimal().toFixed()).toBe('0.66');
    expect(costPlusPrice(sheet, '20').steps().at(-1)?.expression).toBe('0.55 × (1 + 20%)');
  });
});
