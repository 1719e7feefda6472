import { dayOf } from '#app/money/calendar-day';
import type { Db, Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import type { Method } from './method';
import type { MethodBook } from './method-book';
import { methodIn } from './method-book';
import { startingMethod, STARTING_METHODS } from './starting/starting-methods';
import { takenUpOn } from './starting/taken-up';

/** A starting method has neither definition (it is code) nor decision: only the instant at which this installation took it up. */
type Row = { id: string; definition: unknown; decidedBy: string | null; decidedAt: Date };
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
    SELECT v.id, CASE WHEN v.starting THEN NULL ELSE v.definition END AS definition, d."decidedBy",
        coalesce(d."decidedAt", v."proposedAt") AS "decidedAt"
      FROM "MethodVersion" v LEFT JOIN "MethodDecision" d ON d."methodId" = v.id
     WHERE (v.starting OR (d.approved AND d."decidedAt" <= ${knownAt ?? deps.clock.now()}))
       AND (${covers}::text IS NULL OR v.covers @> ARRAY[${covers}]::text[])
     ORDER BY d."decidedAt", v.version`;
  const takenUp = new Map(rows.map((row) => [row.id, row]));
  const starting = STARTING_METHODS.map((method) => asStarted(method, takenUp.get(method.id)));
  return [...starting, ...rows.filter(isApproved).map(toMethod)];
}

/** The newest method for a product that was in force at `knownAt`. */
export async function methodFor(
  deps: Reader,
  product: { mineral: string; form: string },
  knownAt: Date | null = null,
): Promise<Method | null> {
  return methodIn(await readMethodBook(deps, { knownAt, product }), product);
}

/**
 * A version by its id, as long as the product lives; only approved ones exist for the world. With `knownAt` only where it was in force then, which a
 * starting method always was: orders of any day have one.
 */
export async function findMethod(deps: Reader, id: string, knownAt: Date | null = null): Promise<Method | null> {
  const [row] = await deps.db.$queryRaw<Row[]>`
    SELECT v.id, CASE WHEN v.starting THEN NULL ELSE v.definition END AS definition, d."decidedBy",
        coalesce(d."decidedAt", v."proposedAt") AS "decidedAt"
      FROM "MethodVersion" v LEFT JOIN "MethodDecision" d ON d."methodId" = v.id
     WHERE v.id = ${id}
       AND (v.starting OR (d.approved AND (${knownAt}::timestamptz IS NULL OR d."decidedAt" <= ${knownAt}::timestamptz)))`;
  const starting = startingMethod(id);
  if (starting) return asStarted(starting, row);
  return row && isApproved(row) ? toMethod(row) : null;
}

function asStarted(method: Method, row: Row | undefined): Method {
  return row ? takenUpOn(method, dayOf(row.decidedAt)) : method;
}

function isApproved(row: Row): row is Row & { decidedBy: string } {
  return row.decidedBy !== null;
}

/** The definition was checked when it was written (method-definition.schema.ts). */
function toMethod({ id, definition, decidedBy, decidedAt }: Row & { decidedBy: string }): Method {
  return { ...(definition as Method), id, approvedBy: { name: decidedBy, on: dayOf(decidedAt) } };
}
