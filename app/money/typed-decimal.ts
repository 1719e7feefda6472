import { Decimal } from './decimal';

export type DecimalProblem =
  'missing' | 'not-a-number' | 'ambiguous' | 'not-positive' | 'too-many-decimals' | 'too-large';

const SPACES = /[\u0020\u00a0\u2009\u202f]/g;
const GROUPED = /^\d{1,3}([\u0020\u00a0\u2009\u202f]\d{3})+(?=[.,]|$)/;

/**
 * A positive number as people type it: `1250`, `1250.5`, `1250,5`, `1 250,5`. Exponents, signs other than a minus (answered with
 * `not-positive`, as is zero where it is not allowed), letters and other digits are refused. `1,250` could be either number, so that it is asked again, not guessed.
 */
export function readTypedDecimal(
  typed: string,
  { maxDecimals, max, zero = false }: { maxDecimals: number; max: string; zero?: boolean },
): { value: string } | { problem: DecimalProblem } {
  const trimmed = typed.trim();
  if (trimmed === '') return { problem: 'missing' };
  const text = GROUPED.test(trimmed) ? trimmed.replace(SPACES, '') : trimmed;
  if (/^-\d/.test(text)) return { problem: 'not-positive' };
  if (!/^\d{1,40}([.,]\d{1,40})?$/.test(text)) return { problem: 'not-a-number' };
  if (/^[1-9]\d{0,2},\d{3}$/.test(text)) return { problem: 'ambiguous' };
  const value = new Decimal(text.replace(',', '.'));
  if (value.isZero() && !zero) return { problem: 'not-positive' };
  if (value.decimalPlaces() > maxDecimals) return { problem: 'too-many-decimals' };
  if (value.gt(max)) return { problem: 'too-large' };
  return { value: value.toFixed() };
}
