import { Prisma } from '#app/platform/db/generated/client';
import type { Grade } from '../products/contained-mass';
import { availabilityOf } from '../vocabulary/availability';
import { bandInForce, type BandColumns } from '../lot-band/band-in-force.server';
import type { LotCard } from './lot-card';

/** Columns of a card for lists written in SQL: `l` is the lot, `o` its cooperative. */
export const CARD_COLUMNS = Prisma.sql`
  l.id, l.number, l.mineral, l.form, l.quantity::text AS quantity, l."availableQuantity"::text AS "availableQuantity", l.unit,
  l.grades, l.facts, l."askMinor", l.currency, l."bandMethod", l."bandFloorMinor", l."bandFairMinor", l."bandCeilingMinor",
  l."bandAsOf", l."bandVerdict", l."bandReason", l."bandExpiresOn", l."originCountry", l."originDistrict", l.incoterm, l."incotermPlace", l."womenLed",
  l.certificates, o.name AS "cooperativeName", o.slug AS "cooperativeSlug",
  EXISTS (SELECT 1 FROM "LotDocument" d WHERE d."lotId" = l.id AND d.kind = 'assay') AS assayed`;

export type CardRow = BandColumns & {
  id: string;
  number: string;
  mineral: string;
  form: string;
  quantity: string;
  availableQuantity: string;
  unit: string;
  grades: unknown;
  facts: unknown;
  askMinor: bigint;
  currency: string;
  originCountry: string;
  originDistrict: string;
  incoterm: string;
  incotermPlace: string;
  womenLed: boolean;
  certificates: string[];
  cooperativeName: string;
  cooperativeSlug: string;
  assayed: boolean;
};

/**
 * A card as of a time: a band that no longer holds is none. What is left of it in steps, exact for the seller
 * and its programme.
 */
export function toCard(row: CardRow, now: Date, { exact = false } = {}): LotCard {
  const { band, reason } = bandInForce(row, now);
  return {
    id: row.id,
    number: row.number,
    mineral: row.mineral,
    form: row.form,
    quantity: trimmed(row.quantity),
    availability: availabilityOf(row),
    availableQuantity: exact ? trimmed(row.availableQuantity) : null,
    unit: row.unit,
    grades: row.grades as Grade[],
    facts: row.facts as Record<string, string>,
    askMinor: row.askMinor,
    currency: row.currency,
    band,
    noBandReason: reason,
    originCountry: row.originCountry,
    originDistrict: row.originDistrict,
    incoterm: row.incoterm,
    incotermPlace: row.incotermPlace,
    womenLed: row.womenLed,
    certificates: row.certificates,
    assayed: row.assayed,
    cooperative: { name: row.cooperativeName, slug: row.cooperativeSlug },
  };
}

/** PostgreSQL writes all decimals of the column: 1000.000000 → 1000. */
function trimmed(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}
