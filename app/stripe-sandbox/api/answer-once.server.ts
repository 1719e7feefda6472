import { createHash } from 'node:crypto';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Tx } from '#app/platform/db/connect.server';
import { refusalBody, StripeRefusal } from '../rules/stripe-refusal';
import type { SandboxContext } from '../sandbox-context.server';
import type { Call, Handler } from './call.server';

export type Answer = { statusCode: number; body: string; replayed: boolean };

/**
 * Does a POST once per idempotency key. The key's lock, the effect and the kept answer share one transaction:
 * after a crash there is either all of it or nothing. Same key and parameters: the same answer. Other
 * parameters: 400. Still running: 409.
 */
export async function answerOnce(
  context: SandboxContext,
  { path, call, handler }: { path: string; call: Call; handler: Handler },
): Promise<Answer> {
  const key = call.mark.idempotencyKey;
  return inTransaction(context.db, async (tx) => {
    if (key === null) return (await attempt(context, tx, call, handler)).answer;
    await lockKey(tx, key);
    const requestHash = createHash('sha256')
      .update(JSON.stringify([path, call.params]))
      .digest('hex');
    const earlier = await tx.sandboxAnswer.findUnique({ where: { key } });
    if (earlier) {
      if (earlier.requestHash !== requestHash) throw keyReused(key);
      return { statusCode: earlier.statusCode, body: earlier.body, replayed: true };
    }
    const { answer, kept } = await attempt(context, tx, call, handler);
    if (kept) {
      const { statusCode, body } = answer;
      const data = { key, requestHash, statusCode, body, requestId: call.mark.id, createdAt: context.now() };
      await tx.sandboxAnswer.create({ data });
    }
    return answer;
  });
}

/**
 * Refusals come before the first write, so the transaction may be committed after one, to keep its answer.
 */
async function attempt(
  context: SandboxContext,
  tx: Tx,
  call: Call,
  handler: Handler,
): Promise<{ answer: Answer; kept: boolean }> {
  try {
    const body = JSON.stringify(await handler({ ...context, tx }, call), null, 2);
    return { answer: { statusCode: 200, body, replayed: false }, kept: true };
  } catch (error) {
    if (!(error instanceof StripeRefusal) || !error.extra.kept) throw error;
    const body = JSON.stringify(refusalBody(error), null, 2);
    return { answer: { statusCode: error.statusCode, body, replayed: false }, kept: true };
  }
}

async function lockKey(tx: Tx, key: string): Promise<void> {
  if (key.length > 255)
    throw new StripeRefusal(400, 'idempotency_error', 'Idempotency keys are at most 255 characters long.');
  const [lock] = await tx.$queryRaw<{ free: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`sandbox-stripe:${key}`}, 0)) AS free`;
  if (lock?.free) return;
  throw new StripeRefusal(
    409,
    'idempotency_error',
    `There is currently another in-progress request using this Stripe-Idempotent-Key: ${key}. Please try again later.`,
    { code: 'idempotency_key_in_use' },
  );
}

function keyReused(key: string): StripeRefusal {
  return new StripeRefusal(
    400,
    'idempotency_error',
    `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}'.`,
  );
}
