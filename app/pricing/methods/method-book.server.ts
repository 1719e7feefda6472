import type { Db, Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import type { Method } from './method';
import type { MethodBook } from './method-book';
import { methodIn } from './method-book';
import { startingMethod, STARTING_METHODS } from './starting/starting-methods';

type Row = { id: string; definition: unknown; decidedBy: string; decidedAt: Date };
type Reader = { db: Pick<Db | Tx, '$queryRaw'>; clock: Deps['clock'] };

/**
 * Every version that was in force at `knownAt` (null: now), the newest last: what the product ships with, then what staff approved. With
 * `product` only what covers that.
 */
export async function readMethodBook(
  deps: Reader,
  {
    knownAt = null,
    product = null,
  }: { knownAt?: Date | null; product?: { mineral: string; form: string } | null } = {},
): Promise<MethodBook> {
  const covers = product && `${product.mineral}/${product.form}`;
  const rows = await deps.db.$queryRaw<Row[]>`
    SELECT v.id, v.definition, d."decidedBy", d."decidedAt" FROM "MethodVersion" v
      JOIN "MethodDecision" d ON d."methodId" = v.id AND d.approved
     WHERE NOT v.starting AND d."decidedAt" <= ${knownAt ?? deps.clock.now()}
       AND (${covers}::text IS NULL OR v.covers @> ARRAY[${covers}]::text[])
     ORDER BY d."decidedAt", v.version`;
  return [...STARTING_METHODS, ...rows.map(toMethod)];
}

/** The newest method for a product that was in force at `knownAt`. */
export async function methodFor(
  deps: Reader,
  product: { mineral: string; form: string },
  knownAt: Date | null = null,
): Promise<Method | null> {
  return methodIn(await readMethodBook(deps, { knownAt, product }), product);
}

/** A version by its id, as long as the product lives; only approved ones exist for the world. */
export async function findMethod(deps: Reader, id: string): Promise<Method | null> {
  const starting = startingMethod(id);
  if (starting) return starting;
  const [row] = await deps.db.$queryRaw<Row[]>`
    SELECT v.id, v.definition, d."decidedBy", d."decidedAt" FROM "MethodVersion" v
      JOIN "MethodDecision" d ON d."methodId" = v.id AND d.approved WHERE v.id = ${id}`;
  return row ? toMethod(row) : null;
}

/** The definition was checked when it was written (method-definition.schema.ts). */
function toMethod({ id, definition, decidedBy, decidedAt }: Row): Method {
  return { ...(definition as Method), id, approvedBy: { name: decidedBy, on: decidedAt.toISOString().slice(0, 10) } };
}
