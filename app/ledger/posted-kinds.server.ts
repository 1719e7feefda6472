import { beforeCommit } from '#app/platform/db/before-commit.server';
import type { Tx } from '#app/platform/db/connect.server';
import type { EntryInput, EntryKind } from './entry';

type Step = { name: string; orderId: string; posts: readonly EntryKind[]; mayPost?: readonly EntryKind[] };

const POSTED = new WeakMap<object, { orderId: string | null; kind: EntryKind }[]>();
const STEPS = new WeakMap<object, Step[]>();

/** For the writer of the ledger: what was posted, or found posted, in this transaction. */
export function notePosted(tx: Tx, { orderId, kind }: Pick<EntryInput, 'orderId' | 'kind'>): void {
  POSTED.set(tx, [...(POSTED.get(tx) ?? []), { orderId: orderId ?? null, kind }]);
}

/**
 * A step of a lifecycle was taken that moves the money of an order. Before the transaction is committed, what
 * was posted for the order is held against all its steps taken there: each kind that a step `posts` is there,
 * and none that no step names. Anything else is a bug, and undoes the transaction.
 */
export function expectPosts(tx: Tx, step: Step): void {
  const before = STEPS.get(tx);
  STEPS.set(tx, [...(before ?? []), step]);
  if (!before) beforeCommit(tx, () => checkPosts(tx));
}

function checkPosts(tx: Tx): void {
  const steps = STEPS.get(tx) ?? [];
  for (const orderId of new Set(steps.map((step) => step.orderId))) {
    const taken = steps.filter((step) => step.orderId === orderId);
    const posted = (POSTED.get(tx) ?? []).flatMap((entry) => (entry.orderId === orderId ? [entry.kind] : []));
    const fault = postingFault(taken, posted);
    if (fault) throw new Error(`Order ${orderId}: ${fault}`);
  }
}

/** What was posted against the words of the table; null where they fit. */
function postingFault(taken: readonly Step[], posted: readonly EntryKind[]): string | null {
  const names = taken.map(({ name }) => name).join(', ');
  const missing = taken.flatMap(({ posts }) => posts).filter((kind) => !posted.includes(kind));
  if (missing.length > 0) return `the steps ${names} post ${missing.join(', ')}, and did not`;
  const named = taken.flatMap(({ posts, mayPost = [] }) => [...posts, ...mayPost]);
  const extra = posted.filter((kind) => !named.includes(kind));
  return extra.length > 0 ? `the steps ${names} do not post ${extra.join(', ')}, and did` : null;
}
