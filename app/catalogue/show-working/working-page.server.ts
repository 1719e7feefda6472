import { asCurrency } from '#app/money/currency';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import { bandFor } from '#app/valuation/bands/band-for.server';
import type { ValuationStep } from '#app/valuation/formula/valuation-steps';
import type { BandLevel, MethodSource } from '#app/valuation/methods/method';
import { findMethod } from '#app/valuation/methods/method-book.server';
import { lotFacts } from '../vocabulary/lot-facts';
import { PUBLIC_STATES } from '../vocabulary/lot-lifecycle';
import type { KnownBand } from '../lot-band/known-band';
import { knownBand } from '../lot-band/read-band.server';
import { lotTerms, type LotTerms } from '../show-lot/lot-terms.server';

export type Working = {
  lot: LotTerms;
  band: KnownBand;
  totals: Record<BandLevel, bigint>;
  steps: Record<BandLevel, ValuationStep[]>;
  method: { id: string; title: string; approvedBy: { name: string; on: string }; sources: MethodSource[] };
  /** The text whose SHA-256 is the hash: RFC 8785 canonical JSON. */
  canonical: string;
};

export type WorkingPage =
  Working | { lot: LotTerms; band: { known: false; reasonKey: string; params?: Record<string, string | number> } };

/** Every line of a public lot's three valuations, so that a stranger can do the sum again. */
export async function workingPage(deps: Deps, { lotId }: { lotId: string }): Promise<WorkingPage> {
  const row = await deps.db.lot.findUnique({ where: { id: lotId } });
  if (!row || !PUBLIC_STATES.includes(row.state)) throw new NotFound();
  const asOf = deps.clock.now().toISOString().slice(0, 10);
  const lot = lotTerms(row, { exact: false });
  const result = await bandFor(deps, {
    facts: lotFacts(row),
    ask: { minor: row.askMinor, currency: asCurrency(row.currency) },
    asOf,
  });
  if (!result.ok)
    return {
      lot,
      band: { known: false, reasonKey: result.messageKey, ...(result.params ? { params: result.params } : {}) },
    };
  const { methodId, steps, canonical } = result.value;
  const method = await findMethod(deps, methodId);
  if (!method) throw new Error(`Method ${methodId} is not in the registry`);
  const { floor, fair, ceiling } = result.value;
  return {
    lot,
    band: knownBand(result.value, asOf),
    totals: { floor: floor.minor, fair: fair.minor, ceiling: ceiling.minor },
    steps,
    method: { id: method.id, title: method.title, approvedBy: method.approvedBy, sources: [...method.sources] },
    canonical,
  };
}
