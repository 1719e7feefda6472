import type { Actor } from '#app/identity/actor';
import type { OrganisationKind } from '#app/identity/roles';
import type { Prisma } from '#app/platform/db/generated/client';
import { Forbidden } from '#app/platform/http/errors';

/** An organisation sees its own side of orders and nothing else. Throws Forbidden where the page is another side's. */
export function ownOrders({ organisationKind, organisationId }: Actor, side: OrganisationKind): Prisma.OrderWhereInput {
  if (organisationKind !== side) throw new Forbidden('the page of another side');
  switch (side) {
    case 'buyer':
      return { buyerId: organisationId };
    case 'cooperative':
      return { cooperativeId: organisationId };
    case 'programme':
      return { programmeId: organisationId };
  }
}
