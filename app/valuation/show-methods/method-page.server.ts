import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import { evidencedBand, type LotBand } from '../bands/band-by-method.server';
import type { BandFacts } from '../bands/band-facts';
import type { BandBasis } from '../bands/band-basis';
import { openBandSources } from '../bands/band-sources.server';
import { readCohorts } from '../comparables/read-cohorts.server';
import { newestOf } from '../methods/method-book';
import { readMethodBook } from '../methods/method-book.server';
import { methodKeyOf, type BandLevel, type Method } from '../methods/method';
import type { ValuationStep } from '../formula/valuation-steps';
import { listProposals } from '../methods/proposals.server';
import { exampleFor } from './example-facts';

export type WorkedExample =
  | {
      known: true;
      facts: BandFacts;
      currency: string;
      asOf: string;
      totals: Record<BandLevel, bigint>;
      steps: Record<BandLevel, ValuationStep[]>;
      /** Whose sales or costs it stands on. */
      basis: BandBasis;
      /** What it is compared with; null where only contents count. */
      kind: { mineral: string; form: string } | null;
      references: LotBand['references'];
      rates: LotBand['rates'];
    }
  | { known: false; reasonKey: string; params?: Record<string, string | number> };

export type ApprovedVersion = { id: string; approvedBy: { name: string; on: string }; reason: string | null };

export type MethodPage = {
  method: Method;
  /** All that were in force, the newest first. */
  versions: ApprovedVersion[];
  example: WorkedExample;
};

/** One method in full: its terms, its versions and a sum with today's prices. Throws NotFound. */
export async function methodPage(deps: Deps, methodKey: string): Promise<MethodPage> {
  const book = await readMethodBook(deps);
  const method = newestOf(book).find(({ id }) => methodKeyOf(id) === methodKey);
  if (!method) throw new NotFound('no such method');
  const reasons = new Map((await listProposals(deps, { methodKey })).map(({ id, reason }) => [id, reason]));
  const versions = book
    .filter(({ id }) => methodKeyOf(id) === methodKey)
    .map(({ id, approvedBy }) => ({ id, approvedBy, reason: reasons.get(id) ?? null }))
    .reverse();
  return { method, versions, example: await workedExample(deps, method) };
}

async function workedExample(deps: Deps, method: Method): Promise<WorkedExample> {
  const asOf = deps.clock.now().toISOString().slice(0, 10);
  const cohorts = method.family === 'comparables' ? await readCohorts(deps, { knownAt: null, product: null }) : [];
  const example = exampleFor(method, cohorts);
  if (!example) {
    const bySales = method.family === 'comparables';
    return { known: false, reasonKey: bySales ? 'pricing:refusal.insufficientData' : 'pricing:refusal.costsMissing' };
  }
  const { facts, kind } = example;
  const sources = openBandSources(deps, { asOf, knownAt: null });
  const made = await evidencedBand(sources, { method, facts, kind, currency: method.currency, ask: null });
  if (!made.ok) return { known: false, reasonKey: made.messageKey, ...(made.params ? { params: made.params } : {}) };
  const { floor, fair, ceiling, steps, references, rates, band } = made.value;
  const totals = { floor: floor.minor, fair: fair.minor, ceiling: ceiling.minor };
  const { basis } = band;
  return { known: true, facts, kind, basis, currency: method.currency, asOf, totals, steps, references, rates };
}
