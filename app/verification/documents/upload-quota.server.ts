import type { Actor } from '#app/identity/actor';
import type { Deps } from '#app/platform/deps';
import { ok, refuse, type Result } from '#app/platform/result';

export type QuotaRefusal = 'quota-day' | 'quota-total';

const DAY_MS = 86_400_000;
const MIB = 1_048_576;

type Kept = { dayFiles: bigint; dayBytes: bigint; files: bigint; bytes: bigint };

/**
 * How much an organisation may bring in a day and keep in all. Asked before a file is worked on, so that several sent in the same moment may pass the
 * limit by that many: it is there against filling the disk, not to count to the byte.
 */
export async function checkUploadQuota(
  { db, clock, settings }: Pick<Deps, 'db' | 'clock' | 'settings'>,
  { actor, bytes, path }: { actor: Pick<Actor, 'organisationId'>; bytes: number; path: string },
): Promise<Result<null, QuotaRefusal>> {
  const since = new Date(clock.now().getTime() - DAY_MS);
  const [kept] = await db.$queryRaw<[Kept]>`
    SELECT count(*) FILTER (WHERE "uploadedAt" > ${since}) AS "dayFiles",
           coalesce(sum("sizeBytes") FILTER (WHERE "uploadedAt" > ${since}), 0)::bigint AS "dayBytes",
           count(*) AS files, coalesce(sum("sizeBytes"), 0)::bigint AS bytes
      FROM "Document" WHERE "organisationId" = ${actor.organisationId}::uuid`;
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
  if (isOver(...total)) return refuse('quota-total', 'verification:refusal.quotaTotal', about(...total));
  const day = [
    { files: kept.dayFiles, bytes: kept.dayBytes },
    { files: filesPerDay, megabytes: megabytesPerDay },
  ] as const;
  if (isOver(...day)) return refuse('quota-day', 'verification:refusal.quotaDay', about(...day));
  return ok(null);
}
