import { Decimal } from './decimal';

export type DecimalProblem =
  'missing' | 'not-a-number' | 'ambiguous' | 'not-positive' | 'too-many-decimals' | 'too-large';

const SPACES = /[\u0020\u00a0\u2009\u202f'’]/g;
const GROUPED = /^\d{1,3}([\u0020\u00a0\u2009\u202f'’]\d{3})+(?=[.,]|$)/;

/**
 * `1,234,567.5`, `1.234,56`, `1.234.567`: groups of three behind one mark, repeated or followed by the other
 * mark, which is then the decimal one.
 */
const GROUPED_BY_MARKS = /^[1-9]\d{0,2}(?:(?:,\d{3})+\.\d{1,40}|(?:\.\d{3})+,\d{1,40}|(?:,\d{3}){2,}|(?:\.\d{3}){2,})$/;

/**
 * Where the decimal mark is written as a point. Elsewhere as a comma. Which of them groups is not the same
 * for all readers of one language.
 */
const POINT_IS_DECIMAL: ReadonlySet<string> = new Set(['en', 'sw']);

/** A figure's two readings, a thousandfold apart, each written so that it cannot be mistaken. */
export type Readings = { whole: string; decimal: string };

/**
 * `1,500` and `1.500` are one and a half to some readers and fifteen hundred to others, in every language.
 * Null where a figure can be read in one way only: `0.125`, `1500.125`, `1 250,125`, `1.5000`, `1,500.00`.
 * Without a language no person typed it, and its point is the decimal mark.
 */
export function twoReadings(typed: string, locale: string | undefined): Readings | null {
  const [, head = '', mark, tail = ''] = /^([1-9]\d{0,2})([.,])(\d{3})$/.exec(typed.trim()) ?? [];
  if (!mark || (mark === '.' && locale === undefined)) return null;
  const short = tail.replace(/0+$/, '');
  const decimals = short.length === 3 ? `${short}0` : short;
  const point = POINT_IS_DECIMAL.has(locale ?? 'en') ? '.' : ',';
  return { whole: `${head}${tail}`, decimal: decimals === '' ? head : `${head}${point}${decimals}` };
}

/** A kept decimal as a form may show it to be sent again: with a nought more where it could be mistaken. */
export function typeable(value: string): string {
  return twoReadings(value, 'en') ? `${value}0` : value;
}

/** Without its marks between groups of three, where they cannot be anything else. */
function withoutGroupMarks(text: string): string {
  if (!GROUPED_BY_MARKS.test(text)) return text;
  const [group = ''] = /[.,]/.exec(text) ?? [];
  return text.replaceAll(group, '');
}

type Limits = {
  maxDecimals: number;
  max: string;
  zero?: boolean;
  /** The reader's language. Absent for what no person typed: its point is the decimal mark. */
  locale?: string | undefined;
};

/**
 * A positive number as people type it: `1250`, `1250.5`, `1250,5`, `1 250,5`, `1,250.5`. Exponents, signs
 * other than a minus (answered with `not-positive`, as is zero where it is not allowed), letters and other
 * digits are refused. What could be two numbers is asked again, not guessed.
 */
export function readTypedDecimal(
  typed: string,
  { maxDecimals, max, zero = false, locale }: Limits,
): { value: string } | { problem: DecimalProblem; readings?: Readings } {
  const trimmed = typed.trim();
  if (trimmed === '') return { problem: 'missing' };
  const text = withoutGroupMarks(GROUPED.test(trimmed) ? trimmed.replace(SPACES, '') : trimmed);
  if (/^-\d/.test(text)) return { problem: 'not-positive' };
  if (!/^\d{1,40}([.,]\d{1,40})?$/.test(text)) return { problem: 'not-a-number' };
  const readings = twoReadings(text, locale);
  if (readings) return { problem: 'ambiguous', readings };
  const value = new Decimal(text.replace(',', '.'));
  if (value.isZero() && !zero) return { problem: 'not-positive' };
  if (value.decimalPlaces() > maxDecimals) return { problem: 'too-many-decimals' };
  if (value.gt(max)) return { problem: 'too-large' };
  return { value: value.toFixed() };
}

/** A refusal of a figure in the words of what is wrong with it: where it has two readings, both are named. */
export function orAmbiguous<R extends { messageKey: string }>(
  refusal: R,
  { readings }: { readings?: Readings },
): R & { params?: Record<string, string | number> } {
  return readings ? { ...refusal, messageKey: 'platform:figure.ambiguous', params: readings } : refusal;
}
