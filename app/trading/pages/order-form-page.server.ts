import type { Grade } from '#app/catalogue/forms/contained-mass';
import { getLotForOrder } from '#app/catalogue/get-lot-for-order.server';
import type { Actor } from '#app/identity/actor';
import { Decimal } from '#app/money/decimal';
import { comparePlanned, type ComparedPart } from '#app/ledger/waterfall/waterfall';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import type { Refusal } from '#app/platform/result';
import { isAccepted } from '#app/verification/is-accepted.server';
import { PAY_WITHIN_MINUTES } from '../order-lifecycle';
import type { OrderBand } from '../quote/order-band.server';
import { unpaidOrder, type UnpaidOrder } from '../orders/unpaid-order.server';
import { quoteOrder, type Quote } from '../quote/quote-order.server';

export type OrderQuoteView = {
  quantity: string;
  available: boolean;
  priceMinor: bigint;
  currency: string;
  cooperativeName: string;
  netMinor: bigint;
  parts: ComparedPart[];
  feeBps: number;
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
    availableQuantity: string;
    divisible: boolean;
    incoterm: string;
    incotermPlace: string;
    leadTimeDays: number;
    originDistrict: string;
    originCountry: string;
  };
  quote: OrderQuoteView | null;
  /** Why this quantity has no quote. */
  quoteRefusal: Refusal | null;
  payWithinMinutes: number;
  /** Only an accepted buyer can order. */
  accepted: boolean;
  /** Whether orders hold all of it, so that nothing can be ordered for now. */
  taken: boolean;
  /** The buyer's own order for this lot that waits for its payment. */
  unpaid: UnpaidOrder | null;
};

/** The order form of a lot: what this quantity costs, who gets what, and whether the reader may order. Throws NotFound. */
export async function orderFormPage(
  deps: Pick<Deps, 'db' | 'clock' | 'settings'>,
  { actor, lotId, quantity, locale }: { actor: Actor; lotId: string; quantity: string; locale: string },
): Promise<OrderFormPage> {
  const [lot, quote] = await Promise.all([
    getLotForOrder(deps.db, lotId),
    quoteOrder(deps, { lotId, quantity, locale }),
  ]);
  if (!lot) throw new NotFound('no such lot');
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
      availableQuantity: lot.availableQuantity,
      divisible: lot.divisible,
      incoterm: lot.incoterm,
      incotermPlace: lot.incotermPlace,
      leadTimeDays: lot.leadTimeDays,
      originDistrict: lot.originDistrict,
      originCountry: lot.originCountry,
    },
    quote: quote.ok ? toView(quote.value) : null,
    quoteRefusal: quote.ok ? null : quote,
    payWithinMinutes: PAY_WITHIN_MINUTES,
    accepted: await isAccepted(deps.db, actor.organisationId),
    taken: new Decimal(lot.availableQuantity).isZero(),
    unpaid: await unpaidOrder(deps.db, { actor, lotId }),
  };
}

function toView({ quantity, available, price, lot, waterfall, band, noBand }: Quote): OrderQuoteView {
  return {
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
