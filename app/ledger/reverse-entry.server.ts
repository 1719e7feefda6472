import { asCurrency } from '#app/money/currency';
import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import { refuse, type Result } from '#app/platform/result';
import { isAccountCode, type AccountRef } from './chart-of-accounts';
import type { Part } from './entry';
import { postEntry, type PostedEntry, type PostRefusal } from './post-entry.server';

/**
 * Corrects by mirroring: the same accounts and parts with opposite signs, linked to the entry posted under
 * `key`. An entry is mirrored once (its reversal's key is made from its own). A second call is a replay.
 * Refused where no such entry exists.
 */
export async function reverseEntry(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'newId'>,
  { key, occurredAt, memo }: { key: string; occurredAt: Date; memo?: Record<string, string> },
): Promise<Result<PostedEntry, PostRefusal | 'no-entry'>> {
  const original = await tx.journalEntry.findUnique({
    where: { key },
    include: { postings: { include: { account: true }, orderBy: { id: 'asc' } } },
  });
  if (!original) return refuse('no-entry', 'ledger:refusal.noEntry');
  return postEntry(tx, deps, {
    key: `${key}:reversed`,
    kind: 'reversal',
    orderId: original.orderId ?? undefined,
    currency: asCurrency(original.currency),
    occurredAt,
    reverses: original.id,
    memo,
    postings: original.postings.map((posting) => ({
      account: accountRef(posting.account),
      amountMinor: -posting.amountMinor,
      part: (posting.part as Part | null) ?? undefined,
      orderId: posting.orderId ?? undefined,
    })),
  });
}

function accountRef({ code, ownerId }: { code: string; ownerId: string | null }): AccountRef {
  if (!isAccountCode(code)) throw new RangeError(`Account code ${code} is not in the chart`);
  return ownerId === null ? { code } : { code, ownerId };
}
