import type { Grade } from '#app/catalogue/products/contained-mass';
import type { Order, TransferDetails as TransferRow } from '#app/platform/db/generated/client';
import type { AccountLine, TransferDetails } from '#app/payments/checkout/transfer-details';
import { unusedFunds } from '#app/payments/transfers/return-buyer-funds.server';
import type { Deps } from '#app/platform/deps';

/** What stands around an order: its lot, both sides with the times they were verified, evidence, payout. */
export async function orderSurroundings(deps: Pick<Deps, 'db'>, order: Order) {
  const { db } = deps;
  const [lot, sides, application, review, evidence, payout, transfer, sentBackMinor] = await Promise.all([
    db.lot.findUniqueOrThrow({
      where: { id: order.lotId },
      select: {
        id: true,
        number: true,
        mineral: true,
        form: true,
        grades: true,
        incoterm: true,
        incotermPlace: true,
        leadTimeDays: true,
        listedAt: true,
      },
    }),
    db.organisation.findMany({
      where: { id: { in: [order.buyerId, order.cooperativeId] } },
      select: { id: true, name: true, slug: true, countryCode: true },
    }),
    db.application.findUnique({ where: { organisationId: order.buyerId }, select: { decidedAt: true } }),
    db.review.findFirst({
      where: {
        subjectKind: 'lot',
        subjectId: order.lotId,
        decision: { not: 'rejected' },
        decidedAt: { lte: order.placedAt },
      },
      orderBy: { decidedAt: 'desc' },
      select: { decidedAt: true },
    }),
    db.priceEvidence.findMany({
      where: { orderId: order.id },
      orderBy: { position: 'asc' },
      select: { sha256: true, recordedAt: true, canonical: true },
    }),
    db.payout.findFirst({
      where: { orderId: order.id, state: { not: 'cancelled' } },
      // The newest: of one that arrived in part, what sends the rest.
      orderBy: { preparedAt: 'desc' },
      select: { id: true, number: true, state: true, amountMinor: true, receivedMinor: true },
    }),
    db.checkout.findFirst({
      where: { orderId: order.id, state: 'processing' },
      orderBy: { createdAt: 'desc' },
      select: { transferDetails: true },
    }),
    // Asked of card orders too: the way of paying may have been changed.
    order.costBearer === null ? 0n : unusedFunds(deps, { orderId: order.id }),
  ]);
  const { listedAt, grades, ...lotFacts } = lot;
  const [buyer, cooperative] = [order.buyerId, order.cooperativeId].map((id) => sides.find((side) => side.id === id));
  if (!buyer || !cooperative) throw new Error(`Order ${order.id} lacks a side`);
  return {
    lot: { ...lotFacts, grades: grades as Grade[] },
    buyer,
    cooperative,
    // Placing needed an accepted buyer, and a listed lot was approved: the order's own time stands in where
    // the decision's is not on record.
    buyerVerifiedAt: application?.decidedAt ?? order.placedAt,
    lotVerifiedAt: review?.decidedAt ?? listedAt ?? order.placedAt,
    evidence,
    payout,
    sentBackMinor,
    transferUnderWay: transfer !== null,
    transfer: toDetails(transfer?.transferDetails ?? null),
  };
}

function toDetails(row: TransferRow | null): TransferDetails | null {
  if (!row) return null;
  const { reference, amountMinor, receivedMinor, currency, account, url } = row;
  return { reference, amountMinor, receivedMinor, currency, account: account as AccountLine[], url };
}
