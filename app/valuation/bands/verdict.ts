import { Decimal, fixed } from '#app/money/decimal';
import { compareMoney, subtract, toAmount, toDecimal, type Money } from '#app/money/money';

export const VERDICT_STATES = ['below-floor', 'low', 'fair', 'high', 'above-ceiling'] as const;
export type VerdictState = (typeof VERDICT_STATES)[number];

export type Verdict = {
  state: VerdictState;
  /** Which point of the band the gap is measured from. */
  against: 'floor' | 'fair' | 'ceiling';
  /** (ask − that point) ÷ that point in percent, two decimals half-even, signed; null when that point is zero. */
  gapPct: string | null;
  /** ask − that point, signed. */
  gap: Money;
};

type BandPoints = { floor: Money; fair: Money; ceiling: Money };

/**
 * Where an ask stands. Below the floor and above the ceiling are measured from there; between them from the fair price. An ask counts
 * as fair within a quarter of the way from fair to floor and from fair to ceiling: the tolerance follows the width of
 * the band, so that it means the same for gold (a narrow band) and for bricks (a wide one). Both ends belong to the band.
 */
export function verdictOn(ask: Money, band: BandPoints): Verdict {
  if (compareMoney(ask, band.floor) < 0) return measured('below-floor', 'floor', ask, band);
  if (compareMoney(ask, band.ceiling) > 0) return measured('above-ceiling', 'ceiling', ask, band);
  // Whole numbers: 4 × (fair − ask) against (fair − floor) is "further than a quarter of the way".
  if ((band.fair.minor - ask.minor) * 4n > band.fair.minor - band.floor.minor)
    return measured('low', 'fair', ask, band);
  if ((ask.minor - band.fair.minor) * 4n > band.ceiling.minor - band.fair.minor)
    return measured('high', 'fair', ask, band);
  return measured('fair', 'fair', ask, band);
}

function measured(state: VerdictState, against: Verdict['against'], ask: Money, band: BandPoints): Verdict {
  const point = band[against];
  const gap = subtract(ask, point);
  const gapPct = point.minor === 0n ? null : fixed(toDecimal(gap).div(toDecimal(point).abs()).times(100), 2);
  return { state, against, gap, gapPct: gapPct && unsignedZero(gapPct) };
}

function unsignedZero(text: string): string {
  return new Decimal(text).isZero() ? text.replace('-', '') : text;
}

/** The verdict as the API writes it. */
export function verdictAnswer(verdict: Verdict) {
  return { state: verdict.state, against: verdict.against, gapPct: verdict.gapPct, gapAmount: toAmount(verdict.gap) };
}
