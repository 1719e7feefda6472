import { Decimal, decimalPlaces } from '#app/money/decimal';
import type { Figure } from '../sources/reading';
import type { Period } from '../series/period';

/**
 * new: no value yet · rounding: the same value with fewer or more decimals · revised: another value · superseded: differs, but a newer
 * vintage already speaks · quarantined: moved too far to be believed by one pair of eyes · unchanged.
 */
export const FIGURE_KINDS = ['new', 'rounding', 'revised', 'superseded', 'quarantined', 'unchanged'] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

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

/** What is known of a series before a file is taken in. */
export type SeriesBefore = {
  /** A file with a later publisher's date was taken in already: this one fills gaps but changes nothing that counts. */
  olderVintage: boolean;
  quarantinePct: string;
  /** Periods of which a value was set aside before: where none has come into force since, nobody has believed it yet. */
  setAside: ReadonlySet<Period>;
};

/** Sorts the figures of one series of one file. `inForce` is what counted before the file. */
export function classifySeries(
  figures: readonly Figure[],
  inForce: ReadonlyMap<Period, string>,
  { olderVintage, quarantinePct, setAside }: SeriesBefore,
): ClassifiedFigure[] {
  const ordered = [...figures].sort((a, b) => (a.period < b.period ? -1 : 1));
  const newest = [...inForce.keys()].sort().at(-1);
  const earlier = countingBefore(inForce);

  return ordered.map((figure) => {
    const last = earlier.of(figure.period);
    const current = inForce.get(figure.period);
    if (current !== undefined) {
      const compared = compare(current, figure.value, olderVintage);
      // News is measured by what counts once the file is taken in, not by what it corrects.
      if (compared.inForce) earlier.take(figure);
      return { ...figure, ...compared, previous: current };
    }
    const result = { ...figure, material: false, previous: null };
    // The first file of a series is taken as a whole, and a gap in the past is history, not news. What was set aside stays news when later months have come
    // into force: to say it again is not a second person's word.
    const isNews = newest !== undefined && (figure.period > newest || setAside.has(figure.period));
    if (isNews && last !== undefined && movePct(last, figure.value).greaterThan(quarantinePct)) {
      return { ...result, kind: 'quarantined', inForce: false };
    }
    earlier.take(figure);
    return { ...result, kind: 'new', inForce: true };
  });
}

/** The value that counts of the newest period before one, as the file leaves it. Asked in the order of the periods. */
function countingBefore(inForce: ReadonlyMap<Period, string>): {
  of: (period: Period) => string | undefined;
  take: (figure: Figure) => void;
} {
  const before = [...inForce].sort(([a], [b]) => (a < b ? -1 : 1));
  let next = 0;
  let last: { period: Period; value: string } | undefined;
  return {
    of(period) {
      for (let entry = before[next]; entry !== undefined && entry[0] < period; entry = before[next]) {
        // The file's own word on that period was taken already.
        if (last === undefined || last.period < entry[0]) last = { period: entry[0], value: entry[1] };
        next += 1;
      }
      return last?.value;
    },
    take({ period, value }) {
      last = { period, value };
    },
  };
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
