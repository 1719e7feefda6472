import type { Actor } from '#app/identity/actor';
import { netInHand } from '#app/ledger/charges/in-hand.server';
import { asCurrency } from '#app/money/currency';
import { permilKarat } from '#app/money/fineness';
import { readPurity, type ReadPurity } from '#app/valuation/vocabulary/low-purity';
import type { Deps } from '#app/platform/deps';
import type { FieldIssue, LotInput } from '../vocabulary/lot-input';
import { readLotInput } from './read-lot-input';
import type { ShownBand } from '../lot-band/known-band';
import { readShownBand } from '../lot-band/read-band.server';
import { unpayableAsk } from '../ways-to-pay/ask-payable.server';
import { withoutMoisture } from '../lot-band/moisture';
import { listingDoubts, type ListingDoubts } from './listing-doubts';
import { termsFacts } from '../vocabulary/lot-facts';

export type LotPreview = {
  /** Null while quantity or grade are missing. */
  band: ShownBand | null;
  askMinor: bigint | null;
  currency: string;
  /** Carats of the average stone, where stones were counted. */
  stoneCt: string | null;
  /**
   * What was read of how much and how pure, to be told back. Null while one of them is missing. `karat` only
   * where it was typed so.
   */
  read: { quantity: string; dry: string | null; unit: string; purity: ReadPurity; karat: string | null } | null;
  /** What would have to be confirmed to list it as it stands. */
  doubts: ListingDoubts | null;
  /** Only of fields in which something was typed: an empty field is not wrong yet. */
  issues: FieldIssue[];
};

/** The band of what has been typed so far. Nothing is stored. */
export async function previewLot(deps: Deps, { actor, input }: { actor: Actor; input: LotInput }): Promise<LotPreview> {
  const asked = input.ask !== '';
  const stoodIn = { ...input, ask: input.ask || '1', incoterm: 'EXW', place: 'any', district: 'any', leadTimeDays: '' };
  const read = readLotInput(stoodIn, { district: null });
  if ('issues' in read) {
    const typed = read.issues.filter(({ path }) => {
      const value = path.startsWith('facts.')
        ? input.facts?.[path.slice(6)]
        : path.startsWith('assays.')
          ? input.assays?.[path.slice(7)]
          : input[path as keyof LotInput];
      return typeof value === 'string' && value !== '';
    });
    const nothing = { band: null, askMinor: null, stoneCt: null, read: null, doubts: null };
    return { ...nothing, currency: input.currency, issues: typed };
  }
  const { product, quantity, unit, grades, facts, currency, askMinor } = read.terms;
  const { mineral, form } = product;
  const purity = readPurity({ mineral, form, grades });
  const karat = input.gradeUnit === 'karat' && purity ? permilKarat(purity.value) : null;
  const lot = termsFacts(read.terms, { originCountry: actor.countryCode, cooperativeId: actor.organisationId });
  const unpayable = asked ? await unpayableAsk(deps, { ...read.terms, cooperativeId: actor.organisationId }) : null;
  const band = await readShownBand(deps, { facts: lot, askMinor: asked ? askMinor : null });
  const price = { minor: askMinor, currency: asCurrency(currency) };
  const isUnder = asked && band.known && askMinor < band.floorMinor;
  const netMinor = isUnder ? await netInHand(deps, { cooperativeId: actor.organisationId, price }) : null;
  return {
    band,
    askMinor: asked ? askMinor : null,
    currency,
    stoneCt: facts['stones'] ? (facts['stoneCt'] ?? null) : null,
    read: purity && { quantity, dry: withoutMoisture({ quantity, facts }), unit, purity, karat },
    doubts: asked ? listingDoubts({ facts: lot, askMinor, band: band.known ? band : null, netMinor }) : null,
    issues: unpayable ? [unpayable] : [],
  };
}
