import { ok, refuse, type Result } from '#app/platform/result';
import type { PlannedWaterfall } from './plan-waterfall';
import type { WaterfallPart } from './waterfall';

export type PaymentCost = { bearer: 'buyer' | 'platform'; costMinor: bigint };
export type PaidWaterfall = PlannedWaterfall & {
  /** What the buyer pays: the price, and the payment's cost where the buyer bears it. */
  totalMinor: bigint;
  paymentCostMinor: bigint;
  /** The fee that the platform is left with. */
  keptFeeMinor: bigint;
};

/**
 * A planned waterfall with what its payment costs as a line of its own. The buyer pays it on top of the
 * price, or the platform out of its fee. Charges and net stay what they are. Refused where the fee does not
 * cover it: producers never pay it.
 */
export function withPaymentCost(
  plan: PlannedWaterfall,
  { bearer, costMinor }: PaymentCost,
): Result<PaidWaterfall, 'cost-above-fee'> {
  const ofFee = bearer === 'platform' ? costMinor : 0n;
  if (costMinor < 0n || ofFee > plan.feeMinor) return refuse('cost-above-fee', 'payments:refusal.costAboveFee');
  const keptFeeMinor = plan.feeMinor - ofFee;
  const line: WaterfallPart = {
    part: 'payment-cost',
    payee: null,
    basis: null,
    rateBps: null,
    amountMinor: costMinor,
  };
  const parts = plan.parts.map((part) =>
    // What is left of the fee is no longer its rate of the price.
    part.part === 'fee' && ofFee > 0n ? { ...part, rateBps: null, amountMinor: keptFeeMinor } : part,
  );
  return ok({
    ...plan,
    parts: [...parts, line].filter(({ amountMinor }) => amountMinor > 0n),
    totalMinor: plan.price.minor + costMinor - ofFee,
    paymentCostMinor: costMinor,
    keptFeeMinor,
  });
}
