import { dayStart } from '#app/money/calendar-day';
import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import { ok, refuse, type Result } from '#app/platform/result';
import { takeVintage } from '../imports/import-vintage.server';
import { defineSeries } from '../series/define-series.server';
import { localPriceDigest } from '../imports/local-price-digest.server';
import { localSeries, localSeriesKey } from './local-series';
import type { LocalPriceFacts, ProposalFacts, RateFacts } from './proposal-facts.schema';

type Approved = {
  id: string;
  proposal: ProposalFacts;
  proposedBy: string;
  approvedBy: string;
  programmeName: string;
};
export type Applied = Result<'approved' | 'quarantined' | 'superseded', 'series-unit' | 'series-known'>;

/** Makes of an approved proposal what it proposes, in the transaction of the approval. */
export async function applyProposal(tx: Tx, deps: Deps, approved: Approved): Promise<Applied> {
  const { kind, facts } = approved.proposal;
  if (kind === 'fx-rate') return storeRate(tx, deps, approved, facts);
  if (kind === 'local-price') return storeLocalPrice(tx, deps, approved, facts);
  const defined = await defineSeries(tx, facts);
  if (!defined.ok) return defined;
  // How old its prices may be decides which lots have a band.
  await deps.jobs.enqueue(tx, 'recompute-bands', { reason: `series ${facts.key}` }, { key: 'recompute-bands' });
  return ok('approved');
}

async function storeRate(
  tx: Tx,
  deps: Deps,
  { id, proposedBy, approvedBy }: Approved,
  facts: RateFacts,
): Promise<Applied> {
  const { on, ...rate } = facts;
  const data = { ...rate, on: dayStart(on), enteredBy: proposedBy, approvedBy, proposalId: id };
  await tx.fxRate.create({ data: { id: deps.newId(), ...data, recordedAt: deps.clock.now() } });
  await deps.jobs.enqueue(tx, 'recompute-bands', { reason: `rate ${id}` }, { key: 'recompute-bands' });
  return ok('approved');
}

/** A vintage of one figure: revisions and moves that are hard to believe are treated like a publisher's. */
async function storeLocalPrice(tx: Tx, deps: Deps, approved: Approved, facts: LocalPriceFacts): Promise<Applied> {
  const { id, proposedBy, programmeName } = approved;
  const key = localSeriesKey(facts);
  if (key === null) throw new Error(`Price proposal ${id} names no district`);
  const unit = `${facts.currency}/${facts.per}`;
  const select = { unit: true, source: true, licence: true, attribution: true } as const;
  const known = await tx.series.findUnique({ where: { key }, select });
  if (known && known.unit !== unit)
    return refuse('series-unit', 'pricing:rates.refusal.otherUnit', { params: { unit: known.unit } });
  // The words of the first price stay: another programme, or another spelling of the district, is no other series.
  const { unit: _unit, ...words } = known ?? { unit };
  const defined = await defineSeries(tx, { ...localSeries(facts, { key, programmeName }), ...words });
  if (!defined.ok) return defined;
  const taken = await takeVintage(tx, deps, {
    source: 'local-price',
    fileName: `${facts.district} ${facts.on}`,
    sha256: localPriceDigest({ id, facts }),
    publishedOn: facts.on,
    figures: [{ series: key, period: facts.on.slice(0, 7), value: facts.price }],
    importedBy: proposedBy,
  });
  if ('changed' in taken) throw new Error('A plan that nobody was shown cannot have changed');
  if (taken.summary.quarantined > 0) return ok('quarantined');
  return ok((await isSuperseded(tx, taken.importId)) ? 'superseded' : 'approved');
}

/** Of one month the price of the latest day counts: one of an earlier day that is approved after it is kept, and changes nothing. */
async function isSuperseded(tx: Tx, importId: string | null): Promise<boolean> {
  const kept = importId && (await tx.observation.findFirst({ where: { importId, kind: 'superseded' } }));
  return Boolean(kept);
}
