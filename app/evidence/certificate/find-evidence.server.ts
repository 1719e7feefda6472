import { dayOf } from '#app/money/calendar-day';
import type { Deps } from '#app/platform/deps';
import { toHex, type EvidenceProof } from '../check/check-evidence';
import { leafOf } from '../days/close-evidence-days.server';
import { sha256Digest } from '../check/digest.server';
import { inclusionPath } from '../check/merkle-tree';

export type FoundEvidence = EvidenceProof & { recordedAt: string };

/**
 * Evidence by its hash (in small letters or capitals), with what it is chained to and its way to the root of
 * its day. Null where nobody has stored it here.
 */
export async function findEvidence(deps: Pick<Deps, 'db'>, hash: string): Promise<FoundEvidence | null> {
  const sha256 = hash.toLowerCase();
  // What was typed into an address may hold bytes that the database takes in no text.
  if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
  const row = await deps.db.priceEvidence.findUnique({ where: { sha256 } });
  if (!row) return null;
  const [earlier, inclusion] = await Promise.all([
    deps.db.priceEvidence.findMany({
      where: { orderId: row.orderId, position: { lt: row.position } },
      orderBy: { position: 'asc' },
      select: { sha256: true, canonical: true },
    }),
    findInclusion(deps, sha256),
  ]);
  return { sha256, canonical: row.canonical, earlier, inclusion, recordedAt: row.recordedAt.toISOString() };
}

async function findInclusion(deps: Pick<Deps, 'db'>, sha256: string): Promise<EvidenceProof['inclusion']> {
  const leaf = await deps.db.evidenceLeaf.findUnique({ where: { sha256 }, include: { tree: true } });
  if (!leaf) return null;
  const all = await deps.db.evidenceLeaf.findMany({
    where: { day: leaf.day },
    orderBy: { position: 'asc' },
    select: { sha256: true },
  });
  const path = inclusionPath(
    all.map((one) => leafOf(one.sha256)),
    leaf.position,
    sha256Digest,
  ).map(toHex);
  const { root, count: size } = leaf.tree;
  return { day: dayOf(leaf.day), root, size, position: leaf.position, path };
}
