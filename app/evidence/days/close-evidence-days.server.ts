import { dayOf, dayStart } from '#app/money/calendar-day';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import { fromHex, toHex } from '../check/check-evidence';
import { sha256Digest } from '../check/digest.server';
import { hashLeaf, merkleRoot } from '../check/merkle-tree';

type Open = { sha256: string; recordedAt: Date };

/**
 * Puts every piece of evidence of a day that is over under that day's root, and catches up on days that were
 * missed. Once closed a day stays as it is: what a slow transaction brought after that lies in the next day's
 * tree. Answers the days that were closed.
 */
export async function closeEvidenceDays(deps: Pick<Deps, 'db' | 'clock'>): Promise<string[]> {
  const now = deps.clock.now();
  const today = dayOf(now);
  return inTransaction(deps.db, async (tx) => {
    // Two workers at once: the second waits, and then finds nothing to do.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('close-evidence-days', 0))`;
    const newest = await tx.evidenceDay.findFirst({ orderBy: { day: 'desc' } });
    const open = await tx.$queryRaw<Open[]>`
      SELECT p.sha256, p."recordedAt" FROM "PriceEvidence" p LEFT JOIN "EvidenceLeaf" l ON l.sha256 = p.sha256
       WHERE l.sha256 IS NULL AND p."recordedAt" < ${dayStart(today)} ORDER BY p."recordedAt", p.id`;
    const days = byDay(open, { after: newest && dayOf(newest.day), before: today });
    for (const [day, hashes] of days) await closeDay(tx, { day, hashes, now });
    return [...days.keys()];
  });
}

function byDay(
  open: readonly Open[],
  { after, before }: { after: string | null; before: string },
): Map<string, string[]> {
  const first = after === null ? '' : dayOf(new Date(dayStart(after).getTime() + 86_400_000));
  const days = new Map<string, string[]>();
  for (const { sha256, recordedAt } of open) {
    const own = dayOf(recordedAt);
    const day = own < first ? first : own;
    if (day < before) days.set(day, [...(days.get(day) ?? []), sha256]);
  }
  return days;
}

async function closeDay(tx: Tx, { day, hashes, now }: { day: string; hashes: string[]; now: Date }): Promise<void> {
  const root = toHex(merkleRoot(hashes.map(leafOf), sha256Digest));
  await tx.evidenceDay.create({ data: { day: dayStart(day), root, count: hashes.length, recordedAt: now } });
  await tx.evidenceLeaf.createMany({
    data: hashes.map((sha256, position) => ({ sha256, day: dayStart(day), position })),
  });
}

/** The leaf is hashed once more: who sees a neighbour in a path learns no address of its evidence. */
export function leafOf(sha256: string): Uint8Array {
  const data = fromHex(sha256);
  if (!data) throw new RangeError('Not a hash');
  return hashLeaf(data, sha256Digest);
}
