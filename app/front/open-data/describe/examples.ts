/** Inputs that anyone can send as they are; the tests send them. */
export const VALUATION_EXAMPLE = {
  asOf: '2026-05-31',
  knownAt: null,
  currency: 'USD',
  quantity: { value: '1000', unit: 'g' },
  payables: [
    {
      element: 'Au',
      grade: { value: '900', unit: 'permil' },
      payablePct: '100',
      price: { value: '4228', currency: 'USD', per: 'ozt' },
    },
  ],
};

export const BAND_EXAMPLE = {
  method: 'gold-dore/1',
  asOf: '2026-05-31',
  currency: 'USD',
  quantity: { value: '1000', unit: 'g' },
  grades: [{ element: 'Au', value: '900', unit: 'permil' }],
  ask: { amount: '120000', currency: 'USD' },
};
