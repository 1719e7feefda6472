import type { Currency } from '#app/money/currency';
import { shortened } from '#app/money/decimal';
import { compareMoney, moneyFromDecimal, toDecimal, type Money } from '#app/money/money';
import { isQuantityUnit } from '#app/money/units';
import { ok, refuse, type Result } from '#app/platform/result';
import type { BandLevel, ComparablesMethod, CostPlusMethod, Method } from '../methods/method';
import { findRate, type KnownPrices } from '../valuation/known-prices';
import { value, type Valuation } from '../valuation/value';
import type { ValuationStep } from '../valuation/valuation-steps';
import type { ValuationInput } from '../valuation/valuation.schema';
import type { BandFacts, BandRefusal } from './band-facts';
import { comparableCell, percentile, type CellKey, type ComparableSale } from './comparables';
import { containedMetalInput, unitPriceInput, type Frame } from './contained-metal-band';
import { costPlusPrice } from './cost-plus';
import { verdictOn, type Verdict } from './verdict';

export type BandRequest = {
  method: Method;
  facts: BandFacts;
  known: KnownPrices;
  asOf: string;
  knownAt: string | null;
  /** Currency of the band; when left out the ask's, else the method's own. */
  currency?: Currency;
  ask?: Money | null;
  /** Verified orders and the lot's cell, for methods by comparable sales. */
  comparables?: { sales: readonly ComparableSale[]; cell: CellKey };
};

export type Band = {
  method: string;
  currency: Currency;
  floor: Valuation;
  fair: Valuation;
  ceiling: Valuation;
  verdict: Verdict | null;
};

type Level = { input: ValuationInput; steps: ValuationStep[] };

/** Floor, fair and ceiling of a lot by one method, and where an ask stands. Refuses rather than guess anything. */
export function computeBand(request: BandRequest): Result<Band, BandRefusal> {
  const { method, known } = request;
  const currency = request.currency ?? request.ask?.currency ?? method.currency;
  const ask = request.ask ? convertMoney(request.ask, currency, known) : ok(null);
  if (!ask.ok) return ask;
  const frame: Frame = { asOf: request.asOf, knownAt: request.knownAt, currency };
  const floor = valueLevel('floor', request, frame, known);
  if (!floor.ok) return floor;
  const fair = valueLevel('fair', request, frame, known);
  if (!fair.ok) return fair;
  const ceiling = valueLevel('ceiling', request, frame, known);
  if (!ceiling.ok) return ceiling;

  const points = { floor: floor.value.total, fair: fair.value.total, ceiling: ceiling.value.total };
  if (compareMoney(points.floor, points.fair) > 0 || compareMoney(points.fair, points.ceiling) > 0) {
    throw new RangeError(`${method.id} gives a band that is out of order`);
  }
  return ok({
    method: method.id,
    currency,
    floor: floor.value,
    fair: fair.value,
    ceiling: ceiling.value,
    verdict: ask.value && verdictOn(ask.value, points),
  });
}

function convertMoney(amount: Money, to: Currency, { rates }: KnownPrices): Result<Money, BandRefusal> {
  if (amount.currency === to) return ok(amount);
  const rate = findRate(rates, amount.currency, to);
  if (!rate)
    return refuse('fx-missing', 'pricing:refusal.fxMissing', { params: { from: amount.currency, to }, path: 'ask' });
  const major = toDecimal(amount);
  return ok(moneyFromDecimal(rate.base === amount.currency ? major.times(rate.rate) : major.div(rate.rate), to));
}

function valueLevel(
  level: BandLevel,
  request: BandRequest,
  frame: Frame,
  known: KnownPrices,
): Result<Valuation, BandRefusal> {
  const made = levelOf(level, request, frame);
  if (!made.ok) return made;
  const valued = value(made.value.input, known);
  return valued.ok ? ok({ ...valued.value, steps: [...made.value.steps, ...valued.value.steps] }) : valued;
}

function levelOf(level: BandLevel, request: BandRequest, frame: Frame): Result<Level, BandRefusal> {
  const { method, facts } = request;
  switch (method.family) {
    case 'contained-metal': {
      const input = containedMetalInput(method, level, facts, frame);
      return input.ok ? ok({ input: input.value, steps: [] }) : input;
    }
    case 'cost-plus':
      return costPlusLevel(method, level, facts, frame);
    case 'comparables':
      return comparablesLevel(method, level, request, frame);
  }
}

/** Digits of a unit price that does not end; far beyond any minor unit. */
const PRICE_DIGITS = 40;

function costPlusLevel(
  method: CostPlusMethod,
  level: BandLevel,
  facts: BandFacts,
  frame: Frame,
): Result<Level, BandRefusal> {
  const sheet = facts.costs ?? (facts.originCountry ? method.referenceCosts[facts.originCountry] : undefined);
  if (!sheet) return refuse('costs-missing', 'pricing:refusal.costsMissing', { path: 'costs' });
  if (sheet.unit !== facts.quantity.unit)
    return refuse('unit-mismatch', 'pricing:refusal.unitMismatch', { path: 'quantity.unit' });
  const price = costPlusPrice(sheet, method.terms[level].marginPct);
  const unitPrice = { value: shortened(price.value, PRICE_DIGITS), currency: sheet.currency, per: facts.quantity.unit };
  return ok({ input: unitPriceInput(unitPrice, facts, frame), steps: price.steps });
}

function comparablesLevel(
  method: ComparablesMethod,
  level: BandLevel,
  { facts, comparables }: BandRequest,
  frame: Frame,
): Result<Level, BandRefusal> {
  const sales = comparables?.sales.filter((sale) => sale.currency === method.currency) ?? [];
  const cell = comparables && comparableCell(sales, comparables.cell, frame.asOf);
  if (!cell || !isQuantityUnit(facts.quantity.unit))
    return refuse('insufficient-data', 'pricing:refusal.insufficientData');
  const price = percentile(
    cell.sales.map((sale) => sale.unitPrice),
    method.terms[level].percentile,
  );
  const unitPrice = { value: shortened(price, PRICE_DIGITS), currency: method.currency, per: facts.quantity.unit };
  return ok({ input: unitPriceInput(unitPrice, facts, frame), steps: [] });
}

/** All of the reference price for what the lot contains, in minor units; null where the method has no reference series. */
export function referenceValue({
  method,
  facts,
  known,
  asOf,
  knownAt,
  currency = method.currency,
}: BandRequest): bigint | null {
  if (method.family !== 'contained-metal') return null;
  const whole = { payablePct: '100', discountPct: '0', premiumPct: '0', premium: null };
  const terms = { floor: whole, fair: whole, ceiling: whole };
  const input = containedMetalInput({ ...method, terms }, 'fair', facts, { asOf, knownAt, currency });
  const valued = input.ok ? value(input.value, known) : input;
  return valued.ok ? valued.value.total.minor : null;
}
