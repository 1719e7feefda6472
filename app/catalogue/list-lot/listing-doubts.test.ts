import { describe, expect, it } from 'vitest';
import { listingDoubts } from './listing-doubts';

const FACTS = {
  mineral: 'gold',
  form: 'dore',
  grades: [{ element: 'Au', value: '905', unit: 'permil' as const }],
  quantity: { value: '200', unit: 'g' as const },
  facts: {},
  currency: 'USD' as const,
};
const LOW = { ...FACTS, grades: [{ element: 'Au', value: '0.905', unit: 'permil' as const }] };
const BAND = { floorMinor: 1_000_000n, ceilingMinor: 2_000_000n };

describe('listingDoubts', () => {
  it('has none about a likely price and purity, nor about a price without a band', () => {
    expect(listingDoubts({ facts: FACTS, askMinor: 1_500_000n, band: BAND })).toBeNull();
    expect(listingDoubts({ facts: FACTS, askMinor: 100n, band: null })).toBeNull();
  });

  it('doubts a price far from the band and a purity that hardly anybody sells, together', () => {
    const doubts = listingDoubts({ facts: LOW, askMinor: 100n, band: BAND });
    expect(doubts).toMatchObject({ ask: { against: 'floor' }, purity: { percent: '0.0905', below: '30' } });
    expect(listingDoubts({ facts: FACTS, askMinor: 100n, band: BAND })?.purity).toBeNull();
    expect(listingDoubts({ facts: LOW, askMinor: 1_500_000n, band: BAND })?.ask).toBeNull();
  });

  it('stands for these very figures', () => {
    const tokens = [
      listingDoubts({ facts: LOW, askMinor: 100n, band: BAND }),
      listingDoubts({ facts: LOW, askMinor: 200n, band: BAND }),
      listingDoubts({ facts: FACTS, askMinor: 100n, band: BAND }),
      listingDoubts({ facts: { ...LOW, currency: 'EUR' }, askMinor: 100n, band: BAND }),
    ].map((doubts) => doubts?.token);
    expect(new Set(tokens).size).toBe(4);
  });
});
