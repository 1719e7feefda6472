import type { Currency } from '#app/money/currency';
import { compareMoney, toMoney, toDecimal, type Money } from '#app/money/money';
import { isMassUnit } from '#app/money/units';
import { ok, refuse, type Result } from '#app/platform/result';
import type { BandLevel, CostPlusMethod, CostSheet, Method } from '../methods/method';
import { findRate, type KnownPrices } from '#app/prices/series/known-prices';
import type { Valuation } from '../formula/valuation';
import { value } from '../formula/value';
import {
  SOURCE_FORMULA,
  SOURCE_OWN_COSTS,
  SOURCE_REFERENCE_COSTS,
  type ValuationStep,
} from '../formula/valuation-steps';
import type { ValuationInput } from '../formula/valuation.schema';
import type { BandBasis, CellFigures } from './band-basis';
import type { BandFacts, BandRefusal } from './band-facts';
import { containedMetalInput, unitPriceInput, type Frame } from './contained-metal-band';
import { contractInput, wholeContent } from './contract-band';
import { costPlusPrice } from '../costs/cost-plus';
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
  /** The lot's cell of verified sales, where one is published. */
  cell?: CellFigures | null;
};

export type Band = {
  method: string;
  currency: Currency;
  floor: Valuation;
  fair: Valuation;
  ceiling: Valuation;
  verdict: Verdict | null;
  basis: BandBasis;
};

/** `before`: the lines of what made its unit price, where no reference price did. */
type Level = { input: ValuationInput; before?: () => ValuationStep[] };

/** Floor, fair and ceiling of a lot by one method, and where an ask stands. Refuses rather than guess anything. */
export function computeBand(request: BandRequest): Result<Band, BandRefusal> {
  const { method, known } = request;
  const currency = request.currency ?? request.ask?.currency ?? method.currency;
  const ask = request.ask ? convertMoney(request.ask, currency, known) : ok(null);
  if (!ask.ok) return ask;
  const basis = basisOf(request);
  if (!basis.ok) return basis;
  const frame: Frame = { asOf: request.asOf, knownAt: request.knownAt, currency };
  const at = (level: BandLevel) => valueLevel(level, request, basis.value, frame);
  const floor = at('floor');
  if (!floor.ok) return floor;
  const fair = at('fair');
  if (!fair.ok) return fair;
  const ceiling = at('ceiling');
  if (!ceiling.ok) return ceiling;

  const points = { floor: floor.value.total, fair: fair.value.total, ceiling: ceiling.value.total };
  // Terms are in order (terms-order.ts), so that a band out of order, like one below zero, has a metal whose charges are over its price.
  const inOrder = compareMoney(points.floor, points.fair) <= 0 && compareMoney(points.fair, points.ceiling) <= 0;
  if (points.floor.minor < 0n || !inOrder) return refuse('charges-exceed-value', 'pricing:bands.chargesExceedValue');
  return ok({
    method: method.id,
    currency,
    floor: floor.value,
    fair: fair.value,
    ceiling: ceiling.value,
    verdict: ask.value && verdictOn(ask.value, points),
    basis: basis.value,
  });
}

/** Which way makes the band: metal prices, enough verified sales, else what it costs. */
function basisOf({ method, facts, cell = null }: BandRequest): Result<BandBasis, BandRefusal> {
  switch (method.family) {
    case 'contained-metal':
    case 'contract-terms':
      return ok({ kind: 'reference' });
    case 'comparables':
      if (!cell) return refuse('insufficient-data', 'pricing:refusal.insufficientData');
      return salesBasis(cell, facts);
    case 'cost-plus': {
      const bySales = method.terms.fair.percentile !== undefined;
      return bySales && cell ? salesBasis(cell, facts) : costsBasis(method, facts, bySales);
    }
  }
}

function salesBasis(cell: CellFigures, { quantity }: BandFacts): Result<BandBasis, BandRefusal> {
  return sameMeasure(cell.unit, quantity.unit) ? ok({ kind: 'sales', cell }) : unitMismatch();
}

function costsBasis(
  method: CostPlusMethod,
  { costs, originCountry, quantity }: BandFacts,
  salesTooFew: boolean,
): Result<BandBasis, BandRefusal> {
  const sheet: CostSheet | undefined = costs ?? (originCountry ? method.referenceCosts[originCountry] : undefined);
  if (!sheet) return refuse('costs-missing', 'pricing:refusal.costsMissing', { path: 'costs' });
  if (!sameMeasure(sheet.unit, quantity.unit)) return unitMismatch();
  return ok({ kind: 'costs', of: costs ? 'own' : 'reference', country: originCountry, sheet, salesTooFew });
}

