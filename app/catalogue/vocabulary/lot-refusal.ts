import { refuse, type Refusal } from '#app/platform/result';
import type { FieldIssue } from './lot-input';

/** Fields that could not be read: every one of them, so that a form can show each message at its field. */
export type InvalidLot = Refusal<'invalid-lot'> & { readonly issues: readonly FieldIssue[] };

export function invalidLot(issues: readonly FieldIssue[]): InvalidLot {
  return { ...refuse('invalid-lot', 'catalogue:refusal.invalidLot'), issues };
}

/** The step is not in the lot's table from where the lot stands now. */
export function wrongState(): Refusal<'lot-state'> {
  return refuse('lot-state', 'catalogue:refusal.lotState');
}
