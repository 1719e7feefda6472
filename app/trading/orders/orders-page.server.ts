import type { Grade } from '#app/catalogue/products/contained-mass';
import type { Actor } from '#app/identity/actor';
import type { OrganisationKind } from '#app/identity/roles';
import type { Deps } from '#app/platform/deps';
import type { OrderState } from '../lifecycle/order-lifecycle';
import { FILTER_STATES, type OrderFilter, type OrderRow } from '../vocabulary/order-row';
import { ownOrders } from './own-orders.server';

const PAGE_SIZE = 20;

export type OrderList = { items: OrderRow[]; next: string | null; filter: OrderFilter };
export type OrderQuery = {
  actor: Actor;
  /** Whose page asks: nobody of another kind sees it. */
  side?: OrganisationKind;
  cursor?: string | null;
  filter?: OrderFilter;
  /** Instead of a filter. */
  states?: readonly OrderState[];
  limit?: number;
};

/**
 * The orders of the actor's organisation, newest first, a page at a time (keyset: time and id of the last
 * row).
 */
export async function listOrders(
  deps: Pick<Deps, 'db'>,
  { actor, side = actor.organisationKind, cursor = null, filter = 'all', states, limit = PAGE_SIZE }: OrderQuery,
): Promise<OrderList> {
  const after = readCursor(cursor);
  const wanted = states ?? FILTER_STATES[filter];
  const rows = await deps.db.order.findMany({
    where: {
      ...ownOrders(actor, side),
      ...(wanted ? { state: { in: [...wanted] } } : {}),
      ...(after
        ? { OR: [{ placedAt: { lt: after.placedAt } }, { placedAt: after.placedAt, id: { lt: after.id } }] }
        : {}),
    },
    orderBy: [{ placedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    include: { lot: { select: { grades: true } } },
  });
  const page = rows.slice(0, limit);
  const names = await namesOf(deps, page);
  const last = page.at(-1);
  return {
    filter,
    items: page.map((row) => ({
      id: row.id,
      number: row.number,
      state: row.state,
      lot: {
        mineral: row.mineral,
        form: row.form,
        quantity: row.quantity.toFixed(),
        unit: row.unit,
        grades: row.lot.grades as Grade[],
      },
      buyerName: names.get(row.buyerId) ?? '',
      cooperativeName: names.get(row.cooperativeId) ?? '',
      priceMinor: row.priceMinor,
      currency: row.currency,
      verdict: row.verdict,
      placedAt: row.placedAt.toISOString(),
      payBy: row.payBy.toISOString(),
    })),
    next: rows.length > limit && last ? `${last.placedAt.toISOString()}~${last.id}` : null,
  };
}

/** Of both sides in one query. As relations they would be two. */
async function namesOf(
  deps: Pick<Deps, 'db'>,
  orders: { buyerId: string; cooperativeId: string }[],
): Promise<Map<string, string>> {
  const ids = new Set(orders.flatMap(({ buyerId, cooperativeId }) => [buyerId, cooperativeId]));
  const rows = await deps.db.organisation.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function readCursor(cursor: string | null): { placedAt: Date; id: string } | null {
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)~([0-9a-f-]{36})$/.exec(cursor ?? '');
  return match?.[1] && match[2] ? { placedAt: new Date(match[1]), id: match[2] } : null;
}
