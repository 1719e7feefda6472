import type { ComparablesMethod, CostPlusMethod, CostSheet } from './method';

const APPROVED = { name: 'Fairlode maintainers', on: '2026-06-01' } as const;

/** Fired clay bricks, a clamp of 10,000. Living wage: a full-time month of about MZN 15,000 over 208 hours, rounded. */
const BRICKS_MOZAMBIQUE: CostSheet = {
  currency: 'MZN',
  batch: '10000',
  unit: 'piece',
  inputs: '6000',
  energy: '14000',
  transport: '8000',
  hours: '360',
  livingWagePerHour: '72',
  contingencyPct: '5',
};

const COST_MARGINS: CostPlusMethod['terms'] = {
  floor: { marginPct: '0' },
  fair: { marginPct: '15' },
  ceiling: { marginPct: '35' },
};

const OWN_ESTIMATE = {
  level: 'all',
  citation: "Fairlode starting estimate of costs and margins; a cooperative's own cost record takes its place",
  on: '2026-06-01',
  url: null,
} as const;

export const COST_PLUS_METHODS: readonly CostPlusMethod[] = [
  {
    id: 'bricks/1',
    family: 'cost-plus',
    title: 'Bricks: cost plus living income',
    covers: [{ mineral: 'clay', form: 'bricks' }],
    currency: 'MZN',
    referenceCosts: { MZ: BRICKS_MOZAMBIQUE },
    terms: COST_MARGINS,
    sources: [OWN_ESTIMATE],
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
    terms: COST_MARGINS,
    sources: [OWN_ESTIMATE],
    approvedBy: APPROVED,
  },
];

const GEMSTONES = ['sapphire', 'ruby', 'emerald', 'tourmaline', 'amethyst', 'garnet', 'aquamarine'];

const QUARTILES: ComparablesMethod['terms'] = {
  floor: { percentile: 25 },
  fair: { percentile: 50 },
  ceiling: { percentile: 75 },
};

function comparables(id: string, title: string, covers: ComparablesMethod['covers']): ComparablesMethod {
  const citation =
    'Unit prices of verified orders of the last 24 months in the same cell, at least 5 from 3 sellers and 3 buyers';
  return {
    id,
    family: 'comparables',
    title,
    covers,
    currency: 'USD',
    terms: QUARTILES,
    sources: [{ level: 'all', citation, on: '2026-06-01', url: null }],
    approvedBy: APPROVED,
  };
}

export const COMPARABLES_METHODS: readonly ComparablesMethod[] = [
  comparables(
    'stones/1',
    'Rough and cut stones by comparable sales',
    GEMSTONES.flatMap((mineral) => ['rough', 'cut'].map((form) => ({ mineral, form }))),
  ),
  comparables('jewellery/1', 'Jewellery by comparable sales', [
    { mineral: 'gold', form: 'jewellery' },
    { mineral: 'silver', form: 'jewellery' },
  ]),
  comparables('dimension-stone/1', 'Dimension stone by comparable sales', [
    { mineral: 'dimension-stone', form: 'slab' },
  ]),
];
