import { toAmount, type Money } from '#app/money/money';
import type { Band } from './compute-band';
import { verdictAnswer } from './verdict';

/** What a band came to, as evidence keeps it and as it is compared when somebody works it out again. */
export function bandResult({ floor, fair, ceiling, verdict }: Band): object {
  return {
    floor: amountOf(floor.total),
    fair: amountOf(fair.total),
    ceiling: amountOf(ceiling.total),
    verdict: verdict && verdictAnswer(verdict),
  };
}

export function amountOf(money: Money): { amount: string; currency: string } {
  return { amount: toAmount(money), currency: money.currency };
}
