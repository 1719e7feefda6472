import { createHash } from 'node:crypto';
import { reserveStock } from '#app/catalogue/reserve-stock.server';
import type { Actor } from '#app/identity/actor';
import { requireDistinctPersons, type PersonConflict } from '#app/identity/persons/require-distinct-persons.server';
import { can } from '#app/identity/permissions';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import { ok, refuse, type Result } from '#app/platform/result';
import { isAccepted } from '#app/verification/is-accepted.server';
import { findStep, PAY_WITHIN_MINUTES } from '../order-lifecycle';
import { priceEvidence } from '../quote/price-evidence';
import type { Quote, QuoteRefusal } from '../quote/quote-order.server';
import { sharedQuote } from '../quote/shared-quote.server';
import { unpaidOrder } from './unpaid-order.server';
import { recordStep } from './move-order.server';
import { mustPost } from './must-post.server';
import { placedEntry } from './order-entries';

export type PlaceRefusal =
  | QuoteRefusal
  | 'terms-not-accepted'
  | 'buyer-not-accepted'
  | 'cooperative-not-accepted'
  | 'price-changed'
  | 'lot-not-available'
  | 'order-unpaid'
  | 'key-reused'
  | PersonConflict;
export type PlacedOrder = { orderId: string; number: string };
export type PlaceOrderInput = {
  actor: Actor;
  lotId: string;
  /** As typed in the language; empty for all that is left. */
  quantity: string;
  locale?: string;
  /** The price that the buyer saw, in minor units; null where no page showed one. */
  shownPriceMinor: bigint | null;
  termsAccepted: boolean;
  /** False where a form did not say that this is wanted besides an unpaid order for the same lot. */
  anotherMeant?: boolean;
  requestId: string;
};

/**
 * A buyer takes a lot, or part of it, at its price. In one transaction: stock reserved, price, charges, fee, band, reference, baseline and rate frozen, the price
 * evidence hashed, the ledger posted, the timer set. Everything that only reads happens before it, so that the lot's row is locked for as
 * short as possible: of many buyers at once one gets it and the others are refused.
 */
export async function placeOrder(deps: Deps, input: PlaceOrderInput): Promise<Result<PlacedOrder, PlaceRefusal>> {
  const { actor, lotId, requestId } = input;
  if (!can(actor, 'order:place')) throw new Forbidden();
  if (!input.termsAccepted) return refuse('terms-not-accepted', 'trading:refusal.terms', { path: 'terms' });
  const quoted = await sharedQuote(deps, { lotId, quantity: input.quantity, locale: input.locale });
  if (!quoted.ok) return quoted;
  const quote = quoted.value;
  const [buyerAccepted, cooperativeAccepted] = await Promise.all([
    isAccepted(deps.db, actor.organisationId),
    isAccepted(deps.db, quote.lot.cooperativeId),
  ]);
  if (!buyerAccepted) return refuse('buyer-not-accepted', 'trading:refusal.buyerNotAccepted');
  if (!cooperativeAccepted) return refuse('cooperative-not-accepted', 'trading:refusal.cooperativeNotAccepted');

  const onceInput = { lotId, quantity: quote.quantity };
  return inTransaction(deps.db, (tx) =>
    withIdempotency(
      tx,
      { key: requestId, actorId: actor.userId, action: 'place-order', input: onceInput, now: deps.clock.now() },
      async () => {
        if (input.shownPriceMinor !== null && input.shownPriceMinor !== quote.price.minor) {
          return refuse('price-changed', 'trading:refusal.priceChanged');
        }
        if (input.anotherMeant === false && (await unpaidOrder(tx, { actor, lotId }))) {
          return refuse('order-unpaid', 'trading:refusal.orderUnpaid', { path: 'another' });
        }
        const conflict = await requireDistinctPersons(tx, { actor, sides: [quote.lot.cooperativeId] });
        if (conflict) return conflict;
        const { programmeId } = quote.lot;
        const reserved = programmeId !== null && (await reserveStock(tx, { lotId, quantity: quote.quantity }));
        if (!reserved) return refuse('lot-not-available', 'trading:refusal.lotNotAvailable');
        return ok(await writeOrder(tx, deps, { actor, quote, programmeId }));
      },
    ),
  );
}

async function writeOrder(
  tx: Tx,
  deps: Deps,
  { actor, quote, programmeId }: { actor: Actor; quote: Quote; programmeId: string },
): Promise<PlacedOrder> {
  const step = findStep(null, 'place', 'buyer');
  if (!step.ok) throw new Error('The lifecycle lets nobody place an order');
  const now = deps.clock.now();
  const { lot, price, band, waterfall, usd } = quote;
  const [next] = await tx.$queryRaw<{ number: string }[]>`SELECT 'O-' || nextval('order_number') AS number`;
  const number = next?.number ?? '';
  const payBy = new Date(now.getTime() + PAY_WITHIN_MINUTES * 60_000);
  const order = await tx.order.create({
    data: {
      id: deps.newId(),
      number,
      lotId: lot.id,
      cooperativeId: lot.cooperativeId,
      buyerId: actor.organisationId,
      programmeId,
      mineral: lot.mineral,
      form: lot.form,
      stage: lot.stage,
      quantity: quote.quantity,
      unit: lot.unit,
      fineGrams: quote.fineGrams,
      priceMinor: price.minor,
      currency: price.currency,
      referenceMinor: quote.referenceMinor,
      baselineMinor: quote.baselineMinor,
      usdRate: usd?.rate,
      usdRateOn: usd ? new Date(usd.on) : null,
      usdRateSource: usd?.source,
      feeBps: waterfall.feeBps,
      bandFloorMinor: band?.floorMinor,
      bandFairMinor: band?.fairMinor,
      bandCeilingMinor: band?.ceilingMinor,
      verdict: band?.verdict?.state,
      method: band?.method,
      state: step.value.to,
      placedById: actor.userId,
      placedAt: now,
      payBy,
    },
  });
  await tx.orderCharge.createMany({
    data: waterfall.charges.map((charge, position) => ({ ...charge, id: deps.newId(), orderId: order.id, position })),
  });
  const canonical = priceEvidence({
    orderNumber: number,
    lotNumber: lot.number,
    quantity: { value: quote.quantity, unit: lot.unit },
    priceMinor: price.minor,
    currency: price.currency,
    acceptedAt: now.toISOString(),
    band: band ? { canonical: band.canonical } : { reason: quote.noBand?.code ?? 'unknown' },
    previousSha256: null,
  });
  const sha256 = createHash('sha256').update(canonical).digest('hex');
  await tx.priceEvidence.create({
    data: { id: deps.newId(), orderId: order.id, position: 1, canonical, sha256, recordedAt: now },
  });
  await recordStep(tx, deps, {
    orderId: order.id,
    from: null,
    step: step.value,
    byUserId: actor.userId,
    note: null,
    at: now,
  });
  await mustPost(tx, deps, placedEntry(order, now));
  await deps.jobs.enqueue(tx, 'expire-order', { orderId: order.id }, { key: `expire-order:${order.id}`, runAt: payBy });
  return { orderId: order.id, number };
}
