import type { Deps } from '#app/platform/deps';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { NotFound } from '#app/platform/http/errors';
import { ok, refuse, type Result } from '#app/platform/result';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import type { Person } from '../actor';
import type { Tx } from '#app/platform/db/connect.server';
import { LEADING_ROLE, type OrganisationKind, type Role } from '../roles';
import { LAST_LEADER } from './change-member.server';
import { addMember } from './add-member.server';
import { maskEmail } from '../sign-in/mask-email';
import { hashInvitationToken } from './send-invitation.server';

type InvitationFacts = {
  /** With most of it left out: whoever the link was forwarded to learns little. */
  maskedEmail: string;
  isReaders: boolean;
  role: Role;
  organisationName: string;
  organisationKind: OrganisationKind;
  state: 'open' | 'expired' | 'accepted';
};

/** What a link's reader sees before deciding; a wrong link is not found. */
export async function invitationPage(
  deps: Pick<Deps, 'db' | 'clock'>,
  { token, person }: { token: string; person: Person | null },
): Promise<InvitationFacts> {
  const row = await deps.db.invitation.findUnique({
    where: { tokenHash: hashInvitationToken(token) },
    select: {
      email: true,
      role: true,
      expiresAt: true,
      acceptedAt: true,
      organisation: { select: { name: true, kind: true } },
    },
  });
  if (!row) throw new NotFound();
  const state = row.acceptedAt ? 'accepted' : row.expiresAt <= deps.clock.now() ? 'expired' : 'open';
  return {
    maskedEmail: maskEmail(row.email),
    isReaders: row.email === person?.email,
    role: row.role,
    organisationName: row.organisation.name,
    organisationKind: row.organisation.kind,
    state,
  };
}

/**
 * Joins by the link, once, as the person it was sent to, and works for that organisation from now on. Whoever forwards the link gives
 * nothing away: it only counts for its own address.
 */
export async function acceptInvitation(
  deps: Deps,
  { person, token, requestId }: { person: Person; token: string; requestId: string },
): Promise<Result<Joined, JoinRefusal | 'key-reused'>> {
  const now = deps.clock.now();
  const tokenHash = hashInvitationToken(token);
  const intent = { key: requestId, actorId: person.userId, action: 'member:join', input: { tokenHash }, now };
  return inTransaction(deps.db, (tx) => withIdempotency(tx, intent, () => join(tx, deps, { person, tokenHash })));
}

type Joined = { organisationId: string; organisationKind: OrganisationKind };
type JoinRefusal = 'expired' | 'accepted' | 'other-address' | 'last-leader';

async function join(
  tx: Tx,
  deps: Deps,
  { person, tokenHash }: { person: Person; tokenHash: string },
): Promise<Result<Joined, JoinRefusal>> {
  const now = deps.clock.now();
  const invitation = await tx.invitation.findUnique({
    where: { tokenHash },
    include: { organisation: { select: { kind: true } } },
  });
  if (!invitation) throw new NotFound();
  if (invitation.email !== person.email) {
    return refuse('other-address', 'identity:refusal.invitationAddress', {
      params: { email: maskEmail(invitation.email) },
    });
  }
  if (invitation.expiresAt <= now) return refuse('expired', 'identity:refusal.invitationExpired');
  await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${invitation.organisationId}::uuid FOR NO KEY UPDATE`;
  if (await leavesNoLeader(tx, { ...invitation, userId: person.userId }))
    return refuse('last-leader', LAST_LEADER[invitation.organisation.kind]);
  const { count } = await tx.invitation.updateMany({
    where: { id: invitation.id, acceptedAt: null },
    data: { acceptedAt: now },
  });
  if (count === 0) return refuse('accepted', 'identity:refusal.invitationUsed');
  const { organisationId, role } = invitation;
  // The link's secret was in the mail alone: who holds it reads that mailbox.
  await tx.user.update({ where: { id: person.userId }, data: { emailVerified: true } });
  await addMember(deps, tx, { organisationId, userId: person.userId, role });
  await tx.session.updateMany({ where: { id: person.sessionId }, data: { activeOrganisationId: organisationId } });
  await recordAudit(tx, deps, {
    actor: { userId: person.userId, organisationId },
    action: 'member:join',
    subjectKind: 'user',
    subjectId: person.userId,
    detail: { role },
  });
  return ok({ organisationId, organisationKind: invitation.organisation.kind });
}

/** Whether a member who takes another role by invitation is the last who manages people. */
async function leavesNoLeader(
  tx: Tx,
  asked: { organisationId: string; role: Role; userId: string; organisation: { kind: OrganisationKind } },
): Promise<boolean> {
  const leading = LEADING_ROLE[asked.organisation.kind];
  if (asked.role === leading) return false;
  const { organisationId } = asked;
  const leaders = await tx.membership.findMany({ where: { organisationId, role: leading }, select: { userId: true } });
  return leaders.length === 1 && leaders[0]?.userId === asked.userId;
}
