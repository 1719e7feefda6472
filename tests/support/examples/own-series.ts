/** A series of an operator's own as somebody types it: tungsten by the metric ton unit, under a contract. */
export const OWN_SERIES = {
  key: 'op.apt-tungsten',
  commodity: 'tungsten',
  currency: 'USD',
  per: 'MTU',
  source: 'Example Prices Ltd',
  licence: 'Contract 1234',
  attribution: 'Example Prices Ltd, by licence',
  pageUrl: 'https://prices.example.org/apt',
  freshDays: '45',
  staleDays: '100',
  quarantinePct: '40',
};
