import type { Actor } from '#app/identity/actor';
import type { Tx } from '#app/platform/db/connect.server';
import { paperAccess, type Relation } from '#app/verification/documents/paper-access';
import type { LotState } from '../vocabulary/lot-lifecycle';

type LotOfPage = { id: string; cooperativeId: string; state: LotState };

/** What a reader of a lot's public page may know beyond what everybody reads there. */
export type ReaderOfLot = {
  /** What exactly is left: for the lot's own cooperative, its staff and buyers who may order. */
  knowsStock: boolean;
  /** Whether the papers that the page lists open for the reader: the page asks the table that opens them. */
  opensPapers: boolean;
};

type Standing = { isProgramme: boolean; isAccepted: boolean; hasOrder: boolean };

/** In one query, and in none for strangers and cooperatives. */
export async function readerOfLot(
  tx: Pick<Tx, '$queryRaw'>,
  { reader, lot }: { reader: Actor | null; lot: LotOfPage },
): Promise<ReaderOfLot> {
  if (!reader) return { knowsStock: false, opensPapers: false };
  const isOwner = reader.organisationId === lot.cooperativeId;
  const { isProgramme, isAccepted, hasOrder } =
    reader.organisationKind === 'cooperative' ? NO_STANDING : await standing(tx, reader.organisationId, lot);
  const holds: Partial<Record<Relation, boolean>> = {
    owner: isOwner,
    programme: isProgramme,
    'buyer-of-order': isAccepted && hasOrder,
    'buyer-of-listed-lot': isAccepted && lot.state === 'listed',
  };
  const relations = (Object.keys(holds) as Relation[]).filter((relation) => holds[relation]);
  return {
    knowsStock: isOwner || isProgramme || isAccepted,
    opensPapers: paperAccess('lot-assay', reader, relations).may === 'open',
  };
}

const NO_STANDING: Standing = { isProgramme: false, isAccepted: false, hasOrder: false };

async function standing(
  tx: Pick<Tx, '$queryRaw'>,
  organisationId: string,
  { id, cooperativeId }: LotOfPage,
): Promise<Standing> {
  const [row = NO_STANDING] = await tx.$queryRaw<Standing[]>`
    SELECT EXISTS (SELECT 1 FROM "Organisation" WHERE id = ${cooperativeId}::uuid
                      AND "programmeId" = ${organisationId}::uuid) AS "isProgramme",
           EXISTS (SELECT 1 FROM "Application" WHERE "organisationId" = ${organisationId}::uuid
                      AND state IN ('accepted', 'accepted_with_plan')) AS "isAccepted",
           EXISTS (SELECT 1 FROM "Order" WHERE "lotId" = ${id}::uuid AND "buyerId" = ${organisationId}::uuid
                      AND state NOT IN ('expired', 'cancelled')) AS "hasOrder"`;
  return row;
}
