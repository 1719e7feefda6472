import type { EntryInput } from '#app/ledger/entry';
import { postEntry, type PostedEntry } from '#app/ledger/post-entry.server';
import { reverseEntry } from '#app/ledger/reverse-entry.server';
import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import { placedEntry, placedKey, type OrderMoney } from './order-entries';

type PostDeps = Pick<Deps, 'clock' | 'newId'>;

/**
 * Entries made by this room's own rules: one that the ledger refuses is a bug, and the step that needed it
 * must not happen.
 */
export async function mustPost(tx: Tx, deps: PostDeps, entry: EntryInput): Promise<PostedEntry> {
  const posted = await postEntry(tx, deps, entry);
  if (!posted.ok) throw new Error(`The ledger refused ${entry.key}: ${posted.code}`);
  return posted.value;
}

/** Takes back what placing the order posted: the buyer owes nothing, nothing is held. */
export async function unplace(
  tx: Tx,
  deps: PostDeps,
  { orderId, occurredAt }: { orderId: string; occurredAt: Date },
): Promise<void> {
  const reversed = await reverseEntry(tx, deps, { key: placedKey(orderId, await placings(tx, orderId)), occurredAt });
  if (!reversed.ok) throw new Error(`The ledger refused to mirror order ${orderId}: ${reversed.code}`);
}

/**
 * Mirrors what placing posted, and posts it anew as the order is now: another way of paying has another cost.
 */
export async function replacePlacedEntry(
  tx: Tx,
  deps: PostDeps,
  { order, occurredAt }: { order: OrderMoney; occurredAt: Date },
): Promise<void> {
  await unplace(tx, deps, { orderId: order.id, occurredAt });
  const key = placedKey(order.id, (await placings(tx, order.id)) + 1);
  await mustPost(tx, deps, { ...placedEntry(order, occurredAt), key });
}

/** How often the order was posted as placed: once, and once more for each other way of paying. */
function placings(tx: Tx, orderId: string): Promise<number> {
  return tx.journalEntry.count({ where: { orderId, kind: 'order-placed' } });
}
