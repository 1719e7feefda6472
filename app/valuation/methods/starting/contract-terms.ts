import type { GradeUnit } from '#app/money/units';
import type { ContractMethod, ContractTerms, MethodSource, PayableTerms, PenaltyTerms } from '../method';
import { BAND_LEVELS, type BandLevel } from '../method';
import { APPROVED, COPPER_2025, LEAD_ZINC_PAYABLES, ownTerms, ZINC_2024, ZINC_2025 } from './sources';

type Three<T> = Record<BandLevel, T>;

function three<T>(floor: T, fair: T, ceiling: T): Three<T> {
  return { floor, fair, ceiling };
}

type Payable = Omit<PayableTerms, 'deduction' | 'minimumDeduction' | 'discountPct' | 'refining'> &
  Partial<Pick<PayableTerms, 'deduction' | 'minimumDeduction' | 'discountPct' | 'refining'>>;

function payable(terms: Payable): PayableTerms {
  return { deduction: null, minimumDeduction: null, discountPct: '0', refining: null, ...terms };
}

/** `steep` from `to` on: what is a little too much costs little, what is far too much costs twice that. */
function penalty(
  element: string,
  unit: GradeUnit,
  steps: { free: string; to: string; rate: string; steep: string },
): PenaltyTerms {
  const { free, to, rate, steep } = steps;
  const bands = [
    { upTo: to, ratePerUnit: rate },
    { upTo: null, ratePerUnit: steep },
  ];
  return { element, unit, free, per: 't', currency: 'USD', bands };
}

const PENALTIES: readonly PenaltyTerms[] = [
  penalty('As', '%', { free: '0.2', to: '0.5', rate: '25', steep: '50' }),
  penalty('Sb', '%', { free: '0.1', to: '0.3', rate: '25', steep: '50' }),
  penalty('Bi', '%', { free: '0.05', to: '0.2', rate: '30', steep: '60' }),
  penalty('Hg', 'ppm', { free: '20', to: '100', rate: '0.15', steep: '0.3' }),
];
const OWN_PENALTIES = ownTerms('penalties for arsenic, antimony, bismuth and mercury above the free limits');
const OWN_DISCOUNT = ownTerms('a discount of 20% (floor) and 10% (fair) of the price for small lots and first buyers');

const treatment = (value: string) => ({ label: 'Treatment', value, currency: 'USD', per: 't' }) as const;
const perPound = (value: string) => ({ value, currency: 'USD', per: 'lb' }) as const;
const perOunce = (value: string) => ({ value, currency: 'USD', per: 'ozt' }) as const;

type Named = { id: string; mineral: string; title: string; element: string; sources: readonly MethodSource[] };

function concentrate(
  { mineral, ...named }: Named,
  terms: (level: BandLevel) => Partial<ContractTerms> & Pick<ContractTerms, 'payables'>,
): ContractMethod {
  const levels = BAND_LEVELS.map((level) => [
    level,
    { franchisePct: '0', charges: [], penalties: [], ...terms(level) },
  ]);
  return {
    ...named,
    family: 'contract-terms',
    covers: [{ mineral, form: 'concentrate' }],
    currency: 'USD',
    terms: Object.fromEntries(levels) as Three<ContractTerms>,
    approvedBy: APPROVED,
  };
}

const DISCOUNT = three('20', '10', '0');
const FRANCHISE = three('0.5', '0.5', '0');

const copperRefining = three('0.08', '0.02125', '0.02125');
const copperTreatment = three('80', '21.25', '21.25');
const copper = concentrate(
  {
    id: 'copper-concentrate/1',
    mineral: 'copper',
    title: 'Copper concentrate on contract terms, with gold and silver',
    element: 'Cu',
    sources: [
      { level: 'all', ...COPPER_2025 },
      {
        level: 'all',
        ...ownTerms(
          '96.5% of the copper, at least 1 unit off; 90% of gold and silver above 1 and 30 g/t; franchise 0.5%',
        ),
      },
      { level: 'all', ...OWN_DISCOUNT },
      { level: 'all', ...OWN_PENALTIES },
    ],
  },
  (level) => ({
    franchisePct: FRANCHISE[level],
    payables: [
      payable({
        element: 'Cu',
        series: 'wb.copper',
        payablePct: '96.5',
        minimumDeduction: { value: '1', unit: '%' },
        discountPct: DISCOUNT[level],
        refining: perPound(copperRefining[level]),
      }),
      payable({
        element: 'Au',
        series: 'wb.gold',
        payablePct: '90',
        minimumDeduction: { value: '1', unit: 'g/t' },
        refining: perOunce('5'),
      }),
      payable({
        element: 'Ag',
        series: 'wb.silver',
        payablePct: '90',
        minimumDeduction: { value: '30', unit: 'g/t' },
        refining: perOunce('0.5'),
      }),
    ],
    charges: [treatment(copperTreatment[level])],
    penalties: PENALTIES,
  }),
);

