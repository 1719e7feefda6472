import { recordAudit } from '#app/platform/audit/record-audit.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden, NotFound } from '#app/platform/http/errors';
import { ok, refuse, type Result } from '#app/platform/result';
import type { Actor } from '../actor';
import { can } from '../permissions';
import { requireDistinctPersons, type PersonConflict } from '../persons/require-distinct-persons.server';
import type { Role } from '../roles';
import { sendInvitation } from './send-invitation.server';

/**
 * A second person agrees that somebody gets a role that decides; then the link goes out. A colleague who decides does so, or staff of the programme: where
 * an organisation has one such person only, staff are the second.
 */
export async function secondInvitation(
  deps: Deps,
  { actor, invitationId, requestId }: { actor: Actor; invitationId: string; requestId: string },
): Promise<Result<null, PersonConflict | 'seconded' | 'key-reused'>> {
  if (!can(actor, 'member:second')) throw new Forbidden();
  const now = deps.clock.now();
  const intent = { key: requestId, actorId: actor.userId, action: 'member:second', input: { invitationId }, now };
  return inTransaction(deps.db, (tx) =>
    withIdempotency(tx, intent, async (): Promise<Result<null, PersonConflict | 'seconded'>> => {
      await tx.$queryRaw`SELECT 1 FROM "Invitation" WHERE id = ${invitationId}::uuid FOR UPDATE`;
      const invitation = await tx.invitation.findFirst({ where: { id: invitationId, ...scope(actor) } });
      if (!invitation) throw new NotFound();
      if (invitation.secondedAt) return refuse('seconded', 'identity:refusal.seconded');
      const { organisationId, invitedById, role } = invitation;
      const sides = organisationId === actor.organisationId ? [] : [organisationId];
      const conflict = await requireDistinctPersons(tx, { actor, others: [invitedById], sides });
      if (conflict) return conflict;
      await tx.invitation.update({
        where: { id: invitationId },
        data: { secondedById: actor.userId, secondedAt: now },
      });
      await sendInvitation(tx, deps, invitation);
      await recordAudit(tx, deps, {
        ...{ actor, action: 'member:second', subjectKind: 'invitation', subjectId: invitationId },
        detail: { role },
      });
      return ok(null);
    }),
  );
}

type WaitingInvitation = {
  invitationId: string;
  email: string;
  role: Role;
  organisationName: string;
  inviter: string;
};

/** Invitations that wait for the reader's word: of the own organisation, and for staff of those that the programme accompanies. */
export async function waitingInvitations(
  deps: Pick<Deps, 'db' | 'clock'>,
  { actor }: { actor: Actor },
): Promise<WaitingInvitation[]> {
  if (!can(actor, 'member:second')) return [];
  const rows = await deps.db.invitation.findMany({
    where: {
      ...scope(actor),
      ...{ acceptedAt: null, tokenHash: null, invitedById: { not: actor.userId }, expiresAt: { gt: deps.clock.now() } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 50,
    include: { organisation: { select: { name: true } }, invitedBy: { select: { name: true } } },
  });
  return rows.map(({ id, email, role, organisation, invitedBy }) => ({
    ...{ invitationId: id, email, role, organisationName: organisation.name, inviter: invitedBy.name },
  }));
}

function scope(actor: Actor) {
  const { organisationId } = actor;
  if (actor.organisationKind !== 'programme') return { organisationId };
  return { organisation: { OR: [{ id: organisationId }, { programmeId: organisationId }] } };
}
