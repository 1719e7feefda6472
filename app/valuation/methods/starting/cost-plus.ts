import type { Currency } from '#app/money/currency';
import type { QuantityUnit } from '#app/money/units';
import type { CostPlusMethod, CostSheet } from '../method';
import { APPROVED, OWN_COSTS, OWN_SALES } from './sources';

/** An hour of work that a family can live on: our estimate of a full-time month over 208 hours, rounded. */
const LIVING_WAGES: Record<string, { perHour: string; currency: Currency }> = {
  CD: { perHour: '3200', currency: 'CDF' },
  CO: { perHour: '10500', currency: 'COP' },
  MG: { perHour: '3400', currency: 'MGA' },
  MZ: { perHour: '72', currency: 'MZN' },
  PE: { perHour: '8.2', currency: 'PEN' },
  RW: { perHour: '1550', currency: 'RWF' },
  TZ: { perHour: '3100', currency: 'TZS' },
  UG: { perHour: '4000', currency: 'UGX' },
};

const MARGINS: CostPlusMethod['terms'] = {
  floor: { marginPct: '0' },
  fair: { marginPct: '15' },
  ceiling: { marginPct: '35' },
};
const THEN_SALES: CostPlusMethod['terms'] = {
  floor: { marginPct: '0', percentile: 25 },
  fair: { marginPct: '15', percentile: 50 },
  ceiling: { marginPct: '35', percentile: 75 },
};

type Batch = {
  per: readonly [batch: string, unit: QuantityUnit];
  inputs: string;
  energy: string;
  transport: string;
  hours: string;
};

function costs(country: string, { per: [batch, unit], ...batchCosts }: Batch): Record<string, CostSheet> {
  const wage = LIVING_WAGES[country];
  if (!wage) throw new RangeError(`No living wage for ${country}`);
  const { currency, perHour } = wage;
  return { [country]: { currency, batch, unit, ...batchCosts, livingWagePerHour: perHour, contingencyPct: '5' } };
}

const BRICKS_MOZAMBIQUE = costs('MZ', {
  per: ['10000', 'piece'],
  inputs: '6000',
  energy: '14000',
  transport: '8000',
  hours: '360',
});

/** Cost plus living income first; by comparable sales once there are enough. */
function costThenSales(
  id: string,
  title: string,
  covers: { mineral: string; form: string },
  referenceCosts: Record<string, CostSheet>,
): CostPlusMethod {
  const [first] = Object.values(referenceCosts);
  return {
    id,
    family: 'cost-plus',
    title,
    covers: [covers],
    currency: first?.currency ?? 'USD',
    referenceCosts,
    livingWages: LIVING_WAGES,
    terms: THEN_SALES,
    sources: [
      { level: 'all', ...OWN_COSTS },
      { level: 'all', ...OWN_SALES },
    ],
    approvedBy: APPROVED,
  };
}

/** Cost alone; each has a follower below. */
const FIRST_METHODS: readonly CostPlusMethod[] = [
  {
    id: 'bricks/1',
    family: 'cost-plus',
    title: 'Bricks: cost plus living income',
    covers: [{ mineral: 'clay', form: 'bricks' }],
    currency: 'MZN',
    referenceCosts: BRICKS_MOZAMBIQUE,
    terms: MARGINS,
    sources: [{ level: 'all', ...OWN_COSTS }],
    approvedBy: APPROVED,
  },
  {
    id: 'cost-plus/1',
    family: 'cost-plus',
    title: 'Tiles, lime, salt, plaster and powders: cost plus living income',
    covers: [
      { mineral: 'clay', form: 'tiles' },
      { mineral: 'limestone', form: 'lime' },
      { mineral: 'salt', form: 'table-salt' },
      { mineral: 'gypsum', form: 'plaster' },
      { mineral: 'kaolin', form: 'powder' },
    ],
    currency: 'USD',
    referenceCosts: {},
    terms: MARGINS,
    sources: [{ level: 'all', ...OWN_COSTS }],
    approvedBy: APPROVED,
  },
];

export const COST_PLUS_METHODS: readonly CostPlusMethod[] = [
  ...FIRST_METHODS,
  costThenSales(
    'bricks/2',
    'Bricks: cost plus living income, then comparable sales',
    { mineral: 'clay', form: 'bricks' },
    BRICKS_MOZAMBIQUE,
  ),
  costThenSales(
    'tiles/1',
    'Tiles: cost plus living income, then comparable sales',
    { mineral: 'clay', form: 'tiles' },
    {
      ...costs('MZ', { per: ['1000', 'piece'], inputs: '1200', energy: '4200', transport: '2200', hours: '90' }),
    },
  ),
  costThenSales(
    'kaolin/1',
    'Kaolin powder: cost plus living income, then comparable sales',
    { mineral: 'kaolin', form: 'powder' },
    {
      ...costs('MZ', { per: ['10', 't'], inputs: '6000', energy: '9000', transport: '11000', hours: '260' }),
    },
  ),
  costThenSales(
    'salt/1',
    'Salt: cost plus living income, then comparable sales',
    { mineral: 'salt', form: 'table-salt' },
    {
      ...costs('UG', { per: ['10', 't'], inputs: '900000', energy: '350000', transport: '800000', hours: '720' }),
    },
  ),
  costThenSales(
    'lime/1',
    'Lime: cost plus living income, then comparable sales',
    { mineral: 'limestone', form: 'lime' },
    {
      ...costs('UG', { per: ['10', 't'], inputs: '450000', energy: '1150000', transport: '500000', hours: '330' }),
    },
  ),
  costThenSales(
    'plaster/1',
    'Gypsum plaster: cost plus living income, then comparable sales',
    { mineral: 'gypsum', form: 'plaster' },
    {
      ...costs('UG', { per: ['10', 't'], inputs: '500000', energy: '900000', transport: '900000', hours: '400' }),
    },
  ),
  costThenSales(
    'dimension-stone/2',
    'Dimension stone: cost plus living income, then comparable sales',
    { mineral: 'dimension-stone', form: 'slab' },
    {
      ...costs('PE', { per: ['100', 'm2'], inputs: '1500', energy: '900', transport: '1400', hours: '420' }),
    },
  ),
];
