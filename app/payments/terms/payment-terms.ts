import { isOffered } from '#app/money/currency';
import { money, type Money } from '#app/money/money';
import { orAmbiguous } from '#app/money/typed-decimal';
import { readTypedMoney } from '#app/money/typed-money';
import { ok, refuse, type Result } from '#app/platform/result';
import { COST_BEARERS, type CostBearer } from '../limits/payment-cost';

/** How orders of a programme's cooperatives are paid. */
export type PaymentTerms = {
  /** Null where the programme has none in force and the default holds. */
  version: number | null;
  costBearer: CostBearer;
  /** Above it an order is paid by bank transfer. */
  cardLimit: Money;
};

export const DEFAULT_PAYMENT_TERMS: PaymentTerms = {
  version: null,
  costBearer: 'buyer',
  cardLimit: money(500_000n, 'USD'),
};

export type TermsInput = {
  costBearer: string;
  cardLimit: string;
  currency: string;
  reason: string;
  locale?: string | undefined;
};
export type TermsFacts = Pick<PaymentTerms, 'costBearer' | 'cardLimit'> & { reason: string };
export type TermsRefusal = 'bad-bearer' | 'bad-currency' | 'bad-limit' | 'bad-reason';

const MAX_LIMIT = '10000000000';
const MAX_REASON = 300;

/** Terms as staff type them. */
export function readTerms({
  costBearer,
  cardLimit,
  currency,
  reason,
  locale,
}: TermsInput): Result<TermsFacts, TermsRefusal> {
  const bearer = COST_BEARERS.find((known) => known === costBearer);
  if (!bearer) return refuse('bad-bearer', 'payments:terms.badBearer', { path: 'costBearer' });
  if (!isOffered(currency)) return refuse('bad-currency', 'payments:terms.badCurrency', { path: 'currency' });
  const limit = readTypedMoney(cardLimit, currency, { max: MAX_LIMIT, locale });
  if (!('money' in limit)) {
    return orAmbiguous(refuse('bad-limit', 'payments:terms.badLimit', { path: 'cardLimit' }), limit);
  }
  const why = reason.trim();
  if (why.length < 3 || why.length > MAX_REASON) {
    return refuse('bad-reason', 'payments:terms.badReason', { path: 'reason', params: { most: MAX_REASON } });
  }
  return ok({ costBearer: bearer, cardLimit: limit.money, reason: why });
}
