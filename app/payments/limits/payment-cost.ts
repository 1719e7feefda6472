import type { Currency } from '#app/money/currency';
import { chargeLimits, stripeFactor } from './charge-limits';

/** How an order can be paid. */
export const PAYMENT_METHODS = ['card', 'transfer'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];
export const COST_BEARERS = ['buyer', 'platform'] as const;
export type CostBearer = (typeof COST_BEARERS)[number];

export function isPaymentMethod(name: string): name is PaymentMethod {
  return PAYMENT_METHODS.some((method) => method === name);
}

/** What the payment partner takes at most, in basis points of what it receives (see .env.example). */
export type CostBps = Readonly<Record<PaymentMethod, number>>;

/** Bank transfers that Stripe receives on accounts of its own: nothing else can be sent there. */
const TRANSFER_CURRENCIES: readonly Currency[] = ['USD', 'EUR', 'GBP', 'JPY'];

export function takesTransfers(currency: Currency): boolean {
  return TRANSFER_CURRENCIES.includes(currency);
}

/** No fixed fee of a card payment is above 60% of the smallest charge, or thirty of Stripe's units. */
function fixedMinor(method: PaymentMethod, currency: Currency): bigint {
  if (method === 'transfer') return 0n;
  const { finer, by } = stripeFactor(currency);
  const thirty = finer ? divideUp(30n, by) : 30n * by;
  const share = divideUp((chargeLimits(currency)?.minMinor ?? 0n) * 6n, 10n);
  return share > thirty ? share : thirty;
}

/**
 * The most that receiving a price can cost: a ceiling, since the partner's own fee is only known afterwards.
 * Where the buyer bears it, it is part of what is received, and the fee is taken of it too.
 */
export function paymentCostMinor({
  priceMinor,
  currency,
  method,
  bearer,
  costBps,
}: {
  priceMinor: bigint;
  currency: Currency;
  method: PaymentMethod;
  bearer: CostBearer;
  costBps: CostBps;
}): bigint {
  const bps = BigInt(costBps[method]);
  const raw = bps * priceMinor + 10_000n * fixedMinor(method, currency);
  if (bearer === 'platform') return divideUp(raw, 10_000n);
  const step = chargeLimits(currency)?.stepMinor ?? 1n;
  return divideUp(divideUp(raw, 10_000n - bps), step) * step;
}

function divideUp(numerator: bigint, denominator: bigint): bigint {
  return (numerator + denominator - 1n) / denominator;
}
