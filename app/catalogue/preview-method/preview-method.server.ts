import { asCurrency } from '#app/money/currency';
import type { Deps } from '#app/platform/deps';
import { openBandSources } from '#app/valuation/bands/band-sources.server';
import type { Method } from '#app/valuation/methods/method';
import type { Grade } from '../products/contained-mass';
import { computeBandFrom, type ComputedBand } from '../lot-band/lot-band.server';
import { lotFacts } from '../vocabulary/lot-facts';

export type PreviewedLot = {
  id: string;
  number: string;
  mineral: string;
  form: string;
  quantity: string;
  unit: string;
  grades: Grade[];
  askMinor: bigint;
  currency: string;
  before: ComputedBand;
  after: ComputedBand;
};

/** What a method that is not in force yet would make of lots for sale. Nothing is stored. */
export type MethodPreview = { lots: PreviewedLot[]; total: number };

const SHOWN = 8;

/**
 * Real open lots that the method covers, by the terms in force and by the candidate's, with the prices of
 * this moment.
 */
export async function previewMethod(deps: Deps, { candidate }: { candidate: Method }): Promise<MethodPreview> {
  const where = {
    state: 'listed' as const,
    OR: candidate.covers.map(({ mineral, form }) => ({ mineral, form })),
  };
  const [rows, total] = await Promise.all([
    deps.db.lot.findMany({ where, orderBy: [{ listedAt: 'desc' }, { id: 'desc' }], take: SHOWN }),
    deps.db.lot.count({ where }),
  ]);
  const asOf = deps.clock.now().toISOString().slice(0, 10);
  const sources = openBandSources(deps, { asOf, knownAt: null });
  const changed = { ...sources, method: () => Promise.resolve(candidate) };
  const lots = [];
  for (const row of rows) {
    const asked = { facts: lotFacts(row), askMinor: row.askMinor };
    lots.push({
      id: row.id,
      number: row.number,
      mineral: row.mineral,
      form: row.form,
      quantity: row.quantity.toFixed(),
      unit: row.unit,
      grades: row.grades as Grade[],
      askMinor: row.askMinor,
      currency: asCurrency(row.currency),
      before: await computeBandFrom(sources, asked),
      after: await computeBandFrom(changed, asked),
    });
  }
  return { lots, total };
}
