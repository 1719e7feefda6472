import { Decimal, decimalPlaces } from '#app/money/decimal';
import type { Period } from '../series/period';

/** One figure of a publisher's file. */
export type Figure = { series: string; period: Period; value: string };

/**
 * new: no value yet · rounding: the same value with fewer or more decimals · revised: another value · superseded: differs, but a newer
 * vintage already speaks · quarantined: moved too far to be believed by one pair of eyes · unchanged.
 */
export type FigureKind = 'new' | 'rounding' | 'revised' | 'superseded' | 'quarantined' | 'unchanged';

export type ClassifiedFigure = Figure & {
  kind: FigureKind;
  /** The value goes (or stays, when unchanged) into force. */
  inForce: boolean;
  material: boolean;
  previous: string | null;
};

const MATERIAL_PCT = '0.5';
/** A rate that moves more than a price may in a month is a mistake as well, until two of the staff have entered it. */
export const RATE_QUARANTINE_PCT = '40';

/**
 * With a and b the decimals as written: the same figure printed at two precisions when a ≠ b and the distance is at most half of the
 * last digit of each, ½·10^−min(a,b) + ½·10^−max(a,b).
 */
export function isRounding(before: string, after: string): boolean {
  const [a, b] = [decimalPlaces(before), decimalPlaces(after)];
  if (a === b) return false;
  const half = (places: number): Decimal => new Decimal(10).pow(-places).div(2);
  return new Decimal(after)
    .minus(before)
    .abs()
    .lessThanOrEqualTo(half(a).plus(half(b)));
}

/** Change in percent of the earlier value, without its sign. */
export function movePct(before: string, after: string): Decimal {
  return new Decimal(after).minus(before).abs().div(before).times(100);
}

/**
 * Sorts the figures of one series of one file. `inForce` is what counted before the file; `olderVintage` says that a file with a later
 * publisher's date was taken in already: it fills gaps but changes nothing that counts.
 */
export function classifySeries(
  figures: readonly Figure[],
  inForce: ReadonlyMap<Period, string>,
  { olderVintage, quarantinePct }: { olderVintage: boolean; quarantinePct: string },
): ClassifiedFigure[] {
  const ordered = [...figures].sort((a, b) => (a.period < b.period ? -1 : 1));
  const before = [...inForce.keys()].sort();
  const newest = before.at(-1);
  let lastAccepted = newest === undefined ? undefined : inForce.get(newest);

  return ordered.map((figure) => {
    const current = inForce.get(figure.period);
    if (current !== undefined) {
      const compared = compare(current, figure.value, olderVintage);
      // News is measured by what counts once the file is taken in, not by what it corrects.
      if (figure.period === newest && compared.inForce) lastAccepted = figure.value;
      return { ...figure, ...compared, previous: current };
    }
    const result = { ...figure, material: false, previous: null };
    // The first file of a series is taken as a whole, and a gap in the past is history, not news.
    const isNews = newest !== undefined && figure.period > newest;
    if (isNews && lastAccepted !== undefined && movePct(lastAccepted, figure.value).greaterThan(quarantinePct)) {
      return { ...result, kind: 'quarantined', inForce: false };
    }
    if (isNews) lastAccepted = figure.value;
    return { ...result, kind: 'new', inForce: true };
  });
}

type Comparison = Pick<ClassifiedFigure, 'kind' | 'inForce' | 'material'>;

function compare(current: string, value: string, olderVintage: boolean): Comparison {
  if (new Decimal(current).equals(value)) return { kind: 'unchanged', inForce: true, material: false };
  if (olderVintage) return { kind: 'superseded', inForce: false, material: false };
  if (isRounding(current, value)) {
    return { kind: 'rounding', inForce: decimalPlaces(value) > decimalPlaces(current), material: false };
  }
  return { kind: 'revised', inForce: true, material: movePct(current, value).greaterThan(MATERIAL_PCT) };
}
