import { readTypedDecimal } from '#app/money/typed-decimal';
import type { Method } from '../methods/method';
import { MOST } from './read-proposal';
import { termLines } from '../methods/term-fields';

/**
 * What was typed into a form of an older version, without the figures that nobody touched: those are shown as the version now in force has them, or they would
 * come back as changes. Without the version that the form named, too: the next sending is of what is shown now.
 */
export function typedMeanwhile(
  values: Record<string, string>,
  { madeFrom, locale }: { madeFrom: Method | null; locale: string },
): Record<string, string> {
  const lines = madeFrom ? termLines(madeFrom) : [];
  const old = new Map(lines.flatMap(({ cells }) => cells.map(({ path, value }) => [path, value])));
  const typed = (path: string, text: string) => {
    const was = old.get(path);
    if (was === undefined || text === was) return was === undefined;
    const read = readTypedDecimal(text, { maxDecimals: 12, max: MOST, zero: true, locale });
    return !('value' in read) || read.value !== was;
  };
  return Object.fromEntries(Object.entries(values).filter(([path, text]) => path !== 'madeFrom' && typed(path, text)));
}
