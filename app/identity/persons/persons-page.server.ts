import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import type { Actor } from '../actor';
import { can } from '../permissions';
import type { Role } from '../roles';
import type { DocumentKind } from './identity-document';

const MAX_LINES = 50;

export type WaitingPerson = {
  userId: string;
  name: string;
  kind: DocumentKind;
  country: string;
  since: string;
  places: { organisation: string; role: Role }[];
};

/** Whose papers the actor may look at: people of the programme and its organisations whose phone is proven, the oldest first, never oneself. */
export async function waitingPersons(
  deps: Pick<Deps, 'db'>,
  { actor }: { actor: Actor },
): Promise<{ items: WaitingPerson[]; total: number }> {
  if (!can(actor, 'person:confirm')) throw new Forbidden();
  const organisation = { OR: [{ id: actor.organisationId }, { programmeId: actor.organisationId }] };
  const where = {
    phoneVerifiedAt: { not: null },
    userId: { not: actor.userId },
    user: { memberships: { some: { organisation } } },
  };
  const rows = await deps.db.identityClaim.findMany({
    where,
    orderBy: [{ claimedAt: 'asc' }, { userId: 'asc' }],
    take: MAX_LINES,
    select: {
      userId: true,
      documentKind: true,
      documentCountry: true,
      claimedAt: true,
      user: {
        select: {
          name: true,
          memberships: { where: { organisation }, select: { role: true, organisation: { select: { name: true } } } },
        },
      },
    },
  });
  // A list that is not full is its own number.
  const total = rows.length < MAX_LINES ? rows.length : await deps.db.identityClaim.count({ where });
  const items = rows.map(({ userId, documentKind, documentCountry, claimedAt, user }) => ({
    ...{ userId, name: user.name, kind: documentKind, country: documentCountry, since: claimedAt.toISOString() },
    places: user.memberships.map((place) => ({ organisation: place.organisation.name, role: place.role })),
  }));
  return { items, total };
}
