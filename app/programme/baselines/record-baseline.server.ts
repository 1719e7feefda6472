import { dayOf } from '#app/money/calendar-day';
import { PRODUCT_FORMS } from '#app/catalogue/products/products';
import type { Actor } from '#app/identity/actor';
import { requireDistinctPersons, type PersonConflict } from '#app/identity/persons/require-distinct-persons.server';
import { can } from '#app/identity/permissions';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden, NotFound } from '#app/platform/http/errors';
import { ok, type Result } from '#app/platform/result';
import { readBaseline, type BaselineInput, type BaselineRefusal } from './baseline';

/**
 * Staff record what a cooperative's local trader paid before. A later one replaces it for orders placed from then on; what an order
 * froze stays. Only for cooperatives of the actor's own programme.
 */
export async function recordBaseline(
  deps: Deps,
  {
    actor,
    cooperativeId,
    baseline,
    requestId,
  }: { actor: Actor; cooperativeId: string; baseline: BaselineInput; requestId: string },
): Promise<Result<{ baselineId: string }, BaselineRefusal | 'key-reused' | PersonConflict>> {
  if (!can(actor, 'baseline:write')) throw new Forbidden();
  const now = deps.clock.now();
  const read = readBaseline(baseline, { products: PRODUCT_FORMS, today: dayOf(now) });
  if (!read.ok) return read;
  const facts = read.value;
  return inTransaction(deps.db, (tx) =>
    withIdempotency(
      tx,
      { key: requestId, actorId: actor.userId, action: 'baseline:write', input: { cooperativeId, ...facts }, now },
      async (): Promise<Result<{ baselineId: string }, BaselineRefusal | PersonConflict>> => {
        const own = await tx.organisation.findFirst({
          where: { id: cooperativeId, kind: 'cooperative', programmeId: actor.organisationId },
          select: { id: true },
        });
        if (!own) throw new NotFound('cooperative of another programme');
        const conflict = await requireDistinctPersons(tx, { actor, sides: [cooperativeId] });
        if (conflict) return conflict;
        const baselineId = deps.newId();
        await tx.baseline.create({
          data: {
            id: baselineId,
            cooperativeId,
            ...facts,
            recordedOn: new Date(`${facts.recordedOn}T00:00:00Z`),
            recordedById: actor.userId,
            recordedAt: now,
          },
        });
        await recordAudit(tx, deps, {
          actor,
          action: 'baseline:record',
          subjectKind: 'cooperative',
          subjectId: cooperativeId,
          detail: facts,
        });
        return ok({ baselineId });
      },
    ),
  );
}
