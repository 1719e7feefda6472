import type { Tx } from '../db/connect.server';
import type { Deps } from '../deps';
import { ok, refuse, type Result } from '../result';

export type QuotaRefusal = 'quota-day' | 'quota-total';

const DAY_MS = 86_400_000;
const MIB = 1_048_576;

type Kept = { dayFiles: bigint; dayBytes: bigint; files: bigint; bytes: bigint };

type Upload = { organisationId: string; bytes: number; path: string };

/**
 * How much an organisation may bring in a day and keep in all, papers and price files together: of these the
 * file is gone once they are decided. Asked before a file is worked on, which spares
 * the work; what counts is asked again where it is kept.
 */
export async function checkUploadQuota(
  { db, clock, settings }: Pick<Deps, 'db' | 'clock' | 'settings'>,
  upload: Upload,
): Promise<Result<null, QuotaRefusal>> {
  return quotaLeft(db, { clock, settings }, upload);
}

/**
 * The same in the transaction that keeps the file: uploads of one organisation wait for each other, so that
 * no two take the last place.
 */
export async function takeUploadQuota(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'settings'>,
  upload: Upload,
): Promise<Result<null, QuotaRefusal>> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`uploads:${upload.organisationId}`}, 0))`;
  return quotaLeft(tx, deps, upload);
}

async function quotaLeft(
  db: Pick<Tx, '$queryRaw'>,
  { clock, settings }: Pick<Deps, 'clock' | 'settings'>,
  { organisationId, bytes, path }: Upload,
): Promise<Result<null, QuotaRefusal>> {
  const since = new Date(clock.now().getTime() - DAY_MS);
  const [kept] = await db.$queryRaw<[Kept]>`
    SELECT count(*) FILTER (WHERE "uploadedAt" > ${since}) AS "dayFiles",
           coalesce(sum("sizeBytes") FILTER (WHERE "uploadedAt" > ${since}), 0)::bigint AS "dayBytes",
           count(*) FILTER (WHERE "isKept") AS files,
           coalesce(sum("sizeBytes") FILTER (WHERE "isKept"), 0)::bigint AS bytes
      FROM (SELECT "uploadedAt", "sizeBytes", true AS "isKept" FROM "Document"
             WHERE "organisationId" = ${organisationId}::uuid
             UNION ALL
            SELECT "uploadedAt", "sizeBytes", state IN ('reading', 'preview', 'accepting') FROM "PriceImportDraft"
             WHERE "programmeId" = ${organisationId}::uuid) AS brought`;
  const { filesPerDay, megabytesPerDay, files, megabytes } = settings.uploads;
  const size = BigInt(bytes);
  const about = (used: { files: bigint; bytes: bigint }, most: { files: number; megabytes: number }) => ({
    path,
    params: {
      files: Number(used.files),
      megabytes: Math.ceil(Number(used.bytes) / MIB),
      maxFiles: most.files,
      maxMegabytes: most.megabytes,
    },
  });
  const isOver = (used: { files: bigint; bytes: bigint }, most: { files: number; megabytes: number }) =>
    used.files >= most.files || used.bytes + size > BigInt(most.megabytes) * BigInt(MIB);
  const total = [
    { files: kept.files, bytes: kept.bytes },
    { files, megabytes },
  ] as const;
  if (isOver(...total)) return refuse('quota-total', 'platform:refusal.quotaTotal', about(...total));
  const day = [
    { files: kept.dayFiles, bytes: kept.dayBytes },
    { files: filesPerDay, megabytes: megabytesPerDay },
  ] as const;
  if (isOver(...day)) return refuse('quota-day', 'platform:refusal.quotaDay', about(...day));
  return ok(null);
}
