import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden, NotFound } from '#app/platform/http/errors';
import { ok, type Ok, type Refusal } from '#app/platform/result';

/**
 * Takes a person off the sharing roll or puts one back. Past shares stay. Done twice it changes nothing more.
 */
export async function setMemberActive(
  deps: Deps,
  {
    actor,
    memberId,
    active,
    requestId = deps.newId(),
  }: { actor: Actor; memberId: string; active: boolean; requestId?: string },
): Promise<Ok<{ name: string }> | Refusal<'key-reused'>> {
  if (!can(actor, 'member-roll:write')) throw new Forbidden();
  const intent = {
    ...{ key: requestId, actorId: actor.userId, action: 'member:set-active', now: deps.clock.now() },
    input: { memberId, active },
  };
  return inTransaction(deps.db, (tx) =>
    withIdempotency<{ name: string }, never>(tx, intent, async () => {
      const where = { id: memberId, cooperativeId: actor.organisationId };
      const member = await tx.cooperativeMember.findFirst({ where, select: { name: true } });
      if (!member) throw new NotFound('member of another cooperative');
      const { count } = await tx.cooperativeMember.updateMany({
        where: { ...where, active: !active },
        data: { active },
      });
      if (count > 0) {
        const action = active ? 'member:return' : 'member:leave';
        await recordAudit(tx, deps, { actor, action, subjectKind: 'cooperative-member', subjectId: memberId });
      }
      return ok({ name: member.name });
    }),
  );
}
