import { BAND_LEVELS, type BandLevel } from '../methods/method';
import type { ValuationStep } from '../formula/valuation-steps';

export type LevelSteps = { shared: ValuationStep[]; own: Record<BandLevel, ValuationStep[]> };

/**
 * The lines of three valuations, each said once: what is the same at all levels (mass, grade, reference price) first, then what differs.
 * Nothing is lost: a level's lines are the shared ones and its own, in the order in which they were worked out.
 */
export function levelSteps(steps: Record<BandLevel, ValuationStep[]>): LevelSteps {
  const lines = {
    floor: withoutRepeats(steps.floor),
    fair: withoutRepeats(steps.fair),
    ceiling: withoutRepeats(steps.ceiling),
  };
  const everywhere = (step: ValuationStep) => BAND_LEVELS.every((level) => lines[level].some((one) => same(one, step)));
  const own = (level: BandLevel) => lines[level].filter((step) => step.kind === 'total' || !everywhere(step));
  return {
    shared: lines.fair.filter((step) => step.kind !== 'total' && everywhere(step)),
    own: { floor: own('floor'), fair: own('fair'), ceiling: own('ceiling') },
  };
}

/** A unit price made by the line before it (a cost, a percentile) is said there already. */
export function withoutRepeats(steps: readonly ValuationStep[]): ValuationStep[] {
  return steps.filter((step, index) => {
    if (step.kind !== 'price' || step.subject !== 'unit') return true;
    return !steps.slice(0, index).some(({ value, unit }) => value === step.value && unit === step.unit);
  });
}

function same(a: ValuationStep, b: ValuationStep): boolean {
  return (
    a.kind === b.kind &&
    a.subject === b.subject &&
    a.expression === b.expression &&
    a.value === b.value &&
    a.unit === b.unit &&
    a.source === b.source
  );
}
