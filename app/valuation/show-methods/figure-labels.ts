import type { Formats } from '#app/platform/i18n/format';
import type { Figure, TermLine } from '../methods/term-fields';
import type { TermGroup, TermGroupKind } from '../methods/term-groups';
import { chargeText, elementText } from '../vocabulary/element-text';
import { measureText } from '#app/prices/vocabulary/unit-text';

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

type Words = {
  t: (key: string, params?: Record<string, string | number>) => string;
  format: Pick<Formats, 'country' | 'number'>;
};

const GROUP: Record<TermGroupKind, string> = {
  weight: 'pricing:methods.group.weight',
  price: 'pricing:methods.group.price',
  payable: 'pricing:methods.group.payable',
  charges: 'pricing:methods.group.charges',
  penalties: 'pricing:methods.group.penalties',
  margin: 'pricing:methods.group.margin',
  costs: 'pricing:methods.group.costs',
};

export function groupLabel({ kind, subject }: Pick<TermGroup, 'kind' | 'subject'>, { t, format }: Words): string {
  const of = kind === 'costs' ? format.country(subject) : elementText(t, subject);
  return t(GROUP[kind], { subject: of });
}

const OF_COUNTRY: ReadonlySet<Figure> = new Set([
  'livingWage',
  'inputs',
  'energy',
  'transport',
  'hours',
  'contingencyPct',
]);

type Labelled = Omit<TermLine, 'cells'>;

/** `Paid for: copper (Cu), in %`: what a figure is, of what, in which unit. */
export function figureLabel(line: Labelled, words: Words): string {
  const { subject, figure } = line;
  const of = OF_COUNTRY.has(figure) && subject ? words.format.country(subject) : subjectText(figure, subject, words.t);
  return [nameText(line, words), ...(of ? [`: ${of}`] : []), unitPart(line, words)].join('');
}

/** The same under a heading that names the metal or the country already. */
export function figureLabelInGroup(line: Labelled, group: Pick<TermGroup, 'subject'>, words: Words): string {
  return group.subject === '' ? figureLabel(line, words) : `${nameText(line, words)}${unitPart(line, words)}`;
}

function nameText({ figure, above }: Labelled, { t, format }: Words): string {
  return t(FIGURE[figure], {
    above: above ? `${format.number(above.value)} ${measureText(t, format, above.unit)}` : '',
  });
}

function unitPart({ unit }: Labelled, { t, format }: Words): string {
  return unit ? ` (${measureText(t, format, unit)})` : '';
}

function subjectText(figure: Figure, subject: string, t: Words['t']): string {
  return figure === 'charge' ? chargeText(t, subject) : subject && elementText(t, subject);
}
