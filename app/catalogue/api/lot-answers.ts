import { asCurrency } from '#app/money/currency';
import { toAmount } from '#app/money/money';
import type { KnownBand } from '../lot-band/known-band';
import type { LotPage } from '../show-lot/lot-page.server';
import type { StoredBand } from '../lot-band/stored-band';
import type { Refusal } from '#app/platform/result';
import type { WaysToPay } from '../ways-to-pay/ways-to-pay.server';
import type { LotCard } from '../search/lot-card';

type Ways = {
  /** The address that pages start with. */
  site: string;
  /** Why a lot has no band, in words, from the stored reason. */
  whyNone(reason: string | null): string;
};

/** Lots as the API tells of them: what is on their public pages, and no more. */
export function lotListAnswer(
  { lots, total, next }: { lots: readonly LotCard[]; total: bigint; next: string | null },
  { site, whyNone }: Ways,
) {
  return {
    lots: lots.map((card) => ({
      ...common(card, site),
      cooperative: sellerOf(card.cooperative, site),
      assayed: card.assayed,
      band: card.band
        ? { ...bandPoints(card.band, card.currency), verdict: { state: card.band.verdict } }
        : { none: whyNone(card.noBandReason) },
    })),
    total: parseInt(total.toString(), 10),
    next,
  };
}

/** One lot with its band as of today. */
export function lotAnswer(
  { lot, band, seller }: LotPage,
  { whyNone, site, ways, say }: { whyNone: string; site: string; ways: WaysToPay; say: (why: Refusal) => string },
) {
  const payment = ({ priceMinor, methods, none }: WaysToPay['whole']) => ({
    price: amountOf(priceMinor, lot.currency),
    methods,
    none: none && say(none),
  });
  return {
    ...common(lot, site),
    cooperative: sellerOf(seller, site),
    state: lot.state,
    stage: lot.stage,
    hsCode: lot.hsCode,
    description: lot.description,
    divisible: lot.divisible,
    leadTimeDays: lot.leadTimeDays,
    listedAt: lot.listedAt,
    payment: { whole: payment(ways.whole), smallestPart: ways.smallestPart && payment(ways.smallestPart) },
    band: band.known ? knownBand(band) : { none: whyNone },
  };
}

type Common = Pick<
  LotCard,
  | 'id'
  | 'number'
  | 'mineral'
  | 'form'
  | 'quantity'
  | 'availability'
  | 'unit'
  | 'grades'
  | 'facts'
  | 'askMinor'
  | 'currency'
  | 'originCountry'
  | 'originDistrict'
  | 'incoterm'
  | 'incotermPlace'
  | 'womenLed'
  | 'certificates'
>;

function common(lot: Common, site: string) {
  const { id, number, mineral, form, quantity, availability, unit, grades, facts, incoterm, incotermPlace } = lot;
  return {
    ...{ id, number, page: `${site}/lots/${id}`, mineral, form, quantity, availability, unit, grades, facts },
    ask: amountOf(lot.askMinor, lot.currency),
    origin: { country: lot.originCountry, district: lot.originDistrict },
    ...{ incoterm, incotermPlace, womenLed: lot.womenLed, certificates: lot.certificates },
  };
}

function sellerOf({ name, slug }: { name: string; slug: string }, site: string) {
  return { name, page: `${site}/cooperatives/${slug}` };
}

function bandPoints(
  { method, asOf, floorMinor, fairMinor, ceilingMinor }: Omit<StoredBand, 'verdict'>,
  currency: string,
) {
  const amount = (minor: bigint) => amountOf(minor, currency);
  return { method, asOf, floor: amount(floorMinor), fair: amount(fairMinor), ceiling: amount(ceilingMinor) };
}

function knownBand({ verdict, references, rates, sha256, ...band }: KnownBand) {
  return {
    ...bandPoints(band, band.currency),
    verdict: verdict && {
      state: verdict.state,
      against: verdict.against,
      gapPct: verdict.gapPct,
      gapAmount: amountOf(verdict.gapMinor, band.currency).amount,
    },
    references,
    rates,
    hash: sha256,
  };
}

function amountOf(minor: bigint, currency: string): { amount: string; currency: string } {
  const code = asCurrency(currency);
  return { amount: toAmount({ minor, currency: code }), currency: code };
}
