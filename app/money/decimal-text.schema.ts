import { z } from 'zod';
import { Decimal } from './decimal';

/** Why a decimal was refused. `message` of the API, and the tail of a translation key on pages. */
const DECIMAL_MESSAGES = {
  type: 'Send a decimal string, such as "12.5", not a JSON number',
  format: 'Plain decimal digits only, such as 12.5: no sign, exponent, thousands mark or blank',
  negative: 'Must not be negative',
  not_positive: 'Must be above zero',
  too_precise: 'At most 30 significant digits',
} as const;

const PLAIN = /^\d+(?:\.\d+)?$/;
const NEGATIVE = /^-\d+(?:\.\d+)?$/;
const LONGEST = 64;
const MOST_DIGITS = 30;
/** 10^15: more tonnes than the crust holds of anything that is traded, and more cents than money exists. */
const LARGEST = '1000000000000000';

type DecimalRange = { max?: string; positive?: boolean };
type Code = keyof typeof DECIMAL_MESSAGES | 'too_large';

/** The same for a description of the API: what a pattern can say of it. */
export function decimalShape({ positive = false }: Pick<DecimalRange, 'positive'> = {}) {
  return { pattern: positive ? '^(?![0.]*$)\\d+(?:\\.\\d+)?$' : PLAIN.source, maxLength: LONGEST };
}

/**
 * A number as text: exact, never through a float. Answers the same number in its shortest notation, so that
 * "5.0" and "5" are one input with one hash. Codes: type, format, negative, not_positive, too_large,
 * too_precise.
 */
export function decimalText({ max = LARGEST, positive = false }: DecimalRange = {}) {
  return z
    .string({ error: DECIMAL_MESSAGES.type })
    .superRefine((text, ctx) => {
      const code = refusal(text, max, positive);
      if (!code) return;
      const message =
        code === 'too_large' ? `${positive ? 'Above 0 and at most' : 'From 0 to'} ${max}` : DECIMAL_MESSAGES[code];
      // Rules of the whole would compute with text that is no number: they wait until every member is one.
      ctx.addIssue({ code: 'custom', params: { code }, message, continue: false });
    })
    .meta(decimalShape({ positive }))
    .transform((text) => new Decimal(text).toFixed());
}

function refusal(text: string, max: string, positive: boolean): Code | null {
  if (NEGATIVE.test(text)) return 'negative';
  if (!PLAIN.test(text)) return 'format';
  if (text.length > LONGEST) return 'too_precise';
  const value = new Decimal(text);
  if (positive && value.isZero()) return 'not_positive';
  if (value.greaterThan(max)) return 'too_large';
  return value.precision() > MOST_DIGITS ? 'too_precise' : null;
}
