import type { Actor } from '#app/identity/actor';
import { asCurrency } from '#app/money/currency';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import { lotFacts } from '../vocabulary/lot-facts';
import { PUBLIC_STATES, type LotState } from '../vocabulary/lot-lifecycle';
import type { LotCard } from '../search/lot-card';
import type { ShownBand } from '../lot-band/known-band';
import { bandHistory, type BandPoint } from '../lot-band/band-history.server';
import { readShownBand } from '../lot-band/read-band.server';
import { convertedAmount, type ConvertedAmount } from '../lot-band/converted-amount.server';
import { lotDocuments, type LotDocument } from './lot-documents.server';
import { lotTerms, type LotTerms } from './lot-terms.server';
import { readerOfLot } from './reader-of-lot.server';
import { readSeller, type Seller } from './seller.server';
import { similarLots } from './similar-lots.server';

export type LotPage = {
  lot: LotTerms & { state: LotState; listedAt: string | null };
  band: ShownBand;
  /** The ask in the cooperative's and in the reader's currency, where a rate is known. */
  converted: ConvertedAmount[];
  seller: Seller;
  documents: LotDocument[];
  mayOpenPapers: boolean;
  similar: LotCard[];
  history: BandPoint[];
};

/** A lot that is or was for sale, for anyone. Every other lot does not exist here. */
export async function lotPage(
  deps: Deps,
  { lotId, reader }: { lotId: string; reader: Actor | null },
): Promise<LotPage> {
  const row = await deps.db.lot.findUnique({ where: { id: lotId } });
  if (!row || !PUBLIC_STATES.includes(row.state)) throw new NotFound();
  const [seller, band, documents, similar, history, known] = await Promise.all([
    readSeller(deps.db, { id: row.cooperativeId }),
    readShownBand(deps, { facts: lotFacts(row), askMinor: row.askMinor }),
    lotDocuments(deps.db, lotId),
    similarLots(deps, { lotId, mineral: row.mineral, form: row.form }),
    bandHistory(deps.db, lotId),
    readerOfLot(deps.db, { reader, lot: row }),
  ]);
  if (!seller) throw new NotFound();
  const ask = { minor: row.askMinor, currency: asCurrency(row.currency) };
  const on = deps.clock.now().toISOString().slice(0, 10);
  const currencies = [...new Set([seller.currency, reader?.currency ?? seller.currency])];
  const converted = await Promise.all(currencies.map((to) => convertedAmount(deps, { amount: ask, to, on })));
  return {
    lot: {
      ...lotTerms(row, { exact: known.knowsStock }),
      state: row.state,
      listedAt: row.listedAt?.toISOString() ?? null,
    },
    band,
    converted: converted.filter((amount) => amount !== null),
    seller,
    documents,
    mayOpenPapers: known.opensPapers,
    similar,
    history,
  };
}
