import { Decimal } from '#app/money/decimal';

/** How much of a lot is left, told so that one order does not show. */
export const AVAILABILITIES = ['all', 'more-than-half', 'less-than-half', 'little', 'none'] as const;
export type Availability = (typeof AVAILABILITIES)[number];

type Stock = { quantity: string; availableQuantity: string };

/** In steps: what is whole, at least a half, at least a tenth, less than that, and what is gone. */
export function availabilityOf({ quantity, availableQuantity }: Stock): Availability {
  const left = new Decimal(availableQuantity);
  if (left.isZero()) return 'none';
  if (left.gte(quantity)) return 'all';
  if (left.times(2).gte(quantity)) return 'more-than-half';
  return left.times(10).gte(quantity) ? 'less-than-half' : 'little';
}
