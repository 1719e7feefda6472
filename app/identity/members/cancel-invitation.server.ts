import type { Deps } from '#app/platform/deps';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { NotFound } from '#app/platform/http/errors';
import { ok, type Ok, type Refusal } from '#app/platform/result';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import type { Actor } from '../actor';

/** Makes an open invitation's link worthless. */
export async function cancelInvitation(
  deps: Deps,
  { actor, invitationId, requestId = deps.newId() }: { actor: Actor; invitationId: string; requestId?: string },
): Promise<Ok<null> | Refusal<'key-reused'>> {
  const intent = {
    ...{ key: requestId, actorId: actor.userId, action: 'member:cancel-invitation', now: deps.clock.now() },
    input: { invitationId },
  };
  return inTransaction(deps.db, (tx) =>
    withIdempotency<null, never>(tx, intent, async () => {
      const { count } = await tx.invitation.deleteMany({
        where: { id: invitationId, organisationId: actor.organisationId, acceptedAt: null },
      });
      if (count === 0) throw new NotFound();
      await recordAudit(tx, deps, {
        actor,
        action: 'member:cancel-invitation',
        subjectKind: 'invitation',
        subjectId: invitationId,
      });
      return ok(null);
    }),
  );
}
