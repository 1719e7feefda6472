import { portionBps, type Money } from '#app/money/money';
import { ok, refuse, type Result } from '#app/platform/result';
import { isChargeKind, type ChargeKind } from '../chart-of-accounts';
import type { WaterfallPart } from './waterfall';

/**
 * A deduction as agreed before the order: who is paid, on what basis, at most how much. Amounts in the
 * price's currency.
 */
export type ChargeTerms = {
  kind: string;
  payee: string;
  basis: string;
  /** Share of the price, or … */
  rateBps?: number | null;
  /** … a fixed sum. Both: they add. */
  fixedMinor?: bigint | null;
  capMinor?: bigint | null;
};

export type PlannedCharge = {
  kind: ChargeKind;
  payee: string;
  basis: string;
  rateBps: number | null;
  capMinor: bigint | null;
  amountMinor: bigint;
};
export type PlannedWaterfall = {
  price: Money;
  charges: PlannedCharge[];
  feeBps: number;
  feeMinor: bigint;
  netMinor: bigint;
  parts: WaterfallPart[];
};
export type PlanRefusal = 'unnamed-charge' | 'charge-terms' | 'charges-exceed-price' | 'price-not-positive';

/**
 * Buyer's price → named charges → platform fee → net to the cooperative. Each charge and the fee are rounded
 * half-even to the minor unit. The net is what is left, so the parts sum to the price to the cent. Refused: a
 * charge without kind, payee or basis, one that is not a share or a sum, and charges that leave nothing for
 * the producers.
 */
export function planWaterfall({
  price,
  charges,
  feeBps,
}: {
  price: Money;
  charges: readonly ChargeTerms[];
  feeBps: number;
}): Result<PlannedWaterfall, PlanRefusal> {
  if (price.minor <= 0n) return refuse('price-not-positive', 'ledger:refusal.priceNotPositive');
  const planned: PlannedCharge[] = [];
  for (const terms of charges) {
    const charge = planCharge(terms, price);
    if (!charge.ok) return charge;
    planned.push(charge.value);
  }
  const feeMinor = portionBps(price, feeBps).minor;
  const netMinor = planned.reduce((left, { amountMinor }) => left - amountMinor, price.minor - feeMinor);
  if (feeMinor < 0n || netMinor <= 0n) return refuse('charges-exceed-price', 'ledger:refusal.chargesExceedPrice');
  const parts: WaterfallPart[] = [
    { part: 'net', payee: null, basis: null, rateBps: null, amountMinor: netMinor },
    ...planned.map(({ kind, payee, basis, rateBps, amountMinor }) => ({
      part: kind,
      payee,
      basis,
      rateBps,
      amountMinor,
    })),
    { part: 'fee', payee: null, basis: null, rateBps: feeBps, amountMinor: feeMinor },
  ];
  return ok({
    price,
    charges: planned,
    feeBps,
    feeMinor,
    netMinor,
    parts: parts.filter(({ amountMinor }) => amountMinor > 0n),
  });
}

function planCharge(terms: ChargeTerms, price: Money): Result<PlannedCharge, PlanRefusal> {
  const { kind, payee, basis, rateBps = null, fixedMinor = null, capMinor = null } = terms;
  if (!isChargeKind(kind) || payee.trim() === '' || basis.trim() === '') {
    return refuse('unnamed-charge', 'ledger:refusal.unnamedCharge');
  }
  const termless = rateBps === null && fixedMinor === null;
  if (termless || (rateBps ?? 0) < 0 || (fixedMinor ?? 0n) < 0n || (capMinor ?? 0n) < 0n) {
    return refuse('charge-terms', 'ledger:refusal.chargeTerms', { params: { payee } });
  }
  const full = portionBps(price, rateBps ?? 0).minor + (fixedMinor ?? 0n);
  const amountMinor = capMinor !== null && full > capMinor ? capMinor : full;
  return ok({ kind, payee: payee.trim(), basis: basis.trim(), rateBps, capMinor, amountMinor });
}
