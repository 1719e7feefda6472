import { orAmbiguous, readTypedDecimal, type DecimalProblem } from '#app/money/typed-decimal';
import { singleLineBreaks } from '#app/platform/text/read-note';
import type { CostSheet } from '../methods/method';

/** What a cooperative types in its language: amounts for one batch, in its own currency. */
export type CostInput = Record<CostField, string> & { note: string; locale?: string };
export const COST_FIELDS = ['batch', 'inputs', 'energy', 'transport', 'hours', 'contingencyPct'] as const;
export type CostField = (typeof COST_FIELDS)[number];

type Figures = Pick<CostSheet, CostField>;
export type CostIssue = { path: CostField | 'note'; messageKey: string; params?: Record<string, string | number> };

const MOST: Record<CostField, string> = {
  batch: '10000000',
  inputs: '1000000000000',
  energy: '1000000000000',
  transport: '1000000000000',
  hours: '1000000',
  contingencyPct: '50',
};

/** Marks that nobody types and that make a text look like another; line ends are typed. */
const UNSEEN = /[\p{Cf}\p{Co}\p{Cs}]|[^\P{Cc}\r\n\t]/u;

function problemWith(problem: DecimalProblem, max: string): Omit<CostIssue, 'path'> {
  return problem === 'too-large'
    ? { messageKey: 'pricing:calculator.problem.tooLarge', params: { max } }
    : { messageKey: 'pricing:bands.costs.badFigure' };
}

/** Reads all fields at once. Nothing typed is nothing spent, but a batch of nothing is no batch, and work takes hours. */
export function readCosts(input: CostInput): { figures: Figures } | { issues: CostIssue[] } {
  const issues: CostIssue[] = [];
  const figures: Record<string, string> = {};
  for (const field of COST_FIELDS) {
    const limits = { maxDecimals: 6, max: MOST[field], zero: true, locale: input.locale };
    const read = readTypedDecimal(input[field].trim() || '0', limits);
    const needed = field === 'batch' || field === 'hours';
    if (!('value' in read)) issues.push(orAmbiguous({ path: field, ...problemWith(read.problem, limits.max) }, read));
    else if (needed && read.value === '0') issues.push({ path: field, messageKey: 'pricing:bands.costs.missing' });
    else figures[field] = read.value;
  }
  if (singleLineBreaks(input.note).length > 300 || UNSEEN.test(input.note))
    issues.push({ path: 'note', messageKey: 'pricing:bands.costs.noteTooLong' });
  return issues.length > 0 ? { issues } : { figures: figures as Figures };
}
