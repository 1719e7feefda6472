import type { Deps } from '#app/platform/deps';

/** What kind of goods an order is for, by its number; null where there is no such order. */
export async function orderProduct(
  { db }: Pick<Deps, 'db'>,
  number: string,
): Promise<{ mineral: string; form: string } | null> {
  return db.order.findUnique({ where: { number }, select: { mineral: true, form: true } });
}
