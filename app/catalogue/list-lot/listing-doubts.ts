import { readPurity, type ReadPurity } from '#app/valuation/vocabulary/low-purity';
import { withoutMoisture } from '../lot-band/moisture';
import type { LotFacts } from '../vocabulary/lot-facts';
import { belowFloor, type BelowFloor } from '../below-floor/below-floor';
import { unlikelyAsk, type UnlikelyAsk } from './unlikely-ask';

/**
 * What is unlikely in a lot that is to be listed: nothing is sent before somebody has said that it is meant.
 */
export type ListingDoubts = {
  ask: UnlikelyAsk | null;
  /** Needs the seller's reason besides the word that it is meant. */
  belowFloor: BelowFloor | null;
  /** The purity that hardly anybody sells. */
  purity: ReadPurity | null;
  quantity: { value: string; unit: string };
  /** The quantity without its moisture. Null where none is named. */
  dry: string | null;
  currency: string;
  /** Stands for these very figures: another price or purity is asked about anew. */
  token: string;
};

type Asked = {
  facts: Pick<LotFacts, 'mineral' | 'form' | 'grades' | 'quantity' | 'facts' | 'currency'>;
  askMinor: bigint;
  band: { floorMinor: bigint; ceilingMinor: bigint } | null;
  /** What the ask leaves in hand. Null where that cannot be worked out. */
  netMinor?: bigint | null;
};

export function listingDoubts({ facts, askMinor, band, netMinor = null }: Asked): ListingDoubts | null {
  const { quantity, currency } = facts;
  // Nothing is in force yet: without a band there is no measure.
  const ask = unlikelyAsk(askMinor, { band, inForceMinor: null });
  const read = readPurity(facts);
  const purity = read?.below ? read : null;
  const below = belowFloor({ askMinor, band, netMinor });
  if (!ask && !purity && !below) return null;
  const token = [
    askMinor,
    ...(below ? [netMinor ?? '-'] : []),
    currency,
    quantity.value,
    quantity.unit,
    read?.value,
    read?.unit,
  ]
    .join(' ')
    .trim();
  const dry = withoutMoisture({ quantity: quantity.value, facts: facts.facts });
  return { ask, belowFloor: below, purity, quantity, dry, currency, token };
}
