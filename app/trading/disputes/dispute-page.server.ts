import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import type { Deps } from '#app/platform/deps';
import { mayOpenPaper } from '#app/verification/documents/paper-access';
import { programmeOrderPage, type ProgrammeOrderPage } from '../pages/order-page.server';
import { returnedMoney, type ReturnedMoney } from './returned-money.server';

export type DisputePage = ReturnedMoney & {
  order: ProgrammeOrderPage;
  chargeId: string | null;
  /** `href` is null where the reader may know of the paper, but not open it. */
  documents: { href: string | null; name: string }[];
  /** A part that went back and that nobody has decided on; null where there is none. */
  undecidedMinor: bigint | null;
  /** It was proposed that the order ends: another person confirms. */
  endProposed: boolean;
  /** The reader proposed it, so somebody else must confirm. */
  endProposedByReader: boolean;
  /** Propose that the order ends, or confirm it. */
  mayDecide: boolean;
  /** Decide that the platform bears what went back. */
  mayBear: boolean;
};

/** The money of an order that is in question, and everything on file that answers a bank. Throws NotFound for other programmes. */
export async function disputePage(
  deps: Pick<Deps, 'db'>,
  { actor, orderId }: { actor: Actor; orderId: string },
): Promise<DisputePage> {
  const order = await programmeOrderPage(deps, { actor, orderId });
  const [returned, checkout, documents, ownProposals] = await Promise.all([
    returnedMoney(deps, { orderId }),
    deps.db.checkout.findFirst({ where: { orderId, chargeId: { not: null } }, select: { chargeId: true } }),
    deps.db.lotDocument.findMany({
      where: { lotId: order.lot.id },
      select: { document: { select: { id: true, fileName: true } } },
    }),
    deps.db.outsideRefund.count({ where: { orderId, decidedAt: null, endProposedById: actor.userId } }),
  ]);
  const undecided = returned.refunds.filter(({ decision, failed }) => decision === null && !failed);
  const opensPapers = mayOpenPaper('lot-assay', actor, 'programme');
  const disputed = returned.disputes.some(({ status }) => status === 'open');
  return {
    ...returned,
    order,
    chargeId: checkout?.chargeId ?? null,
    documents: documents.map(({ document }) => ({
      href: opensPapers ? `/documents/${document.id}` : null,
      name: document.fileName,
    })),
    undecidedMinor:
      undecided.length === 0 || disputed ? null : undecided.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
    endProposed: undecided.length > 0 && undecided.every(({ endProposed }) => endProposed),
    endProposedByReader: ownProposals > 0,
    mayDecide: can(actor, 'refund:decide'),
    mayBear: can(actor, 'refund:bear'),
  };
}
