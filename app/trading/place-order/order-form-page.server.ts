import type { Grade } from '#app/catalogue/products/contained-mass';
import { availabilityOf, type Availability } from '#app/catalogue/vocabulary/availability';
import { getLotForOrder } from '#app/catalogue/stock/get-lot-for-order.server';
import type { Actor } from '#app/identity/actor';
import { withPaymentCost } from '#app/ledger/waterfall/payment-cost';
import { comparePlanned, type ComparedPart } from '#app/ledger/waterfall/waterfall';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import type { Refusal } from '#app/platform/result';
import { firstOffer, whyNoMethod, type MethodOffer } from '#app/payments/limits/method-offers';
import type { PaymentMethod } from '#app/payments/limits/payment-cost';
import { isAccepted } from '#app/verification/is-accepted.server';
import type { OrderBand } from '../quote/order-band.server';
import { holdFor } from '../vocabulary/payment-hold';
import { unpaidOrder, type UnpaidOrder } from './unpaid-order.server';
import { quoteOrder, type Quote } from '../quote/quote-order.server';

/** A way to pay, as the form offers it. */
export type PaymentWay = Pick<MethodOffer, 'method' | 'costMinor' | 'bearer' | 'totalMinor'> & {
  /** For how long the goods are kept: minutes for a card, days for a transfer. */
  hold: number;
  /** Why it is not offered. Null where it is. */
  refusal: Refusal | null;
  /** Who gets what, with its cost. */
  parts: ComparedPart[];
};

export type OrderQuote = {
  quantity: string;
  available: boolean;
  priceMinor: bigint;
  currency: string;
  cooperativeName: string;
  netMinor: bigint;
  /** Who gets what, before any way to pay is chosen. */
  parts: ComparedPart[];
  feeBps: number;
  ways: PaymentWay[];
  /** The way that is proposed. Null where none can be used. */
  proposed: PaymentMethod | null;
  /** Why none can be used. */
  noWay: Refusal | null;
  band:
    | (Pick<OrderBand, 'method' | 'floorMinor' | 'fairMinor' | 'ceilingMinor' | 'references' | 'rates'> & {
        verdict: string;
      })
    | null;
  noBandKey: string | null;
  noBandParams: Record<string, string | number>;
};

export type OrderFormPage = {
  lot: {
    id: string;
    number: string;
    mineral: string;
    form: string;
    grades: Grade[];
    cooperativeName: string;
    unit: string;
    quantity: string;
    availability: Availability;
    /** Null for buyers who may not order. */
    availableQuantity: string | null;
    divisible: boolean;
    incoterm: string;
    incotermPlace: string;
    leadTimeDays: number;
    originDistrict: string;
    originCountry: string;
  };
  quote: OrderQuote | null;
  /** Why this quantity has no quote. */
  quoteRefusal: Refusal | null;
  /** Only an accepted buyer can order. */
  accepted: boolean;
  /** Whether orders hold all of it, so that nothing can be ordered for now. */
  taken: boolean;
  /** The buyer's own order for this lot that waits for its payment. */
  unpaid: UnpaidOrder | null;
};

/**
 * The order form of a lot: what this quantity costs, who gets what, and whether the reader may order. Throws
 * NotFound.
 */
export async function orderFormPage(
  deps: Pick<Deps, 'db' | 'clock' | 'settings'>,
  { actor, lotId, quantity, locale }: { actor: Actor; lotId: string; quantity: string; locale: string },
): Promise<OrderFormPage> {
  const accepted = await isAccepted(deps.db, actor.organisationId);
  const [lot, quote] = await Promise.all([
    getLotForOrder(deps.db, lotId),
    quoteOrder(deps, { lotId, quantity, locale, ofWhole: !accepted }),
  ]);
  if (!lot) throw new NotFound('no such lot');
  const availability = availabilityOf(lot);
  const unpaidOrders = await deps.db.order.count({ where: { buyerId: actor.organisationId, state: 'placed' } });
  return {
    lot: {
      id: lot.id,
      number: lot.number,
      mineral: lot.mineral,
      form: lot.form,
      grades: lot.facts.grades,
      cooperativeName: lot.cooperativeName,
      unit: lot.unit,
      quantity: lot.quantity,
      availability,
      availableQuantity: accepted ? lot.availableQuantity : null,
      divisible: lot.divisible,
      incoterm: lot.incoterm,
      incotermPlace: lot.incotermPlace,
      leadTimeDays: lot.leadTimeDays,
      originDistrict: lot.originDistrict,
      originCountry: lot.originCountry,
    },
    quote: quote.ok ? orderQuote(quote.value, unpaidOrders) : null,
    quoteRefusal: quote.ok ? null : quote,
    accepted,
    taken: availability === 'none',
    unpaid: await unpaidOrder(deps.db, { actor, lotId }),
  };
}

function orderQuote(
  { quantity, available, price, lot, waterfall, band, noBand, offers }: Quote,
  unpaidOrders: number,
): OrderQuote {
  return {
    ways: offers.map((offer) => {
      const { method, costMinor, bearer, totalMinor, refusal } = offer;
      const paid = withPaymentCost(waterfall, offer);
      return {
        ...{ method, costMinor, bearer, totalMinor, refusal },
        hold: holdFor(method, unpaidOrders),
        parts: comparePlanned(paid.ok ? paid.value.parts : waterfall.parts, null),
      };
    }),
    proposed: firstOffer(offers)?.method ?? null,
    noWay: whyNoMethod(offers),
    quantity,
    available,
    priceMinor: price.minor,
    currency: price.currency,
    cooperativeName: lot.cooperativeName,
    netMinor: waterfall.netMinor,
    parts: comparePlanned(waterfall.parts, null),
    feeBps: waterfall.feeBps,
    band: band && {
      method: band.method,
      references: band.references,
      rates: band.rates,
      floorMinor: band.floorMinor,
      fairMinor: band.fairMinor,
      ceilingMinor: band.ceilingMinor,
      verdict: band.verdict?.state ?? '',
    },
    noBandKey: noBand?.messageKey ?? null,
    noBandParams: noBand?.params ?? {},
  };
}
