import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import { ok, refuse, type Refusal, type Result } from '#app/platform/result';
import { isWithdrawal } from '../methods/proposals.server';
import { lockVersion } from './lock-version.server';

type Withdrawal = { actor: Actor; methodId: string; requestId: string };

/**
 * Whoever proposed a version takes it back while it waits. It keeps its number, like one that was turned down, and the next proposal of the method is free to
 * come. From a second tab it is the same answer.
 */
export async function withdrawMethod(
  deps: Deps,
  { actor, methodId, requestId }: Withdrawal,
): Promise<Result<{ methodId: string }, 'not-yours' | 'already-decided'> | Refusal<'key-reused'>> {
  if (!can(actor, 'method:propose')) throw new Forbidden();
  const now = deps.clock.now();
  return inTransaction(deps.db, (tx) =>
    withIdempotency(
      tx,
      { key: requestId, actorId: actor.userId, action: 'withdraw-method', input: { methodId }, now },
      async () => {
        const version = await lockVersion(tx, methodId);
        if (version.proposedById !== actor.userId) return refuse('not-yours', 'pricing:methods.refusal.notYours');
        if (version.decision)
          return isWithdrawal(version.decision)
            ? ok({ methodId })
            : refuse('already-decided', 'pricing:methods.refusal.alreadyDecided');
        await tx.methodDecision.create({
          data: {
            methodId,
            approved: false,
            reason: '',
            proposedById: actor.userId,
            decidedById: actor.userId,
            decidedBy: actor.name,
            decidedAt: now,
          },
        });
        await recordAudit(tx, deps, { actor, action: 'method:withdraw', subjectKind: 'method', subjectId: methodId });
        return ok({ methodId });
      },
    ),
  );
}
