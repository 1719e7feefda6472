import { createHash } from 'node:crypto';
import { lockLot, type LockedLot } from '#app/catalogue/stock/lock-lot.server';
import { reserveStock } from '#app/catalogue/stock/reserve-stock.server';
import type { Actor } from '#app/identity/actor';
import { requireDistinctPersons, type PersonConflict } from '#app/identity/persons/require-distinct-persons.server';
import { can } from '#app/identity/permissions';
import type { MethodOffer } from '#app/payments/limits/method-offers';
import type { PaymentMethod } from '#app/payments/limits/payment-cost';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import { ok, refuse, type Result } from '#app/platform/result';
import { findStep } from '../lifecycle/order-lifecycle';
import { lotStanding, type LotStanding } from '../quote/lot-standing.server';
import { priceEvidence } from '../quote/price-evidence';
import type { Quote, QuoteRefusal } from '../quote/quote-order.server';
import { concurrentQuote } from '../quote/concurrent-quote.server';
import { decideDeal, isTaken, type DealRefusal } from './decide-deal.server';
import { payByOf } from '../vocabulary/payment-hold';
import type { StepFacts } from '../lifecycle/order-guards';
import { recordStep } from '../lifecycle/move-order.server';
import { mustPost } from '../lifecycle/must-post.server';
import { placedEntry } from '../lifecycle/order-entries';

export type PlaceRefusal =
  | QuoteRefusal
  | DealRefusal
  | 'terms-not-accepted'
  | 'buyer-not-accepted'
  | 'cooperative-not-accepted'
  | 'lot-not-available'
  | 'order-unpaid'
  | 'too-many-unpaid'
  | 'key-reused'
  | PersonConflict;
export type PlacedOrder = { orderId: string; number: string };
export type PlaceOrderInput = {
  actor: Actor;
  lotId: string;
  /** As typed in the language. Empty for all that is left. */
  quantity: string;
  locale?: string;
  /** The price that the buyer saw, in minor units. Null where no page showed one. */
  shownPriceMinor: bigint | null;
  /** How the buyer pays. Null for the first way that can be used. */
  paymentMethod?: PaymentMethod | null;
  /** What the buyer saw to pay in all by that method. Null where no page showed it. */
  shownTotalMinor?: bigint | null;
  termsAccepted: boolean;
  /** False where a form did not say that this is wanted besides an unpaid order for the same lot. */
  anotherConfirmed?: boolean;
  requestId: string;
};

/**
 * A buyer takes a lot, or part of it, at its price. In one transaction: lot locked, price, charges, fee,
 * terms of payment and acceptance decided as they stand under the lock, stock reserved, all of it frozen, the
 * price evidence hashed, the ledger posted, the timer set. What is slow to read (band, reference, rate) is
 * read before it and read again only where the lot changed meanwhile.
 */
