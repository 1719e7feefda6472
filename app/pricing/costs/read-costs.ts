import { Decimal } from '#app/money/decimal';
import type { CostSheet } from '../methods/method';

/** What a cooperative types: amounts for one batch, in its own currency. */
export type CostInput = Record<CostField, string> & { note: string };
export const COST_FIELDS = ['batch', 'inputs', 'energy', 'transport', 'hours', 'contingencyPct'] as const;
export type CostField = (typeof COST_FIELDS)[number];

type Figures = Pick<CostSheet, CostField>;
export type CostIssue = { path: CostField | 'note'; messageKey: string };

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

/** Reads all fields at once. Nothing typed is nothing spent, but a batch of nothing is no batch, and work takes hours. */
export function readCosts(input: CostInput): { figures: Figures } | { issues: CostIssue[] } {
  const issues: CostIssue[] = [];
  const figures: Record<string, string> = {};
  for (const field of COST_FIELDS) {
    const typed = input[field].trim().replace(',', '.') || '0';
    const value = /^\d{1,13}(\.\d{1,6})?$/.test(typed) ? new Decimal(typed) : null;
    const needed = field === 'batch' || field === 'hours';
    if (!value || value.greaterThan(MOST[field]))
      issues.push({ path: field, messageKey: 'pricing:bands.costs.badFigure' });
    else if (needed && value.isZero()) issues.push({ path: field, messageKey: 'pricing:bands.costs.missing' });
    else figures[field] = value.toFixed();
  }
  if (input.note.length > 300 || UNSEEN.test(input.note))
    issues.push({ path: 'note', messageKey: 'pricing:bands.costs.noteTooLong' });
  return issues.length > 0 ? { issues } : { figures: figures as Figures };
}
