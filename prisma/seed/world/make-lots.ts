import type { SeedLot } from './types';

type Common = Pick<SeedLot, 'currency' | 'incoterm' | 'place'> & Partial<SeedLot>;
type Row = Pick<SeedLot, 'product' | 'quantity' | 'unit' | 'month' | 'orders' | 'soldOut' | 'description'> &
  Partial<SeedLot>;

/** Lots of one cooperative: what they have in common, said once. */
export function lotsOf(common: Common, rows: Row[]): SeedLot[] {
  return rows.map((row) => ({ ...common, ...row }));
}
