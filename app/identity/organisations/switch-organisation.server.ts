import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import type { OrganisationKind, Role } from '../roles';

type OwnOrganisation = { id: string; name: string; kind: OrganisationKind; role: Role };

/** The organisations that a person belongs to, first joined first. */
export async function listOwnOrganisations(
  deps: Pick<Deps, 'db'>,
  { userId }: { userId: string },
): Promise<OwnOrganisation[]> {
  const rows = await deps.db.membership.findMany({
    where: { userId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { role: true, organisation: { select: { id: true, name: true, kind: true } } },
  });
  return rows.map(({ role, organisation }) => ({ ...organisation, role }));
}

/** From now on this session works for that organisation. One that the person does not belong to is not found. */
export async function switchOrganisation(
  deps: Pick<Deps, 'db'>,
  { userId, sessionId, organisationId }: { userId: string; sessionId: string; organisationId: string },
): Promise<void> {
  const changed = await deps.db.$executeRaw`
    UPDATE "Session" s SET "activeOrganisationId" = m."organisationId", "updatedAt" = now()
      FROM "Membership" m
     WHERE s.id = ${sessionId} AND s."userId" = ${userId} AND m."userId" = s."userId" AND m."organisationId" = ${organisationId}::uuid`;
  if (changed === 0) throw new NotFound();
}