function unitMismatch() {
  return refuse('unit-mismatch', 'pricing:refusal.unitMismatch', { path: 'quantity.unit' });
}

function sameMeasure(a: string, b: string): boolean {
  return a === b || (isMassUnit(a) && isMassUnit(b));
}

function convertMoney(amount: Money, to: Currency, { rates }: KnownPrices): Result<Money, BandRefusal> {
  if (amount.currency === to) return ok(amount);
  const rate = findRate(rates, amount.currency, to);
  if (!rate)
    return refuse('fx-missing', 'pricing:refusal.fxMissing', { params: { from: amount.currency, to }, path: 'ask' });
  const major = toDecimal(amount);
  const converted = rate.base === amount.currency ? major.times(rate.rate) : major.div(rate.rate);
  return ok(toMoney(converted, to));
}

function valueLevel(
  level: BandLevel,
  request: BandRequest,
  basis: BandBasis,
  frame: Frame,
): Result<Valuation, BandRefusal> {
  const made = levelOf(level, request, basis, frame);
  return made.ok ? value(made.value.input, request.known, made.value.before) : made;
}

function levelOf(
  level: BandLevel,
  { method, facts }: BandRequest,
  basis: BandBasis,
  frame: Frame,
): Result<Level, BandRefusal> {
  switch (method.family) {
    case 'contained-metal':
      return plainLevel(containedMetalInput(method, level, facts, frame));
    case 'contract-terms':
      return plainLevel(contractInput(method, level, facts, frame));
    case 'cost-plus':
    case 'comparables':
      if (basis.kind === 'sales') return salesLevel(basis.cell, method.terms[level].percentile ?? 50, facts, frame);
      if (basis.kind === 'costs' && method.family === 'cost-plus')
        return costLevel(basis, method.terms[level].marginPct, facts, frame);
      throw new RangeError(`${method.id} has no band on ${basis.kind}`);
  }
}

function plainLevel(input: Result<ValuationInput, BandRefusal>): Result<Level, BandRefusal> {
  return input.ok ? ok({ input: input.value }) : input;
}

type CostBasis = Extract<BandBasis, { kind: 'costs' }>;

function costLevel(
  { sheet, of }: CostBasis,
  marginPct: string,
  facts: BandFacts,
  frame: Frame,
): Result<Level, BandRefusal> {
  const price = costPlusPrice(sheet, marginPct, of === 'own' ? SOURCE_OWN_COSTS : SOURCE_REFERENCE_COSTS);
  const unitPrice = { value: price.value.toFactor(), currency: sheet.currency, per: sheet.unit };
  return ok({ input: unitPriceInput(unitPrice, facts, frame), before: price.steps });
}

function salesLevel(cell: CellFigures, percent: number, facts: BandFacts, frame: Frame): Result<Level, BandRefusal> {
  const price = cell.percentiles[`${percent}`];
  if (price === undefined) return refuse('insufficient-data', 'pricing:refusal.insufficientData');
  const { width, orders, sellers, buyers, soldFrom, soldTo, release } = cell;
  const step = (): ValuationStep => ({
    kind: 'sales-percentile',
    subject: `p${percent}`,
    label: `Percentile ${percent} of verified sales`,
    expression: `p${percent} of ${orders} unit prices, ${sellers} sellers, ${buyers} buyers, cell: ${width}, ${soldFrom} – ${soldTo}`,
    value: price,
    unit: `USD/${cell.unit}`,
    source: `Verified orders on Fairlode, release of ${release}, ${SOURCE_FORMULA}`,
    sales: { percent, width, orders, sellers, buyers, soldFrom, soldTo, release },
  });
  const unitPrice = { value: price, currency: 'USD' as const, per: cell.unit };
  return ok({ input: unitPriceInput(unitPrice, facts, frame), before: () => [step()] });
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
  const frame = { asOf, knownAt, currency };
  const input =
    method.family === 'contained-metal'
      ? containedMetalInput({ ...method, terms: WHOLE_METAL }, 'fair', facts, frame)
      : method.family === 'contract-terms'
        ? contractInput(wholeContent(method), 'fair', facts, frame)
        : null;
  const valued = input?.ok ? value(input.value, known) : null;
  return valued?.ok ? valued.value.total.minor : null;
}

const WHOLE = { payablePct: '100', discountPct: '0', premiumPct: '0', premium: null };
const WHOLE_METAL = { floor: WHOLE, fair: WHOLE, ceiling: WHOLE };
