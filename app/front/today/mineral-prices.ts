import { isCurrency, type Currency } from '#app/money/currency';
import { Decimal, fixed } from '#app/money/decimal';
import { isMassUnit, isQuantityUnit, type GradeUnit } from '#app/money/units';
import { computeBand } from '#app/valuation/bands/compute-band';
import { localPrice, type LocalPrice } from '#app/prices/series/local-price';
import { methodIn, type MethodBook } from '#app/valuation/methods/method-book';
import { seriesOfMethod, type Method } from '#app/valuation/methods/method';
import type { SeriesLatest } from '#app/prices/series/list-series-with-latest.server';
import { isLocalSeries, isOwnSeries } from '#app/prices/series/own-series';
import { findRate, type FxReference, type ReferencePrice } from '#app/prices/series/known-prices';

type Grade = { element: string; value: string; unit: GradeUnit };
/** The newest lot of a mineral: what the cooperative usually has of it. */
export type UsualLot = { mineral: string; form: string; grades: readonly Grade[]; moisturePct: string };

export type MineralPrice = {
  /** The reference as its publisher writes it, with its month, age and source. */
  series: SeriesLatest;
  latest: NonNullable<SeriesLatest['latest']>;
  /** By the gram or kilogram, in the cooperative's own money where a rate is known. */
  reference: LocalPrice;
  /** Of what the cooperative usually has: null where its method makes none of it. */
  floor: (LocalPrice & { grade: Grade; methodId: string }) | null;
  /** What a trader in the country pays, the newest such price; null where nobody recorded one. */
  trader: (LocalPrice & { source: string; period: string; ageDays: number; key: string }) | null;
};

type Question = {
  lots: readonly UsualLot[];
  series: readonly SeriesLatest[];
  book: MethodBook;
  /** From the references' currency into the cooperative's; null where none is known. */
  rate: FxReference | null;
  currency: string;
  countryCode: string;
  asOf: string;
};

/** What a cooperative's minerals are worth today: the reference, the floor of its own kind, and what local traders pay. One line a mineral. */
export function mineralPrices(question: Question): MineralPrice[] {
  const usable = question.series.filter(({ latest }) => latest !== null && latest.state !== 'expired');
  return question.lots.flatMap((lot) => {
    const world = usable
      .filter(({ key, commodity }) => commodity === lot.mineral && !isLocalSeries(key))
      // A publisher's price before the operator's own.
      .sort((a, b) => Number(isOwnSeries(a.key)) - Number(isOwnSeries(b.key)))[0];
    if (!world?.latest) return [];
    const price = { value: world.latest.value, currency: world.currency, per: world.per };
    const reference = localPrice(price, localRate(world.currency, question));
    return [
      {
        ...{ series: world, latest: world.latest, reference },
        floor: floorOf(lot, reference, usable, question),
        trader: traderOf(lot.mineral, usable, question.countryCode),
      },
    ];
  });
}

function localRate(from: string, { rate, currency }: Question): { currency: string; rate: string } | null {
  const known = rate && isCurrency(from) && isCurrency(currency) ? findRate([rate], from, currency) : null;
  if (!known || from === currency) return null;
  return { currency, rate: known.base === from ? known.rate : new Decimal(1).div(known.rate).toFixed() };
}

const WHOLE_FROM = 1000;

function floorOf(
  lot: UsualLot,
  { per, currency }: LocalPrice,
  usable: readonly SeriesLatest[],
  { book, rate, asOf }: Question,
): MineralPrice['floor'] {
  const method = methodIn(book, lot);
  const grade = method && gradeOf(method, lot);
  if (!method || !grade || !isMassUnit(per) || per === 'dmtu' || !isCurrency(currency)) return null;
  const band = computeBand({
    ...{ method, asOf, knownAt: null, currency },
    facts: {
      ...{ grades: lot.grades, originCountry: null, costs: null },
      quantity: { value: '1', unit: per, moisturePct: lot.moisturePct, franchisePct: '0' },
    },
    known: { prices: pricesOf(method, usable), rates: rate ? [rate] : [] },
  });
  if (!band.ok) return null;
  const each = band.value.floor.exact;
  return { value: fixed(each, each.gte(WHOLE_FROM) ? 0 : 2), currency, per, grade, methodId: method.id };
}

/** Stones and bricks have no grade, and no reference price that this could stand beside. */
function gradeOf(method: Method, { grades }: UsualLot): Grade | null {
  if (method.family !== 'contained-metal' && method.family !== 'contract-terms') return null;
  return grades.find(({ element }) => element === method.element) ?? null;
}

function pricesOf(method: Method, usable: readonly SeriesLatest[]): Map<string, ReferencePrice> {
  const asked = new Set(seriesOfMethod(method));
  return new Map(
    usable.flatMap(({ key, latest, currency, per, unit, source, licence }) => {
      if (!asked.has(key) || !latest || latest.state === 'expired' || !isCurrency(currency) || !isQuantityUnit(per))
        return [];
      const { period, value, vintage, ageDays, state } = latest;
      const price: ReferencePrice = {
        ...{ series: key, period, value, unit, currency, per, vintage, source, licence, ageDays, state },
      };
      return [[key, price] as const];
    }),
  );
}

function traderOf(mineral: string, usable: readonly SeriesLatest[], countryCode: string): MineralPrice['trader'] {
  const here = `local.${countryCode.toLowerCase()}.`;
  const newest = usable
    .filter(({ key, commodity }) => commodity === mineral && key.startsWith(here))
    .sort((a, b) => (a.latest?.ageDays ?? 0) - (b.latest?.ageDays ?? 0))[0];
  if (!newest?.latest) return null;
  const { currency, per, source, key, latest } = newest;
  const price = localPrice({ value: latest.value, currency: currency as Currency, per }, null);
  return { ...price, key, source, period: latest.period, ageDays: latest.ageDays };
}
