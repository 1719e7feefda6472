import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import { ok, type Result } from '#app/platform/result';
import type { BulletinChoice } from './bulletin-choice';

/** A cooperative chooses whether, where and in which language it is told new prices by SMS. */
export async function saveBulletin(
  deps: Deps,
  { actor, choice, requestId }: { actor: Actor; choice: BulletinChoice; requestId: string },
): Promise<Result<{ active: boolean }, 'key-reused'>> {
  if (!can(actor, 'bulletin:write')) throw new Forbidden();
  const { organisationId, userId } = actor;
  const now = deps.clock.now();
  return inTransaction(deps.db, (tx) =>
    withIdempotency(tx, { key: requestId, actorId: userId, action: 'save-bulletin', input: choice, now }, async () => {
      const data = { ...choice, changedById: userId, changedAt: now };
      await tx.priceBulletin.upsert({
        where: { organisationId },
        create: { organisationId, ...data },
        update: data,
      });
      await recordAudit(tx, deps, {
        actor,
        action: 'bulletin:write',
        subjectKind: 'organisation',
        subjectId: organisationId,
        detail: { active: choice.active, locale: choice.locale, minerals: choice.minerals },
      });
      return ok({ active: choice.active });
    }),
  );
}
