import { dayOf } from '#app/money/calendar-day';
import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import type { Tx } from '#app/platform/db/connect.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import { ok, refuse, type Refusal, type Result } from '#app/platform/result';
import { findRateDoubt } from '../rates/find-rate-doubt.server';
import type { RateDoubt } from '../rates/rate-doubts';
import { seriesKnown } from '../series/define-series.server';
import { localSeriesKey } from './local-series';
import type { ProposalFacts } from './proposal-facts.schema';

/** Keeps the evidence in the transaction of the proposal; handed in, since documents are another room's. */
export type KeepEvidence = (tx: Tx) => Promise<{ documentId: string }>;

type Proposing = {
  actor: Actor;
  proposal: ProposalFacts;
  keepEvidence: KeepEvidence | null;
  requestId: string;
  /** Somebody is there to be asked whether an unlikely rate is meant, and has said so of this one. What programs hand in is not asked about. */
  asked?: { meant: string };
};
type ProposeRefusal = 'evidence' | 'day-ahead' | SeriesRefusal | 'key-reused';
export type DoubtedRate = Refusal<'unlikely-rate'> & { readonly doubt: RateDoubt };
type SeriesRefusal = 'district' | 'unit' | 'series-known';

/** One of the staff enters a local rate, a local price or a series; it counts once another has approved it. */
export async function propose(
  deps: Deps,
  { actor, proposal, keepEvidence, requestId, asked }: Proposing,
): Promise<Result<{ proposalId: string }, ProposeRefusal> | DoubtedRate> {
  if (!can(actor, 'price:propose')) throw new Forbidden();
  const { kind, facts } = proposal;
  const now = deps.clock.now();
  if (!keepEvidence && kind !== 'series')
    return refuse('evidence', 'pricing:rates.refusal.evidence', { path: 'evidence' });
  if (kind !== 'series' && facts.on > dayOf(now))
    return refuse('day-ahead', 'pricing:rates.refusal.day', { path: 'on' });
  const other = await seriesRefusal(deps, proposal);
  if (other) return other;
  const doubt = asked && kind === 'fx-rate' ? await findRateDoubt(deps, facts) : null;
  if (doubt && asked?.meant !== doubt.token)
    return { ...refuse('unlikely-rate', 'pricing:rates.doubt.ask', { path: 'rate' }), doubt };
  return inTransaction(deps.db, (tx) =>
    withIdempotency(
      tx,
      { key: requestId, actorId: actor.userId, action: 'propose-price', input: { kind, facts }, now },
      async () => {
        const kept = keepEvidence ? await keepEvidence(tx) : null;
        const proposalId = deps.newId();
        await tx.priceProposal.create({
          data: {
            id: proposalId,
            kind,
            programmeId: actor.organisationId,
            facts,
            documentId: kept?.documentId ?? null,
            state: 'waiting',
            proposedBy: actor.userId,
            proposedAt: now,
          },
        });
        await recordAudit(tx, deps, {
          actor,
          action: 'price:propose',
          subjectKind: 'price-proposal',
          subjectId: proposalId,
          detail: { kind },
        });
        return ok({ proposalId });
      },
    ),
  );
}

/** Figures of a series are all counted in one unit and of one source: said when it is typed, and again when it is approved. */
async function seriesRefusal(
  { db }: Pick<Deps, 'db'>,
  { kind, facts }: ProposalFacts,
): Promise<Refusal<SeriesRefusal> | null> {
  if (kind === 'fx-rate') return null;
  if (kind === 'series') return seriesKnown(db, facts);
  const key = localSeriesKey(facts);
  if (key === null) return refuse('district', 'pricing:rates.refusal.district', { path: 'district' });
  const series = await db.series.findUnique({ where: { key }, select: { unit: true } });
  if (!series || series.unit === `${facts.currency}/${facts.per}`) return null;
  return refuse('unit', 'pricing:rates.refusal.otherUnit', { path: 'per', params: { unit: series.unit } });
}
