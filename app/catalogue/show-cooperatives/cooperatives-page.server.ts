import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import { CARD_COLUMNS, toCard, type CardRow } from '../search/card-columns.server';
import type { LotCard } from '../search/lot-card';
import { readSeller, type Seller } from '../show-lot/seller.server';

export type CooperativeRow = {
  id: string;
  name: string;
  slug: string;
  countryCode: string;
  district: string | null;
  womenLed: boolean;
  /** ISO */
  acceptedAt: string;
  minerals: string[];
  listed: number;
};

type Row = Omit<CooperativeRow, 'acceptedAt' | 'listed'> & { acceptedAt: Date; listed: bigint };

/** Every accepted cooperative with what it offers, in one query. */
export async function listCooperatives(deps: Deps): Promise<CooperativeRow[]> {
  const rows = await deps.db.$queryRaw<Row[]>`
    SELECT o.id, o.name, o.slug, o."countryCode", o.district, o."womenLed", a."decidedAt" AS "acceptedAt",
           coalesce(array_agg(DISTINCT l.mineral) FILTER (WHERE l.id IS NOT NULL), '{}') AS minerals,
           count(l.id) FILTER (WHERE l.state = 'listed') AS listed
      FROM "Organisation" o
      JOIN "Application" a ON a."organisationId" = o.id AND a.state IN ('accepted', 'accepted_with_plan') AND a."decidedAt" IS NOT NULL
      LEFT JOIN "Lot" l ON l."cooperativeId" = o.id AND l.state IN ('listed', 'sold', 'closed')
     WHERE o.kind = 'cooperative'
     GROUP BY o.id, a."decidedAt"
     ORDER BY o.name, o.id`;
  return rows.map(({ acceptedAt, listed, ...row }) => ({
    ...row,
    acceptedAt: acceptedAt.toISOString(),
    listed: parseInt(listed.toString(), 10),
  }));
}

export type CooperativeProfile = { seller: Seller; lots: LotCard[] };

/** The public page of an accepted cooperative. Others do not exist here. */
export async function cooperativeProfile(deps: Deps, { slug }: { slug: string }): Promise<CooperativeProfile> {
  const seller = await readSeller(deps.db, { slug });
  if (!seller?.review) throw new NotFound();
  const rows = await deps.db.$queryRaw<CardRow[]>`
    SELECT ${CARD_COLUMNS}
      FROM "Lot" l JOIN "Organisation" o ON o.id = l."cooperativeId"
     WHERE l."cooperativeId" = ${seller.id}::uuid AND l.state = 'listed'
     ORDER BY l."listedAt" DESC, l.id DESC LIMIT 60`;
  return { seller, lots: rows.map((row) => toCard(row, deps.clock.now())) };
}
