import { Decimal } from '#app/money/decimal';
import type { ContainedMetalTerms, ContractTerms, Method } from '../methods/method';

type Step = 'floor-fair' | 'fair-ceiling';

/**
 * Where a set of terms could give a higher price than the one above it: floor over fair, or fair over ceiling, for some lot at some
 * price. Null where every figure is ordered, which is enough for every band to be in order.
 */
export function termsOutOfOrder(method: Pick<Method, 'family' | 'terms'>): Step | null {
  const { floor, fair, ceiling } = method.terms;
  if (!inOrder(method.family, floor, fair)) return 'floor-fair';
  return inOrder(method.family, fair, ceiling) ? null : 'fair-ceiling';
}

function inOrder(family: Method['family'], lower: unknown, upper: unknown): boolean {
  switch (family) {
    case 'contained-metal':
      return metalInOrder(lower as ContainedMetalTerms, upper as ContainedMetalTerms);
    case 'contract-terms':
      return contractInOrder(lower as ContractTerms, upper as ContractTerms);
    default:
      return figuresInOrder(lower as Figures, upper as Figures);
  }
}

type Figures = { marginPct?: string; percentile?: number };

function figuresInOrder(lower: Figures, upper: Figures): boolean {
  if ((lower.percentile === undefined) !== (upper.percentile === undefined)) return false;
  return atMost(lower.marginPct ?? '0', upper.marginPct ?? '0') && (lower.percentile ?? 0) <= (upper.percentile ?? 0);
}

function metalInOrder(lower: ContainedMetalTerms, upper: ContainedMetalTerms): boolean {
  const share = ({ payablePct, discountPct, premiumPct }: ContainedMetalTerms) =>
    new Decimal(100).minus(discountPct).plus(premiumPct).times(payablePct);
  const [less, more] = [lower.premium, upper.premium];
  if (less && more && (less.currency !== more.currency || less.per !== more.per)) return false;
  return share(lower).lessThanOrEqualTo(share(upper)) && atMost(less?.value ?? '0', more?.value ?? '0');
}

/** Metal by metal and charge by charge: more is paid for, less is taken off. The sets must speak of the same things. */
function contractInOrder(lower: ContractTerms, upper: ContractTerms): boolean {
  const pairs = <T>(a: readonly T[], b: readonly T[]) => a.map((one, index) => [one, b[index]] as const);
  const names = ({ payables, charges, penalties }: ContractTerms) =>
    JSON.stringify([
      payables.map(({ element, series, deduction, minimumDeduction, refining }) => [
        ...[element, series, deduction?.unit, minimumDeduction?.unit, refining?.currency, refining?.per],
      ]),
      charges.map(({ label, currency, per }) => [label, currency, per]),
      penalties.map(({ element, unit, per, currency, bands }) => [
        element,
        unit,
        per,
        currency,
        bands.map((b) => b.upTo),
      ]),
    ]);
  if (names(lower) !== names(upper) || !atMost(upper.franchisePct, lower.franchisePct)) return false;
  return (
    pairs(lower.payables, upper.payables).every(
      ([a, b]) =>
        b !== undefined &&
        atMost(a.payablePct, b.payablePct) &&
        atMost(b.discountPct, a.discountPct) &&
        atMost(b.deduction?.value ?? '0', a.deduction?.value ?? '0') &&
        atMost(b.minimumDeduction?.value ?? '0', a.minimumDeduction?.value ?? '0') &&
        atMost(b.refining?.value ?? '0', a.refining?.value ?? '0'),
    ) &&
    pairs(lower.charges, upper.charges).every(([a, b]) => b !== undefined && atMost(b.value, a.value)) &&
    pairs(lower.penalties, upper.penalties).every(
      ([a, b]) =>
        b !== undefined &&
        atMost(a.free, b.free) &&
        pairs(a.bands, b.bands).every(([x, y]) => y !== undefined && atMost(y.ratePerUnit, x.ratePerUnit)),
    )
  );
}

function atMost(a: string, b: string): boolean {
  return new Decimal(a).lessThanOrEqualTo(b);
}
