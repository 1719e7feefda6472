import type { Figure, TermLine } from '../../methods/changes/term-fields';

const FIGURE: Record<Figure, string> = {
  franchisePct: 'pricing:methods.figure.franchisePct',
  payablePct: 'pricing:methods.figure.payablePct',
  deduction: 'pricing:methods.figure.deduction',
  minimumDeduction: 'pricing:methods.figure.minimumDeduction',
  discountPct: 'pricing:methods.figure.discountPct',
  premiumPct: 'pricing:methods.figure.premiumPct',
  premium: 'pricing:methods.figure.premium',
  refining: 'pricing:methods.figure.refining',
  charge: 'pricing:methods.figure.charge',
  penaltyFree: 'pricing:methods.figure.penaltyFree',
  penaltyRate: 'pricing:methods.figure.penaltyRate',
  marginPct: 'pricing:methods.figure.marginPct',
  percentile: 'pricing:methods.figure.percentile',
  livingWage: 'pricing:methods.figure.livingWage',
  inputs: 'pricing:methods.figure.inputs',
  energy: 'pricing:methods.figure.energy',
  transport: 'pricing:methods.figure.transport',
  hours: 'pricing:methods.figure.hours',
  contingencyPct: 'pricing:methods.figure.contingencyPct',
};

type Words = { t: (key: string) => string; format: { country(code: string): string } };

const OF_COUNTRY: ReadonlySet<Figure> = new Set([
  'livingWage',
  'inputs',
  'energy',
  'transport',
  'hours',
  'contingencyPct',
]);

/** `Paid for: Cu (%)`: what a figure is, of what, in which unit. */
export function figureLabel({ figure, subject, unit }: Omit<TermLine, 'cells'>, { t, format }: Words): string {
  const of = OF_COUNTRY.has(figure) && subject ? format.country(subject) : subject;
  const sign = unit === 'permil' ? '‰' : unit;
  return `${t(FIGURE[figure])}${of ? `: ${of}` : ''}${sign ? ` (${sign})` : ''}`;
}
