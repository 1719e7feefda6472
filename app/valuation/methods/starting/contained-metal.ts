import type { ContainedMetalMethod, ContainedMetalTerms, MethodSource } from '../method';
import { APPROVED } from './sources';

const FAIRTRADE_2013: Omit<MethodSource, 'level'> = {
  citation: 'Fairtrade minimum prices and premiums for gold, silver and platinum, in force since 1 August 2013',
  on: '2013-08-01',
  url: 'http://www.professionaljeweller.com/new-premium-pricing-for-fairtrade-precious-metals/',
};
const FAIRMINED: Omit<MethodSource, 'level'> = {
  citation: 'Fairmined Premium Report 2018: USD 6,000 per kg for ecological gold',
  on: '2018-12-31',
  url: 'https://www.fairmined.org/?p=9860',
};

function percentOfReference(discountPct: string, premiumPct = '0'): ContainedMetalTerms {
  return { payablePct: '100', discountPct, premiumPct, premium: null };
}

const gold: ContainedMetalMethod = {
  id: 'gold-dore/1',
  family: 'contained-metal',
  title: 'Gold doré and refined gold by fine content',
  covers: [
    { mineral: 'gold', form: 'dore' },
    { mineral: 'gold', form: 'refined' },
  ],
  currency: 'USD',
  element: 'Au',
  series: 'wb.gold',
  terms: {
    floor: percentOfReference('5'),
    fair: { ...percentOfReference('5'), premium: { value: '2', currency: 'USD', per: 'g' } },
    ceiling: { ...percentOfReference('0'), premium: { value: '6', currency: 'USD', per: 'g' } },
  },
  sources: [
    { level: 'floor', ...FAIRTRADE_2013 },
    { level: 'fair', ...FAIRTRADE_2013 },
    { level: 'ceiling', ...FAIRMINED },
  ],
  approvedBy: APPROVED,
};

/**
 * Premiums of silver and platinum are written as percentages of the reference and, as for gold's fair price, are paid on top of the
 * floor: 95% + 10% and 95% + 15%.
 */
function premiumOnFloor(metal: 'silver' | 'platinum', element: string, title: string): ContainedMetalMethod {
  return {
    id: `${metal}-dore/1`,
    family: 'contained-metal',
    title,
    covers: [
      { mineral: metal, form: 'dore' },
      { mineral: metal, form: 'refined' },
    ],
    currency: 'USD',
    element,
    series: `wb.${metal}`,
    terms: {
      floor: percentOfReference('5'),
      fair: percentOfReference('5', '10'),
      ceiling: percentOfReference('5', '15'),
    },
    sources: [{ level: 'all', ...FAIRTRADE_2013 }],
    approvedBy: APPROVED,
  };
}

const tin: ContainedMetalMethod = {
  id: 'tin-concentrate/1',
  family: 'contained-metal',
  title: 'Tin concentrate by contained tin',
  covers: [{ mineral: 'tin', form: 'concentrate' }],
  currency: 'USD',
  element: 'Sn',
  series: 'wb.tin',
  terms: {
    floor: percentOfReference('30'),
    fair: percentOfReference('20'),
    ceiling: percentOfReference('15'),
  },
  sources: [
    {
      level: 'all',
      citation:
        'Fairlode starting terms: ore commonly sells 20 to 30% under the exchange price; to be replaced by contract terms',
      on: '2026-06-01',
      url: null,
    },
  ],
  approvedBy: APPROVED,
};

export const CONTAINED_METAL_METHODS: readonly ContainedMetalMethod[] = [
  gold,
  premiumOnFloor('silver', 'Ag', 'Silver doré and refined silver by fine content'),
  premiumOnFloor('platinum', 'Pt', 'Platinum by fine content'),
  tin,
];
