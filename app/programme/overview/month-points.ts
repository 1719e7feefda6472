import { Decimal } from '#app/money/decimal';
import type { Formats } from '#app/platform/i18n/format';
import type { SeriesPoint } from '#app/ui/charts/series';
import type { Month } from '../indicators/period';

type Axis = { formatY: (value: number) => string; fromZero?: boolean };

/** Less than this many points between the lowest and the highest month is noise: the line is then drawn against zero, and looks as flat as it is. */
const FLAT_POINTS = 2;

/** The value axis of a chart of percentages. */
export function shareAxis(
  series: readonly { points: readonly SeriesPoint[] }[],
  format: Pick<Formats, 'percent'>,
): Axis {
  const values = series.flatMap(({ points }) =>
    points.flatMap(({ value }) => (value === null ? [] : [new Decimal(value)])),
  );
  const spread = values.length === 0 ? new Decimal(0) : Decimal.max(...values).minus(Decimal.min(...values));
  return {
    formatY: (value) => format.percent(value.toString(), 0),
    ...(spread.lessThan(FLAT_POINTS) ? { fromZero: true } : {}),
  };
}

type Shown = { month: Month; value: string | null };

/** Points of a line by month; months at the end without a value are left out, so that the line ends with the newest figure. */
export function monthPoints(
  months: readonly Shown[],
  label: (month: Month) => string,
  text: (value: string) => string,
): SeriesPoint[] {
  const last = months.findLastIndex(({ value }) => value !== null);
  return months.slice(0, last + 1).map(({ month, value }) => ({
    x: month,
    label: label(month),
    value,
    text: value === null ? '–' : text(value),
  }));
}
