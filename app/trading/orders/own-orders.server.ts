import type { Actor } from '#app/identity/actor';
import type { OrganisationKind } from '#app/identity/roles';
import type { Prisma } from '#app/platform/db/generated/client';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';

/**
 * An organisation sees its own side of orders and nothing else. Throws Forbidden where the page is another
 * side's.
 */
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

/** What kind of goods an order is for, by its number. Null where there is no such order. */
export async function orderProduct(
  { db }: Pick<Deps, 'db'>,
  number: string,
): Promise<{ mineral: string; form: string } | null> {
  return db.order.findUnique({ where: { number }, select: { mineral: true, form: true } });
}
