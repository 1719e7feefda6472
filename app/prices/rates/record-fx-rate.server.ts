import { dayStart } from '#app/money/calendar-day';
import { isCurrency } from '#app/money/currency';
import type { Deps } from '#app/platform/deps';
import { ok, refuse, type Result } from '#app/platform/result';
import { decimalText } from '#app/money/decimal-text.schema';

/** `rate` units of `quote` for one `base` on a day, from a named source, entered by one person and approved by another. */
type FxRateInput = {
  base: string;
  quote: string;
  rate: string;
  on: string;
  source: string;
  enteredBy: string;
  approvedBy: string;
};

const rateText = decimalText({ positive: true, max: '1000000000' });

/** Keeps a rate. A corrected one is a new row; the later recorded of a day counts. */
export async function recordFxRate(
  deps: Pick<Deps, 'db' | 'clock' | 'newId'>,
  input: FxRateInput,
): Promise<Result<{ id: string }, 'bad-rate' | 'same-person'>> {
  const { base, quote, enteredBy, approvedBy, source, on } = input;
  const rate = rateText.safeParse(input.rate);
  if (!isCurrency(base) || !isCurrency(quote) || base === quote || !rate.success)
    return refuse('bad-rate', 'pricing:refusal.badRate');
  if (enteredBy === approvedBy) return refuse('same-person', 'pricing:refusal.samePerson');
  const id = deps.newId();
  await deps.db.fxRate.create({
    data: {
      id,
      base,
      quote,
      rate: rate.data,
      on: dayStart(on),
      source,
      enteredBy,
      approvedBy,
      recordedAt: deps.clock.now(),
    },
  });
  return ok({ id });
}
