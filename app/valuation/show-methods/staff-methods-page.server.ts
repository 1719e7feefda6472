import type { Deps } from '#app/platform/deps';
import { findWork, type LongWork } from '#app/platform/jobs/long-work.server';
import { listProposals, type ProposalRow } from '../methods/proposals.server';
import type { Method } from '../methods/method';
import { newestOf } from '../methods/method-book';
import { readMethodBook } from '../methods/method-book.server';

/** How far the last valuing of all open lots is; null where that never was. */
export function bandWork(deps: Deps): Promise<LongWork | null> {
  return findWork(deps, { kind: 'recompute-bands' });
}

/** What staff see of all methods: those in force, what was proposed, and how far the open lots are. */
export async function staffMethodsPage(
  deps: Deps,
): Promise<{ methods: Method[]; proposals: ProposalRow[]; work: LongWork | null }> {
  const [book, proposals, work] = await Promise.all([readMethodBook(deps), listProposals(deps), bandWork(deps)]);
  return { methods: newestOf(book), proposals, work };
}
