import type { Deps } from '#app/platform/deps';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { NotFound } from '#app/platform/http/errors';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import type { Actor } from '../actor';

/** Makes an open invitation's link worthless. */
export async function cancelInvitation(
  deps: Deps,
  { actor, invitationId }: { actor: Actor; invitationId: string },
): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
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
  });
}
