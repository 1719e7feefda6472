import type { Actor } from '#app/identity/actor';
import { requireDistinctPersons, type PersonConflict } from '#app/identity/persons/require-distinct-persons.server';
import { can } from '#app/identity/permissions';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden, NotFound } from '#app/platform/http/errors';
import { ok, type Ok, type Refusal } from '#app/platform/result';
import { lockOwnCooperative } from './own-cooperative.server';

type Ending = { actor: Actor; cooperativeId: string; chargeRuleId: string; requestId?: string };

/**
 * Ends a charge for orders from now on. A second time changes nothing. Throws NotFound for a rule of another
 * cooperative.
 */
export async function endChargeRule(
  deps: Deps,
  { actor, cooperativeId, chargeRuleId, requestId = deps.newId() }: Ending,
): Promise<Ok<null> | Refusal<'key-reused' | PersonConflict>> {
  if (!can(actor, 'charge:write')) throw new Forbidden();
  const now = deps.clock.now();
  const intent = {
    key: requestId,
    actorId: actor.userId,
    action: 'charge:end',
    input: { cooperativeId, chargeRuleId },
    now,
  };
  return inTransaction(deps.db, (tx) =>
    withIdempotency<null, PersonConflict>(tx, intent, async () => {
      await lockOwnCooperative(tx, { actor, cooperativeId });
      const conflict = await requireDistinctPersons(tx, { actor, sides: [cooperativeId] });
      if (conflict) return conflict;
      const rule = await tx.chargeRule.findFirst({ where: { id: chargeRuleId, cooperativeId } });
      if (!rule) throw new NotFound('no such charge');
      if (rule.activeTo !== null && rule.activeTo <= now) return ok(null);
      await tx.chargeRule.update({ where: { id: chargeRuleId }, data: { activeTo: now } });
      await recordAudit(tx, deps, {
        actor,
        action: 'charge:end',
        subjectKind: 'cooperative',
        subjectId: cooperativeId,
        detail: { kind: rule.kind, payee: rule.payee },
      });
      return ok(null);
    }),
  );
}
