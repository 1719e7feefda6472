import { asCurrency } from '#app/money/currency';
import { money, portionBps } from '#app/money/money';
import { methodOffers, whyNoMethod, type LimitRefusal } from '#app/payments/limits/method-offers';
import { takesTransfers } from '#app/payments/limits/payment-cost';
import { DEFAULT_PAYMENT_TERMS } from '#app/payments/terms/payment-terms';
import { paymentTermsInForce } from '#app/payments/terms/terms-in-force.server';
import type { Deps } from '#app/platform/deps';
import { fxRate } from '#app/prices/rates/fx-rate.server';
import type { FieldIssue } from '../vocabulary/lot-input';

type Asked = { cooperativeId: string; askMinor: bigint; currency: string; divisible: boolean };

/** What to do about an ask that no buyer could pay, said where it is typed. */
const ISSUE: Partial<Record<LimitRefusal, { messageKey: string; ofWholeOnly: boolean }>> = {
  'currency-not-chargeable': { messageKey: 'catalogue:issue.askNotChargeable', ofWholeOnly: false },
  'amount-not-whole': { messageKey: 'catalogue:issue.askNotWhole', ofWholeOnly: false },
  'amount-too-small': { messageKey: 'catalogue:issue.askTooSmall', ofWholeOnly: false },
  // Of a lot that is sold in parts each buyer pays a part.
  'amount-too-large': { messageKey: 'catalogue:issue.askTooLarge', ofWholeOnly: true },
  'card-limit': { messageKey: 'catalogue:issue.askAboveCards', ofWholeOnly: true },
};

/**
 * Why an ask could not be paid by any method, with the remedy. Null where it can, or in parts. The same rule
 * as at the order, so that nobody lists what nobody can buy.
 */
export async function unpayableAsk(
  deps: Pick<Deps, 'db' | 'clock' | 'settings'>,
  { cooperativeId, askMinor, currency: code, divisible }: Asked,
): Promise<FieldIssue | null> {
  const currency = asCurrency(code);
  const price = money(askMinor, currency);
  const { terms, limitRate } = takesTransfers(currency)
    ? // Above the limit of cards a transfer carries it: the programme's own limit changes nothing.
      { terms: DEFAULT_PAYMENT_TERMS, limitRate: '1' }
    : await cardTerms(deps, cooperativeId, code);
  const { platformFeeBps, payments } = deps.settings;
  const feeMinor = portionBps(price, platformFeeBps).minor;
  const refusal = whyNoMethod(methodOffers({ price, feeMinor, terms, limitRate, costBps: payments.costBps }));
  const issue = refusal && ISSUE[refusal.code];
  if (!issue || (issue.ofWholeOnly && divisible)) return null;
  return { path: 'ask', messageKey: issue.messageKey, ...(refusal.params ? { params: refusal.params } : {}) };
}

/** The terms of the cooperative's programme, and the rate into the currency of its limit for cards. */
export async function cardTerms(deps: Pick<Deps, 'db' | 'clock'>, cooperativeId: string, code: string) {
  const currency = asCurrency(code);
  const cooperative = await deps.db.organisation.findUniqueOrThrow({
    where: { id: cooperativeId },
    select: { programmeId: true },
  });
  const terms = await paymentTermsInForce(deps.db, cooperative.programmeId);
  const on = deps.clock.now().toISOString().slice(0, 10);
  const quote = terms.cardLimit.currency;
  const rate = quote === currency ? '1' : ((await fxRate(deps, { base: currency, quote, on }))?.rate ?? null);
  return { terms, limitRate: rate };
}