export async function placeOrder(deps: Deps, input: PlaceOrderInput): Promise<Result<PlacedOrder, PlaceRefusal>> {
  const { actor, lotId, requestId } = input;
  if (!can(actor, 'order:place')) throw new Forbidden();
  if (!input.termsAccepted) return refuse('terms-not-accepted', 'trading:refusal.terms', { path: 'terms' });
  const quoted = await concurrentQuote(deps, { lotId, quantity: input.quantity, locale: input.locale });
  const now = deps.clock.now();
  const onceInput = {
    lotId,
    quantity: input.quantity,
    method: input.paymentMethod ?? null,
    price: input.shownPriceMinor,
    total: input.shownTotalMinor ?? null,
  };
  return inTransaction(deps.db, (tx) =>
    withIdempotency(
      tx,
      { key: requestId, actorId: actor.userId, action: 'place-order', input: onceInput, now },
      async (): Promise<Result<PlacedOrder, PlaceRefusal>> => {
        // A second press after the lot is gone still finds its order: only a first one is refused.
        if (!quoted.ok) return quoted;
        const quote = quoted.value;
        const { programmeId } = quote.lot;
        const locked = await lockLot(tx, { lotId, buyerId: actor.organisationId });
        if (!locked || programmeId === null) return notAvailable();
        // Whether that much is left is not for buyers who may not order: asked again and again it tells the
        // stock.
        if (isTaken(locked, quote.quantity)) return locked.buyerAccepted ? notAvailable() : notAccepted();
        const lot = { ...quote.lot, ...locked };
        const standing = await lotStanding(tx, { lot, buyerId: actor.organisationId, now });
        const barred = barredBuyer(deps, input, standing);
        if (barred) return barred;
        const conflict = await requireDistinctPersons(tx, { actor, sides: [quote.lot.cooperativeId] });
        if (conflict) return conflict;
        const deal = await decideDeal(tx, deps, { input, quote, locked, standing });
        if (!deal.ok) return deal;
        const { quote: agreed, offer } = deal.value;
        const reserved = await reserveStock(tx, { lotId, quantity: agreed.quantity });
        if (!reserved) return notAvailable();
        const agreedMinor = input.shownPriceMinor ?? agreed.price.minor;
        const facts = { buyerAccepted: standing.buyerAccepted, cooperativeAccepted: standing.cooperativeAccepted };
        const deciding = { actor, quote: agreed, offer, programmeId, locked, standing };
        return ok(await writeOrder(tx, deps, { ...deciding, facts: { ...facts, reserved, agreedMinor } }));
      },
    ),
  );
}

function notAvailable() {
  return refuse('lot-not-available', 'trading:refusal.lotNotAvailable');
}

function notAccepted() {
  return refuse('buyer-not-accepted', 'trading:refusal.buyerNotAccepted');
}

/** Why this buyer cannot order this lot now, whatever the price. */
function barredBuyer({ settings }: Pick<Deps, 'settings'>, input: PlaceOrderInput, standing: LotStanding) {
  if (!standing.buyerAccepted) return notAccepted();
  if (!standing.cooperativeAccepted)
    return refuse('cooperative-not-accepted', 'trading:refusal.cooperativeNotAccepted');
  const { all, ofLot } = standing.unpaid;
  if (input.anotherConfirmed === false && ofLot > 0) {
    return refuse('order-unpaid', 'trading:refusal.orderUnpaid', { path: 'another' });
  }
  const { ofBuyer: mostOfBuyer, ofLot: mostOfLot } = settings.unpaidOrders;
  if (ofLot >= mostOfLot) {
    return refuse('too-many-unpaid', 'trading:refusal.tooManyUnpaidOfLot', { params: { count: ofLot } });
  }
  if (all >= mostOfBuyer) return refuse('too-many-unpaid', 'trading:refusal.tooManyUnpaid', { params: { count: all } });
  return null;
}

async function writeOrder(
  tx: Tx,
  deps: Deps,
  {
    actor,
    quote,
    offer,
    programmeId,
    locked,
    standing,
    facts,
  }: {
    actor: Actor;
    quote: Quote;
    offer: MethodOffer;
    programmeId: string;
    locked: LockedLot;
    standing: LotStanding;
    facts: StepFacts;
  },
): Promise<PlacedOrder> {
  const step = findStep(null, 'place', 'buyer');
  if (!step.ok) throw new Error('The lifecycle lets nobody place an order');
  const now = deps.clock.now();
  const { lot, price, band, waterfall, usd } = quote;
  const [next] = await tx.$queryRaw<{ number: string }[]>`SELECT 'O-' || nextval('order_number') AS number`;
  const number = next?.number ?? '';
  const payBy = payByOf(now, offer.method, standing.unpaid.all);
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
      lotAskMinor: locked.askMinor,
      paymentMethod: offer.method,
      costBearer: offer.bearer,
      paymentCostMinor: offer.costMinor,
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
    ...{ order, from: null, step: step.value, byUserId: actor.userId, at: now },
    facts,
  });
  await mustPost(tx, deps, placedEntry(order, now));
  return { orderId: order.id, number };
}