const leadTreatment = three('120', '90', '60');
const lead = concentrate(
  {
    id: 'lead-concentrate/1',
    mineral: 'lead',
    title: 'Lead concentrate on contract terms, with silver',
    element: 'Pb',
    sources: [
      { level: 'all', ...LEAD_ZINC_PAYABLES },
      {
        level: 'all',
        ...ownTerms(
          'at least 3 units off the lead and 50 g/t off the silver; treatment USD 120, 90 and 60/t; franchise 0.5%',
        ),
      },
      { level: 'all', ...OWN_DISCOUNT },
      { level: 'all', ...OWN_PENALTIES },
    ],
  },
  (level) => ({
    franchisePct: FRANCHISE[level],
    payables: [
      payable({
        element: 'Pb',
        series: 'wb.lead',
        payablePct: '95',
        minimumDeduction: { value: '3', unit: '%' },
        discountPct: DISCOUNT[level],
      }),
      payable({
        element: 'Ag',
        series: 'wb.silver',
        payablePct: '95',
        minimumDeduction: { value: '50', unit: 'g/t' },
        refining: perOunce('1.5'),
      }),
    ],
    charges: [treatment(leadTreatment[level])],
    penalties: PENALTIES,
  }),
);

const zincTreatment = three('165', '80', '80');
const zinc = concentrate(
  {
    id: 'zinc-concentrate/1',
    mineral: 'zinc',
    title: 'Zinc concentrate on contract terms, with silver',
    element: 'Zn',
    sources: [
      { level: 'floor', ...ZINC_2024 },
      { level: 'fair', ...ZINC_2025 },
      { level: 'ceiling', ...ZINC_2025 },
      { level: 'all', ...LEAD_ZINC_PAYABLES },
      {
        level: 'all',
        ...ownTerms('at least 8 units off the zinc; silver less 3 ounces a tonne, then 70%; franchise 0.5%'),
      },
      { level: 'all', ...OWN_DISCOUNT },
      { level: 'all', ...OWN_PENALTIES },
    ],
  },
  (level) => ({
    franchisePct: FRANCHISE[level],
    payables: [
      payable({
        element: 'Zn',
        series: 'wb.zinc',
        payablePct: '85',
        minimumDeduction: { value: '8', unit: '%' },
        discountPct: DISCOUNT[level],
      }),
      payable({ element: 'Ag', series: 'wb.silver', payablePct: '70', deduction: { value: '3', unit: 'ozt/t' } }),
    ],
    charges: [treatment(zincTreatment[level])],
    penalties: PENALTIES,
  }),
);

/** Minor metals: a share of a price that no open feed publishes, so that the operator enters it with its evidence. */
function minorMetal(
  named: Omit<Named, 'sources'>,
  series: string,
  payablePct: Three<string>,
  penalties: readonly PenaltyTerms[],
): ContractMethod {
  const { floor, fair, ceiling } = payablePct;
  const own = ownTerms(`${floor}, ${fair} and ${ceiling}% of the price of the contained ${named.element}`);
  const sources: MethodSource[] = [{ level: 'all', ...own }];
  if (penalties.length > 0) sources.push({ level: 'all', ...OWN_PENALTIES });
  return concentrate({ ...named, sources }, (level) => ({
    payables: [payable({ element: named.element, series, payablePct: payablePct[level] })],
    penalties,
  }));
}

export const CONTRACT_METHODS: readonly ContractMethod[] = [
  copper,
  lead,
  zinc,
  minorMetal(
    { id: 'cobalt-concentrate/1', mineral: 'cobalt', title: 'Cobalt concentrate by contained cobalt', element: 'Co' },
    'op.cobalt',
    three('40', '50', '60'),
    [],
  ),
  minorMetal(
    {
      id: 'tungsten-concentrate/1',
      mineral: 'tungsten',
      title: 'Tungsten concentrate by contained WO3',
      element: 'WO3',
    },
    'op.tungsten-apt',
    three('65', '75', '80'),
    [PENALTIES[0] as PenaltyTerms],
  ),
  minorMetal(
    { id: 'tantalum-concentrate/1', mineral: 'tantalum', title: 'Tantalite by contained Ta2O5', element: 'Ta2O5' },
    'op.tantalite',
    three('75', '85', '100'),
    [],
  ),
];
