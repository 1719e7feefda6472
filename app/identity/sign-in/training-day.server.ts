import { randomInt } from 'node:crypto';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import { clientNetwork } from '#app/platform/serve/api/client-network';
import { ok, refuse, type Result } from '#app/platform/result';
import type { Actor } from '../actor';
import { can } from '../permissions';
import { countAttempt } from './limit-attempts.server';

const VALID_HOURS = 24;
/** Letters and digits that nobody mistakes for others when they are read out. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const MAX_SIGN_UPS = 200;

/** A code for a day of training, to be written on the board. */
export async function startTrainingDay(
  deps: Deps,
  { actor, requestId }: { actor: Actor; requestId: string },
): Promise<Result<{ code: string }, 'key-reused'>> {
  if (!can(actor, 'training:start')) throw new Forbidden();
  const code = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  const now = deps.clock.now();
  const id = deps.newId();
  const intent = { key: requestId, actorId: actor.userId, action: 'training:start', input: {}, now };
  return inTransaction(deps.db, (tx) =>
    withIdempotency<{ code: string }, never>(tx, intent, async () => {
      await tx.trainingDay.create({
        data: {
          ...{ id, programmeId: actor.organisationId, code, createdById: actor.userId, createdAt: now },
          expiresAt: new Date(now.getTime() + VALID_HOURS * 3_600_000),
        },
      });
      await recordAudit(tx, deps, { actor, action: 'training:start', subjectKind: 'training-day', subjectId: id });
      return ok({ code });
    }),
  );
}

/** The programme's codes that still count. */
export async function openTrainingDays(
  deps: Pick<Deps, 'db' | 'clock'>,
  { actor }: { actor: Actor },
): Promise<{ code: string; expiresAt: string; signUps: number }[]> {
  const rows = await deps.db.trainingDay.findMany({
    where: { programmeId: actor.organisationId, expiresAt: { gt: deps.clock.now() } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 5,
  });
  return rows.map(({ code, expiresAt, signUps }) => ({ code, expiresAt: expiresAt.toISOString(), signUps }));
}

/** Counts a sign-up for its network: a few an hour, or a hall full with a code of a programme. */
export async function countSignUp(
  deps: Deps,
  { clientAddress, code }: { clientAddress: string; code: string },
): Promise<Result<null, 'too-many-attempts' | 'training-code'>> {
  const who = clientNetwork(clientAddress);
  const typed = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (!typed) return within(await countAttempt(deps, { kind: 'sign-up-network', who }));
  // Guesses at codes are sign-ups of a network too; only a right one is counted elsewhere.
  const wait = await countAttempt(deps, { kind: 'training-network', who });
  if (wait > 0) return within(wait);
  const { count } = await deps.db.trainingDay.updateMany({
    where: { code: typed, expiresAt: { gt: deps.clock.now() }, signUps: { lt: MAX_SIGN_UPS } },
    data: { signUps: { increment: 1 } },
  });
  return count === 1 ? ok(null) : refuse('training-code', 'identity:refusal.trainingCode', { path: 'code' });
}

function within(wait: number): Result<null, 'too-many-attempts'> {
  if (wait === 0) return ok(null);
  const params = { minutes: Math.ceil(wait / 60) };
  return refuse('too-many-attempts', 'identity:refusal.tooManySignUps', { params });
}
