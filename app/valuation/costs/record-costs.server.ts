import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden, NotFound } from '#app/platform/http/errors';
import { ok, refuse, type Ok, type Refusal } from '#app/platform/result';
import { methodFor } from '../methods/method-book.server';
import { readCosts, type CostInput, type CostIssue } from './read-costs';

type Recorded = Ok<{ recordId: string }> | Refusal<'bad-costs' | 'no-wage' | 'key-reused'>;

/**
 * Keeps what a product costs the actor's cooperative. The newest record counts, in the bands of its lots, which are valued anew; the wage is
 * the country's living wage of the method, never what somebody was paid.
 */
export async function recordCosts(
  deps: Deps,
  {
    actor,
    product,
    costs,
    requestId,
  }: { actor: Actor; product: { mineral: string; form: string }; costs: CostInput; requestId: string },
): Promise<Recorded & { issues?: CostIssue[] }> {
  if (!can(actor, 'costs:write')) throw new Forbidden();
  const method = await methodFor(deps, product);
  if (method?.family !== 'cost-plus') throw new NotFound('no costs for such a product');
  const wage = method.livingWages?.[actor.countryCode];
  const unit = Object.values(method.referenceCosts)[0]?.unit;
  if (!wage || !unit) return refuse('no-wage', 'pricing:bands.costs.noWage');
  const read = readCosts(costs);
  if ('issues' in read) return { ...refuse('bad-costs', 'pricing:bands.costs.badFigure'), issues: read.issues };
  const now = deps.clock.now();
  const recordId = deps.newId();
  return inTransaction(deps.db, (tx) =>
    withIdempotency<{ recordId: string }, never>(
      tx,
      { key: requestId, actorId: actor.userId, action: 'record-costs', input: { product, costs }, now },
      async () => {
        await tx.costRecord.create({
          data: {
            ...product,
            ...read.figures,
            id: recordId,
            cooperativeId: actor.organisationId,
            currency: wage.currency,
            unit,
            note: costs.note.trim(),
            recordedById: actor.userId,
            recordedAt: now,
          },
        });
        await recordAudit(tx, deps, {
          actor,
          action: 'costs:record',
          subjectKind: 'cost-record',
          subjectId: recordId,
          detail: product,
        });
        await deps.jobs.enqueue(tx, 'recompute-bands', { reason: `costs ${recordId}` }, { key: 'recompute-bands' });
        return ok({ recordId });
      },
    ),
  );
}
