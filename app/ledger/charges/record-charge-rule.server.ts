import type { Actor } from '#app/identity/actor';
import { requireDistinctPersons, type PersonConflict } from '#app/identity/persons/require-distinct-persons.server';
import { can } from '#app/identity/permissions';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import { ok, type Result } from '#app/platform/result';
import { readChargeRule, type ChargeRuleInput, type ChargeRuleRefusal } from './charge-rule';
import { lockOwnCooperative } from './own-cooperative.server';

type Recording = { actor: Actor; cooperativeId: string; charge: ChargeRuleInput; requestId: string };

/**
 * Staff name a deduction that a cooperative's orders carry from now on. A rule of the same kind, payee and
 * currency that was in force ends with it. Orders keep the charges that they were placed with. Only for
 * cooperatives of the actor's own programme.
 */
export async function recordChargeRule(
  deps: Deps,
  { actor, cooperativeId, charge, requestId }: Recording,
): Promise<Result<{ chargeRuleId: string }, ChargeRuleRefusal | 'key-reused' | PersonConflict>> {
  if (!can(actor, 'charge:write')) throw new Forbidden();
  const read = readChargeRule(charge);
  if (!read.ok) return read;
  const facts = read.value;
  const now = deps.clock.now();
  return inTransaction(deps.db, (tx) =>
    withIdempotency(
      tx,
      { key: requestId, actorId: actor.userId, action: 'charge:write', input: { cooperativeId, ...facts }, now },
      async () => {
        await lockOwnCooperative(tx, { actor, cooperativeId });
        const conflict = await requireDistinctPersons(tx, { actor, sides: [cooperativeId] });
        if (conflict) return conflict;
        const { kind, payee, currency } = facts;
        const chargeRuleId = deps.newId();
        await tx.chargeRule.updateMany({
          where: { cooperativeId, kind, payee, currency, OR: [{ activeTo: null }, { activeTo: { gt: now } }] },
          data: { activeTo: now },
        });
        await tx.chargeRule.create({ data: { id: chargeRuleId, cooperativeId, ...facts, activeFrom: now } });
        const { fixedMinor, capMinor, ...detail } = facts;
        await recordAudit(tx, deps, {
          actor,
          action: 'charge:record',
          subjectKind: 'cooperative',
          subjectId: cooperativeId,
          detail: { ...detail, fixedMinor: fixedMinor?.toString() ?? null, capMinor: capMinor?.toString() ?? null },
        });
        return ok({ chargeRuleId });
      },
    ),
  );
}
