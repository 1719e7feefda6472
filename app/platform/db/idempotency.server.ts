import { createHash } from 'node:crypto';
import { refuse, type Refusal, type Result } from '../result';
import { splitRequestKey } from '../http/request-key.server';
import type { Tx } from './connect.server';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/**
 * Makes a write happen once per `key` (`requestKey` of the form, or a bare id): the second time gives the first answer, and other content
 * under the same id is refused: `input` is what the use case made of it, the key's digest is all that was sent. The row is inserted first, so that a twin waits for the first transaction's end. A refusal is not kept:
 * the same form may succeed after what stood in its way is gone. Values must be plain JSON; ids and numbers of the thing made.
 */
export async function withIdempotency<T extends Json, Code extends string>(
  tx: Tx,
  { key, actorId, action, input, now }: { key: string; actorId: string; action: string; input: unknown; now: Date },
  write: () => Promise<Result<T, Code>>,
): Promise<Result<T, Code> | Refusal<'key-reused'>> {
  const { id, contentSha256 } = splitRequestKey(key);
  // Without an id two sends could not be told from two wishes.
  if (id === '') return refuse('key-reused', 'platform:refusal.keyMissing');
  const hashed = contentSha256 === null ? input : { input, contentSha256 };
  const inputHash = createHash('sha256').update(stableJson(hashed)).digest('hex');
  const fullKey = fullKeyOf({ id, actorId, action });
  const inserted = await tx.$executeRaw`
    INSERT INTO "WriteOnce" (key, "actorId", action, "inputHash", "recordedAt")
    VALUES (${fullKey}, ${actorId}, ${action}, ${inputHash}, ${now}) ON CONFLICT (key) DO NOTHING`;
  if (inserted === 0) {
    const earlier = await tx.writeOnce.findUniqueOrThrow({ where: { key: fullKey } });
    if (earlier.inputHash !== inputHash) return refuse('key-reused', 'platform:refusal.keyReused');
    return { ok: true, value: earlier.result as T };
  }
  const result = await write();
  if (result.ok) await tx.writeOnce.update({ where: { key: fullKey }, data: { result: result.value as object } });
  else await tx.writeOnce.delete({ where: { key: fullKey } });
  return result;
}

/**
 * Whether a write with this request id was done already: its twin does no work that a limit would refuse
 * now. What was sent is compared where the write is asked for.
 */
export async function isRepeated(
  db: Pick<Tx, 'writeOnce'>,
  { key, actorId, action }: { key: string; actorId: string; action: string },
): Promise<boolean> {
  const { id } = splitRequestKey(key);
  return id !== '' && (await db.writeOnce.count({ where: { key: fullKeyOf({ id, actorId, action }) } })) > 0;
}

/** Keys sorted, bigints and dates as text: equal inputs give equal text. */
function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === 'bigint') return `${inner}n`;
    if (inner && typeof inner === 'object' && !Array.isArray(inner) && !(inner instanceof Date)) {
      return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
    }
    return inner;
  });
}

function fullKeyOf({ id, actorId, action }: { id: string; actorId: string; action: string }): string {
  return `${actorId}:${action}:${shortKey(id)}`;
}

/** A request id as our forms make them; anything else that was sent in its place is as good a key, but may be long or hold what no text column takes. */
function shortKey(key: string): string {
  return /^[\w-]{1,64}$/.test(key) ? key : createHash('sha256').update(key).digest('hex');
}
