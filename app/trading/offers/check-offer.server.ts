import { dayOf } from '#app/money/calendar-day';
import { askCurrencies } from '#app/catalogue/list-lot/lot-form';
import { BEFORE_SALE, type LotState } from '#app/catalogue/vocabulary/lot-lifecycle';
import { knownBand } from '#app/catalogue/lot-band/read-band.server';
import type { ShownBand } from '#app/catalogue/lot-band/known-band';
import { convertedAmount, type ConvertedAmount } from '#app/catalogue/lot-band/converted-amount.server';
import type { LotTerms } from '#app/catalogue/show-lot/lot-terms.server';
import type { Actor } from '#app/identity/actor';
import { planWaterfall, type ChargeTerms } from '#app/ledger/waterfall/plan-waterfall';
import { comparePlanned, type ComparedPart } from '#app/ledger/waterfall/waterfall';
import { asCurrency, type Currency } from '#app/money/currency';
import { toDecimal, type Money } from '#app/money/money';
import type { Deps } from '#app/platform/deps';
import type { Result } from '#app/platform/result';
import { bandFor } from '#app/valuation/bands/band-for.server';
import { chargesInForce } from '#app/ledger/charges/charges-in-force.server';
import { offerUnits, unitsIn, WHOLE, type OfferedGoods } from './offer-units';
import { readOffer, type OfferForm } from './read-offer';

type Reason = { messageKey: string; params?: Record<string, string | number> };

export type OfferPlan = {
  price: Money;
  netMinor: bigint;
  parts: ComparedPart[];
  /** The rate at which the price was made of the offer, where charges are only set in the lot's currency. */
  via: ConvertedAmount | null;
};

export type OfferAnswer = {
  /** For all of the goods. */
  offer: Money;
  band: ShownBand;
  /**
   * The difference to the band for each of the typed unit, in major units. Null for all of it, or where there
   * is none.
   */
  gapPerUnit: string | null;
  /** Who would get what. Or why that is not known. */
  plan: OfferPlan | Reason;
  /** What is left in hand, in the cooperative's own money. */
  netConverted: ConvertedAmount | null;
  /** The offer in the same. */
  converted: ConvertedAmount[];
};

export type OfferCheck = Pick<OfferForm, 'typed' | 'problems'> & {
  goods: OfferedGoods;
  currencies: string[];
  units: readonly string[];
  answer: OfferAnswer | null;
};

/** What was withdrawn or has expired may be listed again. */
const UNSOLD: readonly LotState[] = [...BEFORE_SALE, 'withdrawn', 'expired'];

type Asked = {
  actor: Actor;
  lot: LotTerms & { state: LotState; availableQuantity: string };
  params: URLSearchParams;
  locale: string;
};

/**
 * What somebody offers for one of the actor's own lots, or for what is left of it: where it stands in today's
 * band, and what would be left in hand. Stores nothing. Null for a lot of which nothing is left to sell.
 */
export async function checkOffer(deps: Deps, { actor, lot, params, locale }: Asked): Promise<OfferCheck | null> {
  if (!UNSOLD.includes(lot.state)) return null;
  const { mineral, form, unit, grades, facts } = lot;
  const goods = { mineral, form, quantity: lot.availableQuantity, unit, grades, facts };
  const currencies = [...new Set([lot.currency, ...askCurrencies(actor.currency)])];
  const read = readOffer(params, { goods, currencies, locale });
  const answer = read.offer && (await answerTo(deps, { actor, lot, goods, offer: read.offer, per: read.typed.per }));
  return { typed: read.typed, problems: read.problems, goods, currencies, units: offerUnits(goods), answer };
}

async function answerTo(
  deps: Deps,
  { actor, lot, goods, offer, per }: Pick<Asked, 'actor' | 'lot'> & { goods: OfferedGoods; offer: Money; per: string },
): Promise<OfferAnswer> {
  const { mineral, form, quantity, unit } = goods;
  const { currency } = offer;
  const cooperativeId = actor.organisationId;
  const on = dayOf(deps.clock.now());
  const [band, plan, converted] = await Promise.all([
    bandFor(deps, {
      facts: {
        ...{ mineral, form, currency, cooperativeId },
        quantity: { value: quantity, unit },
        grades: lot.grades,
        facts: lot.facts,
        originCountry: lot.originCountry,
      },
      ask: offer,
      asOf: on,
    }),
    planOf(deps, { cooperativeId, offer, lotCurrency: asCurrency(lot.currency), on }),
    convertedAmount(deps, { amount: offer, to: actor.currency, on }),
  ]);
  const net = 'price' in plan ? { minor: plan.netMinor, currency: plan.price.currency } : null;
  return {
    offer,
    band: band.ok ? knownBand(band.value, on) : { known: false, ...reasonOf(band) },
    gapPerUnit: band.ok && band.value.verdict ? gapFor(goods, per, band.value.verdict.gap) : null,
    plan,
    netConverted: net && (await convertedAmount(deps, { amount: net, to: actor.currency, on })),
    converted: converted ? [converted] : [],
  };
}

type Planning = { cooperativeId: string; offer: Money; lotCurrency: Currency; on: string };

/**
 * Charges on the offer as it was said. Where a fixed one is only set in the lot's currency, on what the offer
 * comes to in it.
 */
async function planOf(deps: Deps, { cooperativeId, offer, lotCurrency, on }: Planning): Promise<OfferPlan | Reason> {
  const charges = await chargesInForce(deps, { cooperativeId, currency: offer.currency });
  if (charges.ok) return planned(deps, offer, charges.value, null);
  const via = await convertedAmount(deps, { amount: offer, to: lotCurrency, on });
  const others = via && (await chargesInForce(deps, { cooperativeId, currency: lotCurrency }));
  if (!via || !others?.ok)
    return { messageKey: charges.messageKey, ...(charges.params ? { params: charges.params } : {}) };
  return planned(deps, { minor: via.minor, currency: lotCurrency }, others.value, via);
}

function planned(
  { settings }: Pick<Deps, 'settings'>,
  price: Money,
  charges: ChargeTerms[],
  via: ConvertedAmount | null,
): OfferPlan | Reason {
  const plan = planWaterfall({ price, charges, feeBps: settings.platformFeeBps });
  if (!plan.ok) return { messageKey: plan.messageKey, ...(plan.params ? { params: plan.params } : {}) };
  return { price, netMinor: plan.value.netMinor, parts: comparePlanned(plan.value.parts, null), via };
}

function reasonOf({ messageKey, params }: Extract<Result<unknown>, { ok: false }>) {
  return { reasonKey: messageKey, ...(params ? { params } : {}) };
}

function gapFor(goods: OfferedGoods, per: string, gap: Money): string | null {
  const units = per === WHOLE ? null : unitsIn(goods, per);
  return units && !units.isZero() ? toDecimal(gap).abs().div(units).toDecimalPlaces(6).toFixed() : null;
}
