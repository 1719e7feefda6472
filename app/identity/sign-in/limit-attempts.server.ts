import { createHash } from 'node:crypto';
import type { Deps } from '#app/platform/deps';

type Limit = { most: number; windowSeconds: number };

/** How often in which time; sign-ins have limits of their own (throttle.server.ts). */
const LIMITS = {
  'password-change': { most: 8, windowSeconds: 15 * 60 },
  'mailbox-proof': { most: 8, windowSeconds: 15 * 60 },
  'mailbox-mail': { most: 5, windowSeconds: 60 * 60 },
  'training-network': { most: 200, windowSeconds: 60 * 60 },
  'sign-up-network': { most: 10, windowSeconds: 60 * 60 },
  'phone-code': { most: 5, windowSeconds: 60 * 60 },
  'invite-organisation': { most: 30, windowSeconds: 60 * 60 },
} as const satisfies Record<string, Limit>;

/**
 * Counts one attempt and returns how many seconds to wait, 0 where it is within the limit. One statement, so that attempts at the same
 * moment on several processes all count. Keys are hashed: the table is no list of addresses.
 */
export async function countAttempt(
  deps: Pick<Deps, 'db' | 'clock' | 'newId'>,
  { kind, who }: { kind: keyof typeof LIMITS; who: string },
): Promise<number> {
  const { most, windowSeconds } = LIMITS[kind];
  const key = `${kind}:${createHash('sha256').update(who).digest('base64url')}`;
  const nowMs = BigInt(deps.clock.now().getTime());
  const windowMs = BigInt(windowSeconds) * 1000n;
  const [row] = await deps.db.$queryRaw<{ count: number; startedMs: bigint }[]>`
    INSERT INTO "RateLimit" AS kept (id, key, count, "lastRequest") VALUES (${deps.newId()}, ${key}, 1, ${nowMs})
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN kept."lastRequest" <= ${nowMs - windowMs} THEN 1 ELSE kept.count + 1 END,
      "lastRequest" = CASE WHEN kept."lastRequest" <= ${nowMs - windowMs} THEN ${nowMs} ELSE kept."lastRequest" END
    RETURNING count, "lastRequest" AS "startedMs"`;
  if (!row || row.count <= most) return 0;
  return Number((row.startedMs + windowMs - nowMs + 999n) / 1000n);
}
