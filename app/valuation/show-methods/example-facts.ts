import type { BandFacts } from '../bands/band-facts';
import type { LotKind } from '../bands/band-from-sources.server';
import type { PublishedCohort } from '../comparables/published-cell';
import type { Method } from '../methods/method';

/** A lot that could be: round figures of the kind that the method is for, so that its sums are easy to follow. */
export type Example = { facts: BandFacts; kind: LotKind | null };

const TYPICAL: Record<string, readonly [element: string, value: string, unit: BandFacts['grades'][number]['unit']][]> =
  {
    Cu: [
      ['Cu', '25', '%'],
      ['Au', '2', 'g/t'],
      ['Ag', '60', 'g/t'],
      ['As', '0.3', '%'],
    ],
    Pb: [
      ['Pb', '60', '%'],
      ['Ag', '400', 'g/t'],
    ],
    Zn: [
      ['Zn', '50', '%'],
      ['Ag', '150', 'g/t'],
    ],
    Co: [['Co', '10', '%']],
    WO3: [['WO3', '65', '%']],
    Ta2O5: [['Ta2O5', '30', '%']],
    Sn: [['Sn', '60', '%']],
  };
const DORE = (element: string): BandFacts['grades'] => [{ element, value: '900', unit: 'permil' }];
const NOTHING = { grades: [], originCountry: null, costs: null };

function quantity(value: string, unit: BandFacts['quantity']['unit'], moisturePct = '0'): BandFacts['quantity'] {
  return { value, unit, moisturePct, franchisePct: '0' };
}

/** Null where there is nothing to reckon with: no costs, or no published sales. */
export function exampleFor(method: Method, cohorts: readonly PublishedCohort[]): Example | null {
  switch (method.family) {
    case 'contained-metal':
    case 'contract-terms': {
      const typical = TYPICAL[method.element];
      const grades = typical?.map(([element, value, unit]) => ({ element, value, unit }));
      return grades
        ? {
            facts: {
              ...NOTHING,
              grades,
              quantity: quantity('10', 't', method.family === 'contract-terms' ? '8' : '0'),
            },
            kind: null,
          }
        : { facts: { ...NOTHING, grades: DORE(method.element), quantity: quantity('1000', 'g') }, kind: null };
    }
    case 'cost-plus': {
      const [first] = Object.entries(method.referenceCosts);
      if (!first) return null;
      const [originCountry, { batch, unit }] = first;
      if (unit === 'dmtu') return null;
      return { facts: { ...NOTHING, originCountry, quantity: quantity(batch, unit) }, kind: null };
    }
    case 'comparables':
      return exampleOfSales(method, cohorts);
  }
}

function exampleOfSales(method: Method, cohorts: readonly PublishedCohort[]): Example | null {
  const covered = cohorts.filter(({ mineral, form }) =>
    method.covers.some((one) => one.mineral === mineral && one.form === form),
  );
  const most = [...covered].sort((a, b) => b.sales.length - a.sales.length)[0];
  if (!most || (most.unit !== 'ct' && most.unit !== 'piece')) return null;
  const { mineral, form, quality, size, country } = most;
  return {
    facts: { ...NOTHING, originCountry: country ?? 'XX', quantity: quantity('10', most.unit) },
    kind: { mineral, form, quality, size: size ?? '', cooperativeId: null },
  };
}
