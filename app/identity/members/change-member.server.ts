import type { Deps } from '#app/platform/deps';
import type { Tx } from '#app/platform/db/connect.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { NotFound } from '#app/platform/http/errors';
import { ok, refuse, type Result } from '#app/platform/result';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import type { Actor } from '../actor';
import { isDeciding, isRoleOf, LEADING_ROLE } from '../roles';

type Change = { actor: Actor; membershipId: string; requestId?: string };

/** Gives a colleague a role that does not decide; one that does needs a second person, by invitation. Somebody must be left who manages people. */
export async function changeRole(
  deps: Deps,
  { actor, membershipId, role, requestId = deps.newId() }: Change & { role: string },
): Promise<Result<null, 'role' | 'last-leader' | 'needs-second' | 'key-reused'>> {
  if (!isRoleOf(actor.organisationKind, role)) return refuse('role', 'identity:refusal.role', { path: 'role' });
  const intent = {
    ...{ key: requestId, actorId: actor.userId, action: 'member:change-role', now: deps.clock.now() },
    input: { membershipId, role },
  };
  return inTransaction(deps.db, (tx) =>
    withIdempotency(tx, intent, async (): Promise<Result<null, 'last-leader' | 'needs-second'>> => {
      const member = await lockMember(tx, actor, membershipId);
      if (role === member.role) return ok(null);
      if (isDeciding(role))
        return refuse('needs-second', 'identity:refusal.roleNeedsSecond', { path: `role-${membershipId}` });
      if (role !== LEADING_ROLE[actor.organisationKind] && member.isLastLeader) return lastLeader(actor);
      await tx.membership.update({ where: { id: membershipId }, data: { role } });
      await recordAudit(tx, deps, {
        actor,
        action: 'member:change-role',
        subjectKind: 'user',
        subjectId: member.userId,
        detail: { from: member.role, to: role },
      });
      return ok(null);
    }),
  );
}

/** Ends a membership; what the person did stays in the records. His or her sessions go on without this organisation. */
export async function removeMember(
  deps: Deps,
  { actor, membershipId, requestId = deps.newId() }: Change,
): Promise<Result<null, 'last-leader' | 'key-reused'>> {
  const intent = {
    ...{ key: requestId, actorId: actor.userId, action: 'member:remove', now: deps.clock.now() },
    input: { membershipId },
  };
  return inTransaction(deps.db, (tx) =>
    withIdempotency(tx, intent, async (): Promise<Result<null, 'last-leader'>> => {
      const member = await lockMember(tx, actor, membershipId);
      if (member.isLastLeader) return lastLeader(actor);
      await tx.membership.delete({ where: { id: membershipId } });
      await recordAudit(tx, deps, {
        actor,
        action: 'member:remove',
        subjectKind: 'user',
        subjectId: member.userId,
        detail: { role: member.role },
      });
      return ok(null);
    }),
  );
}

function lastLeader(actor: Actor) {
  return refuse('last-leader', LAST_LEADER[actor.organisationKind]);
}

export const LAST_LEADER = {
  cooperative: 'identity:refusal.lastManager',
  buyer: 'identity:refusal.lastPurchaser',
  programme: 'identity:refusal.lastController',
} as const;

/** Locks the organisation, so that two leaders cannot remove each other at the same moment. */
async function lockMember(tx: Tx, actor: Actor, membershipId: string) {
  await tx.$queryRaw`SELECT id FROM "Organisation" WHERE id = ${actor.organisationId}::uuid FOR NO KEY UPDATE`;
  const members = await tx.membership.findMany({
    where: { organisationId: actor.organisationId },
    select: { id: true, userId: true, role: true },
  });
  const member = members.find((row) => row.id === membershipId);
  if (!member) throw new NotFound();
  const leading = LEADING_ROLE[actor.organisationKind];
  const isLastLeader = member.role === leading && members.filter((row) => row.role === leading).length === 1;
  return { ...member, isLastLeader };
}
