import type { Actor } from '#app/identity/actor';
import type { Deps } from '#app/platform/deps';
import { productKey } from '../products/products';

type LastTerms = { products: string[]; currency: string; incoterm: string; place: string };

/**
 * What the cooperative wrote last: its products first in the list, its place and terms already in the form.
 */
export async function lastTerms(deps: Deps, { actor }: { actor: Actor }): Promise<LastTerms> {
  const lots = await deps.db.lot.findMany({
    where: { cooperativeId: actor.organisationId },
    select: { mineral: true, form: true, currency: true, incoterm: true, incotermPlace: true },
    orderBy: { id: 'desc' },
    take: 20,
  });
  const [last] = lots;
  return {
    products: [...new Set(lots.map(productKey))].slice(0, 4),
    currency: last?.currency ?? 'USD',
    incoterm: last?.incoterm ?? 'FCA',
    place: last?.incotermPlace ?? '',
  };
}
