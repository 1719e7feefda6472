import type { Deps } from '#app/platform/deps';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import { ok, refuse, type Result } from '#app/platform/result';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import type { Actor } from '../actor';
import { requireDistinctPersons, type PersonConflict } from '../persons/require-distinct-persons.server';
import { isDeciding, isRoleOf } from '../roles';
import { countAttempt } from '../sign-in/limit-attempts.server';
import { emailSchema } from '../sign-in/person.schema';
import { sendInvitation, VALID_DAYS } from './send-invitation.server';

type InviteRefusal = 'email' | 'role' | 'already-member' | 'too-many-attempts' | 'key-reused' | PersonConflict;

/**
 * Sends a link that lets its reader join with a role, or a member take another role, for a week. A role that decides is given by a
 * person whose papers were seen, and waits for a second one first
 * (second-invitation.server.ts). A newer invitation to the same address replaces the older one.
 */
export async function inviteMember(
  deps: Deps,
  { actor, email, role, requestId }: { actor: Actor; email: string; role: string; requestId: string },
): Promise<Result<{ invitationId: string; waits: boolean }, InviteRefusal>> {
  const parsed = emailSchema.safeParse(email);
  if (!parsed.success) return refuse('email', 'identity:refusal.email', { path: 'email' });
  if (!isRoleOf(actor.organisationKind, role)) return refuse('role', 'identity:refusal.role', { path: 'role' });
  const wait = await countAttempt(deps, { kind: 'invite-organisation', who: actor.organisationId });
  if (wait > 0)
    return refuse('too-many-attempts', 'identity:refusal.tooManyAttempts', {
      params: { minutes: Math.ceil(wait / 60) },
    });

  const address = parsed.data;
  const { organisationId } = actor;
  const now = deps.clock.now();
  return inTransaction(deps.db, (tx) =>
    withIdempotency(
      tx,
      { key: requestId, actorId: actor.userId, action: 'member:invite', input: { organisationId, address, role }, now },
      async () => {
        const member = await tx.membership.findFirst({
          where: { organisationId, user: { email: address } },
          select: { role: true },
        });
        if (member?.role === role) return refuse('already-member', 'identity:refusal.alreadyMember', { path: 'email' });
        const waits = isDeciding(role);
        const conflict = waits ? await requireDistinctPersons(tx, { actor }) : null;
        if (conflict) return conflict;
        await tx.invitation.deleteMany({ where: { organisationId, email: address, acceptedAt: null } });
        const invitationId = deps.newId();
        const invitation = await tx.invitation.create({
          data: {
            ...{ id: invitationId, organisationId, email: address, role, invitedById: actor.userId },
            createdAt: now,
            expiresAt: new Date(now.getTime() + VALID_DAYS * 86_400_000),
          },
        });
        if (!waits) await sendInvitation(tx, deps, invitation);
        await recordAudit(tx, deps, {
          actor,
          action: 'member:invite',
          subjectKind: 'invitation',
          subjectId: invitationId,
          detail: { role },
        });
        return ok({ invitationId, waits });
      },
    ),
  );
}
