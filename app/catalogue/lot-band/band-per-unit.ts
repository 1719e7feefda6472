import { askPerUnit, type Asked } from './ask-per-unit';

type Points = { floorMinor: bigint; fairMinor: bigint; ceilingMinor: bigint };

/** Floor, fair and ceiling of one unit, in the unit in which asks of such lots are said. */
export type BandPerUnit = { floor: string; fair: string; ceiling: string; unit: string; element: string | null };

/** A band of the whole quantity ÷ what an ask is divided by, so that the two can be held side by side. */
export function bandPerUnit(
  lot: Omit<Asked, 'askMinor'>,
  { floorMinor, fairMinor, ceilingMinor }: Points,
): BandPerUnit {
  const each = (minor: bigint) => askPerUnit({ ...lot, askMinor: minor });
  const { price: floor, unit, element } = each(floorMinor);
  return { floor, fair: each(fairMinor).price, ceiling: each(ceilingMinor).price, unit, element };
}
