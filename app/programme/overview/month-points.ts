import type { SeriesPoint } from '#app/ui/charts/series';
import type { Month } from '../indicators/period';

type Shown = { month: Month; value: string | null };

/** Points of a line by month; months at the end without a value are left out, so that the line ends with the newest figure. */
export function monthPoints(months: readonly Shown[], label: (month: Month) => string, text: (value: string) => string): SeriesPoint[] {
  const last = months.findLastIndex(({ value }) => value !== null);
  return months.slice(0, last + 1).map(({ month, value }) => ({
    x: month,
    label: label(month),
    value,
    text: value === null ? '–' : text(value),
  }));
}
