import { Prisma } from '#app/platform/db/generated/client';
import { bandColumnInForce } from '../lot-band/band-in-force.server';
import type { Facet, LotSearch } from './lot-search';

const KILOGRAM = Prisma.sql`1000`;
/**
 * What can at least be ordered of a lot, in grams, in the steps that anybody may know (`availabilityOf`):
 * asked for by mass again and again, the exact rest would tell what one order took.
 */
export const AVAILABLE_GRAMS = Prisma.sql`round(l."massGrams" * CASE
  WHEN l."availableQuantity" >= l.quantity THEN 1.0 WHEN l."availableQuantity" * 2 >= l.quantity THEN 0.5
  WHEN l."availableQuantity" * 10 >= l.quantity THEN 0.1 WHEN l."availableQuantity" > 0 THEN 0.01 ELSE 0 END, 6)`;
const PPM_PER_PERCENT = Prisma.sql`10000`;

/**
 * The condition of one facet on the lot `l`. Null where nothing of it is chosen. Values of one facet are
 * alternatives.
 */
export function facetCondition(
  facet: Facet,
  { values, now }: { values: readonly string[]; now: Date },
): Prisma.Sql | null {
  if (values.length === 0) return null;
  const list = [...values];
  switch (facet) {
    case 'mineral':
      return Prisma.sql`l.mineral = ANY(${list})`;
    case 'form':
      return Prisma.sql`l.form = ANY(${list})`;
    case 'stage':
      return Prisma.sql`l.stage = ANY(${list})`;
    case 'country':
      return Prisma.sql`l."originCountry" = ANY(${list})`;
    case 'certificate':
      return Prisma.sql`l.certificates && ${list}`;
    case 'incoterm':
      return Prisma.sql`l.incoterm = ANY(${list})`;
    case 'band':
      return Prisma.sql`${verdictAt(now)} = ANY(${list})`;
    case 'women':
      return Prisma.sql`l."womenLed"`;
  }
}

/** Where an ask stands at a time, `none` without a band. */
export function verdictAt(now: Date): Prisma.Sql {
  return Prisma.sql`coalesce(${bandColumnInForce('bandVerdict', now)}, 'none')`;
}

/** Conditions that always hold: for sale, and the ranges. */
export function baseConditions({ ranges }: LotSearch): Prisma.Sql[] {
  const conditions = [Prisma.sql`l.state = 'listed'`];
  if (ranges.massMin) conditions.push(Prisma.sql`${AVAILABLE_GRAMS} >= ${ranges.massMin}::text::numeric * ${KILOGRAM}`);
  if (ranges.massMax) conditions.push(Prisma.sql`${AVAILABLE_GRAMS} <= ${ranges.massMax}::text::numeric * ${KILOGRAM}`);
  if (ranges.purityMin)
    conditions.push(Prisma.sql`l."gradePpm" >= ${ranges.purityMin}::text::numeric * ${PPM_PER_PERCENT}`);
  if (ranges.purityMax)
    conditions.push(Prisma.sql`l."gradePpm" <= ${ranges.purityMax}::text::numeric * ${PPM_PER_PERCENT}`);
  return conditions;
}

export function allOf(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return conditions.length > 0 ? Prisma.join([...conditions], ' AND ') : Prisma.sql`true`;
}
