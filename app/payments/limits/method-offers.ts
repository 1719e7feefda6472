import { Decimal } from '#app/money/decimal';
import { toAmount, toDecimal, type Money } from '#app/money/money';
import { refuse, type Refusal } from '#app/platform/result';
import { chargeLimits } from './charge-limits';
import {
  PAYMENT_METHODS,
  paymentCostMinor,
  takesTransfers,
  type CostBearer,
  type CostBps,
  type PaymentMethod,
} from './payment-cost';

export type LimitRefusal =
  | 'currency-not-chargeable'
  | 'amount-not-whole'
  | 'amount-too-small'
  | 'amount-too-large'
  | 'transfer-currency'
  | 'card-limit'
  | 'card-limit-rate'
  | 'cost-above-fee';

export type MethodOffer = {
  method: PaymentMethod;
  costMinor: bigint;
  bearer: CostBearer;
  /** What the buyer pays. */
  totalMinor: bigint;
  /** Why it cannot be used for this price. Null where it can. */
  refusal: Refusal<LimitRefusal> | null;
};

export type MethodTerms = { costBearer: CostBearer; cardLimit: Money };
type Asked = {
  price: Money;
  /** What the platform keeps of the price: the most that it can bear. */
  feeMinor: bigint;
  terms: MethodTerms;
  /** Units of the limit's currency for one of the price's. Null where none is known. */
  limitRate: string | null;
  costBps: CostBps;
};

/**
 * Every way to pay a price: its cost, the total, and whether it can be used. The one rule for ask, order form
 * and order.
 */
export function methodOffers(asked: Asked): MethodOffer[] {
  const { price, terms, costBps } = asked;
  const bearer = terms.costBearer;
  return PAYMENT_METHODS.map((method) => {
    const { currency, minor: priceMinor } = price;
    const costMinor = paymentCostMinor({ priceMinor, currency, method, bearer, costBps });
    const totalMinor = bearer === 'buyer' ? priceMinor + costMinor : priceMinor;
    return { method, costMinor, bearer, totalMinor, refusal: refusalOf(method, { ...asked, costMinor, totalMinor }) };
  });
}

function refusalOf(
  method: PaymentMethod,
  { price, feeMinor, terms, limitRate, costMinor, totalMinor }: Asked & { costMinor: bigint; totalMinor: bigint },
): Refusal<LimitRefusal> | null {
  const { currency } = price;
  // A price below the smallest charge is too small, even where its cost would lift it above.
  const charge = chargeRefusal(price) ?? chargeRefusal({ minor: totalMinor, currency });
  if (charge?.code === 'currency-not-chargeable') return charge;
  if (method === 'transfer' && !takesTransfers(currency)) {
    return refuse('transfer-currency', 'payments:refusal.transferCurrency', { params: { currency } });
  }
  if (charge) return charge;
  if (method === 'card') {
    if (limitRate === null) {
      return refuse('card-limit-rate', 'payments:refusal.cardLimitRate', {
        params: { currency, limitCurrency: terms.cardLimit.currency },
      });
    }
    if (toDecimal(price).times(limitRate).gt(toDecimal(terms.cardLimit))) {
      return refuse('card-limit', 'payments:refusal.cardLimit', {
        params: { limit: figure(terms.cardLimit), limitCurrency: terms.cardLimit.currency },
      });
    }
  }
  if (terms.costBearer === 'platform' && costMinor > feeMinor) {
    return refuse('cost-above-fee', 'payments:refusal.costAboveFee');
  }
  return null;
}

/** Why Stripe would not take a sum in one charge. Null where it would. */
export function chargeRefusal(
  sum: Money,
): Refusal<'currency-not-chargeable' | 'amount-not-whole' | 'amount-too-small' | 'amount-too-large'> | null {
  const { currency, minor } = sum;
  const limits = chargeLimits(currency);
  if (!limits) return refuse('currency-not-chargeable', 'payments:refusal.currency', { params: { currency } });
  if (minor % limits.stepMinor !== 0n) {
    return refuse('amount-not-whole', 'payments:refusal.notWhole', { params: { currency } });
  }
  if (minor < limits.minMinor) {
    const params = { currency, smallest: figure({ minor: limits.minMinor, currency }) };
    return refuse('amount-too-small', 'payments:refusal.tooSmall', { params });
  }
  if (minor > limits.maxMinor) {
    const params = { currency, largest: figure({ minor: limits.maxMinor, currency }) };
    return refuse('amount-too-large', 'payments:refusal.tooLarge', { params });
  }
  return null;
}

/** The way that is proposed: the first that can be used. */
export function firstOffer(offers: readonly MethodOffer[]): MethodOffer | null {
  return offers.find(({ refusal }) => refusal === null) ?? null;
}

/** Why no way can be used, in one refusal that names the remedy. Null where one can. */
export function whyNoMethod(offers: readonly MethodOffer[]): Refusal<LimitRefusal> | null {
  if (firstOffer(offers)) return null;
  const of = (method: PaymentMethod) => offers.find((offer) => offer.method === method)?.refusal ?? null;
  const [card, transfer] = [of('card'), of('transfer')];
  if (card?.code === 'card-limit' && transfer?.code === 'transfer-currency') {
    return { ...card, messageKey: 'payments:refusal.cardLimitOnly' };
  }
  // Where a transfer is too small or too large for the partner, the card is so too, or above its own limit
  // before.
  return card?.code === 'card-limit' ? transfer : (card ?? transfer);
}

/** Without its currency: the message writes it as its reader does. */
function figure(amount: Money): number {
  return new Decimal(toAmount(amount)).toNumber();
}
