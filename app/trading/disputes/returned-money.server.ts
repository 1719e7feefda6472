import type { Deps } from '#app/platform/deps';

export type ReturnedMoney = {
  disputes: {
    id: string;
    stripeId: string;
    status: 'open' | 'won' | 'lost';
    amountMinor: bigint;
    currency: string;
    reason: string;
    openedAt: string;
    closedAt: string | null;
    evidenceDueAt: string | null;
    /** What the platform lost of its own. */
    lossMinor: bigint | null;
  }[];
  refunds: {
    id: string;
    stripeId: string;
    amountMinor: bigint;
    currency: string;
    refundedAt: string;
    decision: 'bear' | 'end' | null;
    lossMinor: bigint | null;
    note: string | null;
    failed: boolean;
    /** Somebody proposed that the order ends. */
    endProposed: boolean;
    endProposedByReader: boolean;
  }[];
};

/** What left an order's payment again, the oldest first. */
export async function returnedMoney(
  { db }: Pick<Deps, 'db'>,
  { orderId, readerId }: { orderId: string; readerId: string },
): Promise<ReturnedMoney> {
  const [disputes, refunds] = await Promise.all([
    db.dispute.findMany({ where: { orderId }, orderBy: [{ openedAt: 'asc' }, { id: 'asc' }] }),
    db.outsideRefund.findMany({ where: { orderId }, orderBy: [{ refundedAt: 'asc' }, { id: 'asc' }] }),
  ]);
  return {
    disputes: disputes.map(({ openedAt, closedAt, evidenceDueAt, ...row }) => ({
      ...row,
      openedAt: openedAt.toISOString(),
      closedAt: closedAt?.toISOString() ?? null,
      evidenceDueAt: evidenceDueAt?.toISOString() ?? null,
    })),
    refunds: refunds.map(({ refundedAt, failedAt, endProposedAt, endProposedById, ...row }) => ({
      ...row,
      failed: failedAt !== null,
      endProposed: endProposedAt !== null,
      endProposedByReader: endProposedById === readerId,
      refundedAt: refundedAt.toISOString(),
    })),
  };
}
