import type { Deps } from '#app/platform/deps';
import { CHART, isAccountCode } from '../chart-of-accounts';

export type OrderPosting = {
  entryId: string;
  kind: string;
  occurredAt: string;
  book: 'platform' | 'cooperative';
  code: string;
  ownerId: string | null;
  part: string | null;
  /** Signed minor units: debit positive. */
  amountMinor: bigint;
  currency: string;
  /** Set on a reversal: the entry it mirrors. */
  reversesId: string | null;
};

/** Every posting that counts for an order, in the order it was written: what a figure is drilled down to. */
export async function orderPostings(deps: Pick<Deps, 'db'>, { orderId }: { orderId: string }): Promise<OrderPosting[]> {
  const rows = await deps.db.posting.findMany({
    where: { orderId },
    include: { entry: true, account: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ entry, account, part, amountMinor }) => ({
    entryId: entry.id,
    kind: entry.kind,
    occurredAt: entry.occurredAt.toISOString(),
    book: bookOf(account.code),
    code: account.code,
    ownerId: account.ownerId,
    part,
    amountMinor,
    currency: entry.currency,
    reversesId: entry.reversesId,
  }));
}

function bookOf(code: string): OrderPosting['book'] {
  return isAccountCode(code) ? CHART[code].book : 'platform';
}
