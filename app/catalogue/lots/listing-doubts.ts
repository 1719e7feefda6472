import { readPurity, type ReadPurity } from '#app/pricing/calculator/low-purity';
import type { LotFacts } from './lot-facts';
import { unlikelyAsk, type UnlikelyAsk } from './unlikely-ask';

/** What is unlikely in a lot that is to be listed: nothing is sent before somebody has said that it is meant. */
export type ListingDoubts = {
  ask: UnlikelyAsk | null;
  /** The purity that hardly anybody sells. */
  purity: ReadPurity | null;
  quantity: { value: string; unit: string };
  currency: string;
  /** Stands for these very figures: another price or purity is asked about anew. */
  token: string;
};

type Asked = {
  facts: Pick<LotFacts, 'mineral' | 'form' | 'grades' | 'quantity' | 'currency'>;
  askMinor: bigint;
  band: { floorMinor: bigint; ceilingMinor: bigint } | null;
};

export function listingDoubts({ facts, askMinor, band }: Asked): ListingDoubts | null {
  const { quantity, currency } = facts;
  // Nothing is in force yet: without a band there is no measure.
  const ask = band ? unlikelyAsk(askMinor, { band, inForceMinor: null }) : null;
  const read = readPurity(facts);
  const purity = read?.below ? read : null;
  if (!ask && !purity) return null;
  const token = [askMinor, currency, quantity.value, quantity.unit, read?.value, read?.unit].join(' ').trim();
  return { ask, purity, quantity, currency, token };
}
