import type { ComparablesMethod } from '../method';
import { APPROVED, OWN_SALES } from './sources';

const GEMSTONES = ['sapphire', 'ruby', 'emerald', 'tourmaline', 'amethyst', 'garnet', 'aquamarine'];

const QUARTILES: ComparablesMethod['terms'] = {
  floor: { percentile: 25 },
  fair: { percentile: 50 },
  ceiling: { percentile: 75 },
};

function comparables(id: string, title: string, covers: ComparablesMethod['covers']): ComparablesMethod {
  return {
    id,
    family: 'comparables',
    title,
    covers,
    currency: 'USD',
    terms: QUARTILES,
    sources: [{ level: 'all', ...OWN_SALES }],
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
