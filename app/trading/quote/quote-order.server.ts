import { getLotForOrder, type LotForOrder } from '#app/catalogue/stock/get-lot-for-order.server';
import { planWaterfall, type PlannedWaterfall, type PlanRefusal } from '#app/ledger/waterfall/plan-waterfall';
import { asCurrency, type Currency } from '#app/money/currency';
import { Decimal } from '#app/money/decimal';
import { money, type Money } from '#app/money/money';
import { chargeLimits } from '#app/payments/limits/charge-limits';
import { methodOffers, type MethodOffer } from '#app/payments/limits/method-offers';
import type { PaymentTerms } from '#app/payments/terms/payment-terms';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import { ok, type Refusal, type Result } from '#app/platform/result';
import { fxRate } from '#app/prices/rates/fx-rate.server';
import { baselineValue } from './baseline-value';
import { chargesFor } from '#app/ledger/charges/charge-terms';
import { fineGrams } from './fine-grams';
import { lotStanding, type LotStanding } from './lot-standing.server';
import { orderBand, usdRate, type OrderBand, type UsdRate } from './order-band.server';
import { readQuantity, type QuantityRefusal } from './order-quantity';
import { priceOfPart } from './price-of-part';

export type Quote = {
  lot: LotForOrder;
  quantity: string;
  /** Whether that much can be had now. Placing decides again. */
  available: boolean;
  price: Money;
  waterfall: PlannedWaterfall;
  standing: LotStanding;
  /** Every way to pay it. There may be none that can be used. */
  offers: MethodOffer[];
  /** Units of the card limit's currency for one of the price's. Null where no rate is known. */
  limitRate: string | null;
  band: OrderBand | null;
  /** Why there is no band, where there is none. */
  noBand: Refusal | null;
  referenceMinor: bigint | null;
  baselineMinor: bigint | null;
  fineGrams: string | null;
  usd: UsdRate | null;
};
export type QuoteRefusal = QuantityRefusal | PlanRefusal | 'charge-currency';
const NOTHING_SOLD: LotStanding['sold'] = { quantity: '0', minor: 0n };
type QuoteDeps = Pick<Deps, 'db' | 'clock' | 'settings'>;

/**
 * What an order of this much of a lot would be: price, who gets what, and how it stands to reference, band
 * and baseline. `ofWhole` leaves out what others have bought, for readers who may not know it. Throws
 * NotFound.
 */
export async function quoteOrder(
  deps: QuoteDeps,
  {
    lotId,
    quantity: typed,
    locale,
    ofWhole = false,
  }: { lotId: string; quantity: string; locale?: string; ofWhole?: boolean },
): Promise<Result<Quote, QuoteRefusal>> {
  const stored = await getLotForOrder(deps.db, lotId);
  if (!stored || stored.state === 'draft' || stored.state === 'submitted') throw new NotFound('no such lot for buyers');
  const lot = ofWhole ? { ...stored, availableQuantity: stored.quantity } : stored;
  const read = readQuantity(typed, lot, locale);
  if (!read.ok) return read;
  const quantity = read.value;
  const currency = asCurrency(lot.currency);
  const now = deps.clock.now();
  const known = await lotStanding(deps.db, { lot, buyerId: null, now });
  const standing = ofWhole ? { ...known, sold: NOTHING_SOLD } : known;
  const price = priceIn(lot, { quantity, standing });
  const waterfall = planOf(deps, { price, standing });
  if (!waterfall.ok) return waterfall;

  const [baseline, band, usd] = await Promise.all([
    deps.db.baseline.findFirst({
      where: { cooperativeId: lot.cooperativeId, mineral: lot.mineral, form: lot.form, recordedOn: { lte: now } },
      orderBy: [{ recordedOn: 'desc' }, { recordedAt: 'desc' }],
    }),
    orderBand(deps, { lot, quantity, price }),
    usdRate(deps, currency),
  ]);
  const referenceMinor = band.ok ? band.value.referenceMinor : null;
  const limitRate = await cardLimitRate(deps, { currency, to: standing.terms.cardLimit.currency, usd });
  return ok({
    lot,
    quantity,
    available: lot.state === 'listed' && new Decimal(quantity).lte(lot.availableQuantity),
    price,
    waterfall: waterfall.value,
    standing,
    offers: offersFor(deps, { price, waterfall: waterfall.value, terms: standing.terms, limitRate }),
    limitRate,
    band: band.ok ? band.value : null,
    noBand: band.ok ? null : band,
    referenceMinor,
    baselineMinor: baselineValue(baseline && { ...baseline, perUnit: baseline.perUnit?.toFixed() ?? null }, {
      quantity,
      unit: lot.unit,
      currency,
      referenceMinor,
    }),
    fineGrams: fineGrams({
      quantity,
      unit: lot.unit,
      grades: lot.facts.grades,
      moisturePct: lot.facts.facts['moisturePct'],
    }),
    usd,
  });
}

type Sellable = Pick<LotForOrder, 'askMinor' | 'currency' | 'availableQuantity'> & { quantity: string };

/** The price of a part as the lot stands. */
export function priceIn(
  lot: Sellable,
  { quantity, standing }: { quantity: string; standing: Pick<LotStanding, 'sold'> },
): Money {
  const currency = asCurrency(lot.currency);
  return priceOfPart({
    ask: money(lot.askMinor, currency),
    quantity,
    whole: lot.quantity,
    available: lot.availableQuantity,
    sold: standing.sold,
    stepMinor: chargeLimits(currency)?.stepMinor ?? 1n,
  });
}

/** Who gets what of a price with the charges that hold. */
export function planOf(
  { settings }: Pick<Deps, 'settings'>,
  { price, standing }: { price: Money; standing: Pick<LotStanding, 'charges'> },
): Result<PlannedWaterfall, PlanRefusal | 'charge-currency'> {
  const charges = chargesFor(standing.charges, price.currency);
  if (!charges.ok) return charges;
  return planWaterfall({ price, charges: charges.value, feeBps: settings.platformFeeBps });
}

export function offersFor(
  { settings }: Pick<Deps, 'settings'>,
  {
    price,
    waterfall,
    terms,
    limitRate,
  }: { price: Money; waterfall: PlannedWaterfall; terms: PaymentTerms; limitRate: string | null },
): MethodOffer[] {
  const { costBps } = settings.payments;
  return methodOffers({ price, feeMinor: waterfall.feeMinor, terms, limitRate, costBps });
}

async function cardLimitRate(
  deps: QuoteDeps,
  { currency, to, usd }: { currency: Currency; to: Currency; usd: UsdRate | null },
): Promise<string | null> {
  if (currency === to) return '1';
  if (to === 'USD') return usd?.rate ?? null;
  const on = deps.clock.now().toISOString().slice(0, 10);
  return (await fxRate(deps, { base: currency, quote: to, on }))?.rate ?? null;
}
