import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import type { Deps } from '#app/platform/deps';
import { mayOpenPaper } from '#app/verification/documents/paper-access';
import { programmeOrderPage, type ProgrammeOrderPage } from '../orders/order-page.server';
import type { RefundDecision } from './decide-refund.server';
import { returnedMoney, type ReturnedMoney } from './returned-money.server';

export type DisputePage = ReturnedMoney & {
  order: ProgrammeOrderPage;
  chargeId: string | null;
  /** `href` is null where the reader may know of the paper, but not open it. */
  documents: { href: string | null; name: string }[];
  /** A part that went back and that nobody has decided on. Null where there is none. */
  undecidedMinor: bigint | null;
  /** It was proposed that the order ends: another person confirms. */
  endProposed: boolean;
  /** The reader proposed it, so somebody else must confirm. */
  endProposedByReader: boolean;
  /** The payment is lost while it is owed outward. Null where no such loss waits. */
  loss: OpenLoss | null;
  /** Propose that the order ends, or confirm it. */
  mayDecide: boolean;
  /** Decide that the platform bears what went back. */
  mayBear: boolean;
};

export type OpenLoss = {
  amountMinor: bigint;
  currency: string;
  /** What somebody proposed, and why. Another person confirms it. */
  proposal: RefundDecision | null;
  note: string | null;
  proposedByReader: boolean;
};

/**
 * The money of an order that is in question, and everything on file that answers a bank. Throws NotFound for
 * other programmes.
 */
export async function disputePage(
  deps: Pick<Deps, 'db'>,
  { actor, orderId }: { actor: Actor; orderId: string },
): Promise<DisputePage> {
  const order = await programmeOrderPage(deps, { actor, orderId });
  const [returned, money, documents] = await Promise.all([
    returnedMoney(deps, { orderId, readerId: actor.userId }),
    chargeAndLoss(deps, orderId),
    deps.db.lotDocument.findMany({
      where: { lotId: order.lot.id },
      select: { document: { select: { id: true, fileName: true } } },
    }),
  ]);
  const undecided = returned.refunds.filter(({ decision, failed }) => decision === null && !failed);
  const opensPapers = mayOpenPaper('lot-assay', actor, 'programme');
  const disputed = returned.disputes.some(({ status }) => status === 'open');
  return {
    ...returned,
    order,
    chargeId: money.chargeId,
    loss: order.frozenFor === 'loss' ? lossOf(money, actor) : null,
    documents: documents.map(({ document }) => ({
      href: opensPapers ? `/documents/${document.id}` : null,
      name: document.fileName,
    })),
    undecidedMinor:
      undecided.length === 0 || disputed ? null : undecided.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
    endProposed: undecided.length > 0 && undecided.every(({ endProposed }) => endProposed),
    endProposedByReader: undecided.some(({ endProposedByReader }) => endProposedByReader),
    mayDecide: can(actor, 'refund:decide'),
    mayBear: can(actor, 'refund:bear'),
  };
}

type ChargeAndLoss = { chargeId: string | null; amountMinor: bigint | null; currency: string | null } & Pick<
  OpenLoss,
  'proposal' | 'note'
> & { proposedById: string | null };

/** The order's charge at Stripe, and its loss that waits, in one statement. */
async function chargeAndLoss({ db }: Pick<Deps, 'db'>, orderId: string): Promise<ChargeAndLoss> {
  const [row] = await db.$queryRaw<ChargeAndLoss[]>`
    SELECT (SELECT c."chargeId" FROM "Checkout" c WHERE c."orderId" = o.id AND c."chargeId" IS NOT NULL LIMIT 1) AS "chargeId",
           l."amountMinor", l.currency, l.proposal::text AS proposal, l.note, l."proposedById"
      FROM "Order" o LEFT JOIN "PaymentLoss" l ON l."orderId" = o.id AND l."decidedAt" IS NULL
     WHERE o.id = ${orderId}::uuid`;
  if (!row) throw new Error(`Order ${orderId} is gone`);
  return row;
}

function lossOf({ amountMinor, currency, proposal, note, proposedById }: ChargeAndLoss, actor: Actor): OpenLoss | null {
  if (amountMinor === null || currency === null) return null;
  return { amountMinor, currency, proposal, note, proposedByReader: proposedById === actor.userId };
}
