import { BAND_LEVELS, type BandLevel, type Method } from './method';
import type { MethodDefinition } from './method-definition.schema';

/** What a figure is, for its label; `subject` is a metal, a charge or a country. */
export const FIGURES = [
  'franchisePct',
  'payablePct',
  'deduction',
  'minimumDeduction',
  'discountPct',
  'premiumPct',
  'premium',
  'refining',
  'charge',
  'penaltyFree',
  'penaltyRate',
  'marginPct',
  'percentile',
  'livingWage',
  'inputs',
  'energy',
  'transport',
  'hours',
  'contingencyPct',
] as const;
export type Figure = (typeof FIGURES)[number];

/** One line of the form: a figure for each level, or one for all. `path` is where it lies in the definition. */
export type TermLine = {
  figure: Figure;
  subject: string;
  unit: string;
  /** Of the rate of a penalty: the grade above which it counts. */
  above?: { value: string; unit: string };
  cells: { path: string; level: BandLevel | null; value: string }[];
};

type Definition = MethodDefinition | Method;
type Leaf = Pick<TermLine, 'figure' | 'subject' | 'unit' | 'above'> & { path: string; value: string };

/** Every figure of a method that staff may propose to change. Which metals, charges and products it speaks of stays as it is. */
export function termLines(definition: Definition): TermLine[] {
  const byLevel = BAND_LEVELS.map((level) => leavesOf(definition, level).map((leaf) => ({ ...leaf, level })));
  const [first = []] = byLevel;
  const lines: TermLine[] = first.map(({ figure, subject, unit, above }, index) => ({
    figure,
    subject,
    unit,
    ...(above ? { above } : {}),
    cells: byLevel.flatMap((leaves) => {
      const leaf = leaves[index];
      return leaf ? [{ path: `terms.${leaf.level}.${leaf.path}`, level: leaf.level, value: leaf.value }] : [];
    }),
  }));
  return [...lines, ...costLines(definition)];
}

function leavesOf(definition: Definition, level: BandLevel): Leaf[] {
  const leaf = (figure: Figure, path: string, value: string, unit = '%', subject = ''): Leaf => ({
    ...{ figure, subject, unit, path, value },
  });
  switch (definition.family) {
    case 'contained-metal': {
      const { payablePct, discountPct, premiumPct, premium } = definition.terms[level];
      const lines = [
        leaf('payablePct', 'payablePct', payablePct),
        leaf('discountPct', 'discountPct', discountPct),
        leaf('premiumPct', 'premiumPct', premiumPct),
      ];
      // Gold's floor has no premium; so that the lines of the levels match, "none" is a premium of nothing.
      const like = BAND_LEVELS.map((one) => definition.terms[one].premium).find((one) => one !== null);
      if (like) lines.push(leaf('premium', 'premium.value', premium?.value ?? '0', `${like.currency}/${like.per}`));
      return lines;
    }
    case 'contract-terms': {
      const { franchisePct, payables, charges, penalties } = definition.terms[level];
      return [
        leaf('franchisePct', 'franchisePct', franchisePct),
        ...payables.flatMap((item, index) => {
          const at = `payables.${index}`;
          const { element, deduction, minimumDeduction, refining } = item;
          return [
            leaf('payablePct', `${at}.payablePct`, item.payablePct, '%', element),
            ...(deduction
              ? [leaf('deduction', `${at}.deduction.value`, deduction.value, deduction.unit, element)]
              : []),
            ...(minimumDeduction
              ? [
                  leaf(
                    'minimumDeduction',
                    `${at}.minimumDeduction.value`,
                    minimumDeduction.value,
                    minimumDeduction.unit,
                    element,
                  ),
                ]
              : []),
            leaf('discountPct', `${at}.discountPct`, item.discountPct, '%', element),
            ...(refining
              ? [
                  leaf(
                    'refining',
                    `${at}.refining.value`,
                    refining.value,
                    `${refining.currency}/${refining.per}`,
                    element,
                  ),
                ]
              : []),
          ];
        }),
        ...charges.map(({ label, value, currency, per }, index) =>
          leaf('charge', `charges.${index}.value`, value, `${currency}/${per}`, label),
        ),
        ...penalties.flatMap(({ element, unit, free, currency, per, bands }, index) => [
          leaf('penaltyFree', `penalties.${index}.free`, free, unit, element),
          ...bands.map((band, step) => ({
            ...leaf(
              'penaltyRate',
              `penalties.${index}.bands.${step}.ratePerUnit`,
              band.ratePerUnit,
              `${currency}/${per}`,
              element,
            ),
            above: { value: bands[step - 1]?.upTo ?? free, unit },
          })),
        ]),
      ];
    }
    case 'cost-plus': {
      const { marginPct, percentile } = definition.terms[level];
      const margin = leaf('marginPct', 'marginPct', marginPct);
      return percentile === undefined ? [margin] : [margin, leaf('percentile', 'percentile', `${percentile}`, '')];
    }
    case 'comparables':
      return [leaf('percentile', 'percentile', `${definition.terms[level].percentile}`, '')];
  }
}

function costLines(definition: Definition): TermLine[] {
  if (definition.family !== 'cost-plus') return [];
  return Object.entries(definition.referenceCosts).flatMap(([country, sheet]) => {
    const at = `referenceCosts.${country}`;
    const line = (figure: Figure, name: string, value: string, unit: string): TermLine => ({
      figure,
      subject: country,
      unit,
      cells: [{ path: `${at}.${name}`, level: null, value }],
    });
    const perBatch = `${sheet.currency} / ${sheet.batch} ${sheet.unit}`;
    return [
      line('inputs', 'inputs', sheet.inputs, perBatch),
      line('energy', 'energy', sheet.energy, perBatch),
      line('transport', 'transport', sheet.transport, perBatch),
      line('hours', 'hours', sheet.hours, 'h'),
      line('livingWage', 'livingWagePerHour', sheet.livingWagePerHour, `${sheet.currency}/h`),
      line('contingencyPct', 'contingencyPct', sheet.contingencyPct, '%'),
    ];
  });
}
