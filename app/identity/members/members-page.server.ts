import type { Deps } from '#app/platform/deps';
import type { Actor } from '../actor';
import { can } from '../permissions';
import { ROLES, type Role } from '../roles';
import { waitingInvitations } from './second-invitation.server';

type MembersPage = {
  organisationName: string;
  mayManage: boolean;
  roles: readonly Role[];
  members: { membershipId: string; name: string; email: string; role: Role; since: string; isSelf: boolean }[];
  invitations: {
    invitationId: string;
    email: string;
    role: Role;
    expiresAt: string;
    expired: boolean;
    waits: boolean;
  }[];
  /** Roles of others that wait for the reader's word. */
  seconding: Awaited<ReturnType<typeof waitingInvitations>>;
};

/** The people of the actor's own organisation, and who was asked to join. */
export async function membersPage(deps: Pick<Deps, 'db' | 'clock'>, { actor }: { actor: Actor }): Promise<MembersPage> {
  const { organisationId } = actor;
  const mayManage = can(actor, 'member:manage');
  const [members, invitations, seconding] = await Promise.all([
    deps.db.membership.findMany({
      where: { organisationId },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { id: true, role: true, createdAt: true, userId: true, user: { select: { name: true, email: true } } },
    }),
    mayManage
      ? deps.db.invitation.findMany({ where: { organisationId, acceptedAt: null }, orderBy: { createdAt: 'desc' } })
      : Promise.resolve([]),
    waitingInvitations(deps, { actor }),
  ]);
  const now = deps.clock.now();
  return {
    organisationName: actor.organisationName,
    mayManage,
    seconding,
    roles: ROLES[actor.organisationKind],
    members: members.map((row) => ({
      membershipId: row.id,
      name: row.user.name,
      email: row.user.email,
      role: row.role,
      since: row.createdAt.toISOString(),
      isSelf: row.userId === actor.userId,
    })),
    invitations: invitations.map((row) => ({
      invitationId: row.id,
      email: row.email,
      role: row.role,
      expiresAt: row.expiresAt.toISOString(),
      expired: row.expiresAt <= now,
      waits: row.tokenHash === null,
    })),
  };
}
