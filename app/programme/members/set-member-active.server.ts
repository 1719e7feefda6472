import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden, NotFound } from '#app/platform/http/errors';
import { ok, type Ok } from '#app/platform/result';

/** Takes a person off the sharing roll or puts one back; past shares stay. Done twice it changes nothing more. */
export async function setMemberActive(
  deps: Deps,
  { actor, memberId, active }: { actor: Actor; memberId: string; active: boolean },
): Promise<Ok<{ name: string }>> {
  if (!can(actor, 'member-roll:write')) throw new Forbidden();
  return inTransaction(deps.db, async (tx) => {
    const where = { id: memberId, cooperativeId: actor.organisationId };
    const member = await tx.cooperativeMember.findFirst({ where, select: { name: true } });
    if (!member) throw new NotFound('member of another cooperative');
    const { count } = await tx.cooperativeMember.updateMany({ where: { ...where, active: !active }, data: { active } });
    if (count > 0) {
      const action = active ? 'member:return' : 'member:leave';
      await recordAudit(tx, deps, { actor, action, subjectKind: 'cooperative-member', subjectId: memberId });
    }
    return ok({ name: member.name });
  });
}
