import { CHARGE_KINDS } from '../chart-of-accounts';
import type { ChargeTerms } from '../waterfall/plan-waterfall';
import { ok, refuse, type Result } from '#app/platform/result';

export type ChargeRuleTerms = ChargeTerms & { currency: string };

/**
 * The rules that a price in `currency` carries, one per kind and payee, in the chart's order. A rule in the
 * price's own currency comes first. A mere share of the price holds in any currency. A fixed sum or a cap in
 * another currency is refused, never converted behind anyone's back.
 */
export function chargesFor(
  rules: readonly ChargeRuleTerms[],
  currency: string,
): Result<ChargeTerms[], 'charge-currency'> {
  const chosen = new Map<string, ChargeRuleTerms>();
  for (const rule of rules) {
    const key = `${rule.kind}:${rule.payee}`;
    const known = chosen.get(key);
    if (!known || (known.currency !== currency && rule.currency === currency)) chosen.set(key, rule);
  }
  const foreign = [...chosen.values()].find(
    (rule) => rule.currency !== currency && (typeof rule.fixedMinor === 'bigint' || typeof rule.capMinor === 'bigint'),
  );
  if (foreign)
    return refuse('charge-currency', 'trading:refusal.chargeCurrency', { params: { payee: foreign.payee, currency } });
  const order = ({ kind }: ChargeRuleTerms) => CHARGE_KINDS.findIndex((known) => known === kind);
  const sorted = [...chosen.values()].sort((a, b) => order(a) - order(b));
  return ok(sorted.map(({ currency: _, ...terms }) => terms));
}
