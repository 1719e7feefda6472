import type { Deps } from '#app/platform/deps';
import type { Tx } from '#app/platform/db/connect.server';
import { isRoleOf, type OrganisationKind, type Role } from '../roles';

/**
 * Makes a person a member of an organisation, or gives another role to one who is. For use cases that have decided already: an accepted
 * invitation, the seed. A role of another kind of organisation is a bug.
 */
export async function addMember(
  deps: Pick<Deps, 'clock' | 'newId'>,
  tx: Tx,
  { organisationId, userId, role }: { organisationId: string; userId: string; role: Role },
): Promise<void> {
  const { kind } = await tx.organisation.findUniqueOrThrow({ where: { id: organisationId }, select: { kind: true } });
  assertRole(kind, role);
  await tx.membership.upsert({
    where: { userId_organisationId: { userId, organisationId } },
    create: { id: deps.newId(), userId, organisationId, role, createdAt: deps.clock.now() },
    update: { role },
  });
}

function assertRole(kind: OrganisationKind, role: Role): void {
  if (!isRoleOf(kind, role)) throw new Error(`A ${kind} has no role ${role}`);
}
