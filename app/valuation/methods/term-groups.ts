import type { Figure, TermLine } from './term-fields';

export const TERM_GROUPS = ['weight', 'price', 'payable', 'charges', 'penalties', 'margin', 'costs'] as const;
export type TermGroupKind = (typeof TERM_GROUPS)[number];

/** Lines that belong together; `subject` is the metal or the country that all of them speak of. */
export type TermGroup = { kind: TermGroupKind; subject: string; lines: TermLine[] };

const GROUP: Record<Figure, TermGroupKind> = {
  franchisePct: 'weight',
  payablePct: 'payable',
  deduction: 'payable',
  minimumDeduction: 'payable',
  discountPct: 'payable',
  premiumPct: 'price',
  premium: 'price',
  refining: 'charges',
  charge: 'charges',
  penaltyFree: 'penalties',
  penaltyRate: 'penalties',
  marginPct: 'margin',
  percentile: 'margin',
  livingWage: 'costs',
  inputs: 'costs',
  energy: 'costs',
  transport: 'costs',
  hours: 'costs',
  contingencyPct: 'costs',
};
const OF_ONE_SUBJECT: ReadonlySet<TermGroupKind> = new Set(['payable', 'costs']);

/** The lines of a form in sections: each metal by itself, then charges, then penalties. Every line is in one of them. */
export function termGroups(lines: readonly TermLine[]): TermGroup[] {
  const groups: TermGroup[] = [];
  for (const line of lines) {
    // A method of one metal does not name it in its figures: they are all about its price.
    const kind = GROUP[line.figure] === 'payable' && line.subject === '' ? 'price' : GROUP[line.figure];
    const subject = OF_ONE_SUBJECT.has(kind) ? line.subject : '';
    const group = groups.find((one) => one.kind === kind && one.subject === subject);
    if (group) group.lines.push(line);
    else groups.push({ kind, subject, lines: [line] });
  }
  return groups.sort((a, b) => TERM_GROUPS.indexOf(a.kind) - TERM_GROUPS.indexOf(b.kind));
}
