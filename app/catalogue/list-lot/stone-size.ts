import { Decimal } from '#app/money/decimal';
import { GRAMS_PER } from '#app/money/units';
import { massGrams } from '../products/contained-mass';

/** How a cutter says how big stones are: how many make the lot, or what one weighs. */
export const STONE_BY = ['stones', 'ct'] as const;

/** Dust is not sold by the stone. */
const SMALLEST_CT = '0.001';

/**
 * Carats of the average stone of a lot. Null where so many stones, or so big ones, cannot be in it. Rounded
 * down, so that no stone rises to a bigger class.
 */
export function averageStone(
  size: { value: string; by: (typeof STONE_BY)[number] },
  lot: { quantity: string; unit: string },
): string | null {
  const carats = massGrams(lot.quantity, lot.unit)?.div(GRAMS_PER.ct);
  if (!carats) return null;
  const each = size.by === 'stones' ? carats.div(size.value) : new Decimal(size.value);
  if (each.gt(carats) || each.lt(SMALLEST_CT)) return null;
  return each.toDecimalPlaces(4, Decimal.ROUND_DOWN).toFixed();
}

/** A kept size as its field shows it: counted stones as a count. */
export function stoneFields({ stones, ...facts }: Record<string, string>): {
  facts: Record<string, string>;
  stoneBy: string;
} {
  return stones ? { facts: { ...facts, stoneCt: stones }, stoneBy: 'stones' } : { facts, stoneBy: 'ct' };
}
