import { orAmbiguous, readTypedDecimal, type DecimalProblem } from '#app/money/typed-decimal';

export type FigureProblem = { messageKey: string; params?: Record<string, string | number> };

const PROBLEM: Record<DecimalProblem, string> = {
  missing: 'pricing:calculator.problem.empty',
  'not-a-number': 'pricing:calculator.problem.number',
  ambiguous: 'pricing:calculator.problem.number',
  'not-positive': 'pricing:calculator.problem.zero',
  'too-many-decimals': 'pricing:calculator.problem.number',
  'too-large': 'pricing:calculator.problem.tooLarge',
};

/** 10⁹ of anything is more than anybody brings to a calculator. */
export const MOST = '1000000000';
const MOST_DECIMALS = 9;

/** A figure that somebody wants to know the worth of, or is offered; in the calculator's words where it cannot be read. */
export function readFigure(
  typed: string,
  { max = MOST, zero = false, locale }: { max?: string; zero?: boolean; locale: string },
): { value: string } | FigureProblem {
  const read = readTypedDecimal(typed, { maxDecimals: MOST_DECIMALS, max, zero, locale });
  if ('value' in read) return read;
  const problem = { messageKey: PROBLEM[read.problem], ...(read.problem === 'too-large' ? { params: { max } } : {}) };
  return orAmbiguous(problem, read);
}
