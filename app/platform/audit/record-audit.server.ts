import type { Tx } from '../db/connect.server';
import type { Deps } from '../deps';
import type { AuditAction } from './audit-action';

type Detail = { [key: string]: string | number | boolean | null | Detail | (string | Detail)[] };

/** Writes who did what to which thing, in the transaction that does it. No secrets and no names of people in `detail`. */
export async function recordAudit(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'newId'>,
  entry: {
    actor: { userId: string; organisationId: string } | null;
    action: AuditAction;
    subjectKind: string;
    subjectId: string;
    detail?: Detail;
  },
): Promise<void> {
  const { actor, action, subjectKind, subjectId, detail } = entry;
  await tx.auditEntry.create({
    data: {
      id: deps.newId(),
      at: deps.clock.now(),
      userId: actor?.userId ?? null,
      organisationId: actor?.organisationId ?? null,
      action,
      subjectKind,
      subjectId,
      ...(detail ? { detail } : {}),
    },
  });
}
