import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import type { Tx } from '#app/platform/db/connect.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden, NotFound } from '#app/platform/http/errors';
import { ok, refuse, type Result } from '#app/platform/result';
import { nextCode, readMember, type MemberInput, type MemberRefusal } from './member';

export type SaveMemberRefusal = MemberRefusal | 'code-taken' | 'key-reused';

/**
 * Adds a person to the roll of the actor's own cooperative, or changes one (`memberId`). A line of another
 * cooperative is not found. A new line without a code gets the next free one.
 */
export async function saveMember(
  deps: Deps,
  {
    actor,
    memberId,
    member,
    requestId,
  }: { actor: Actor; memberId?: string | null; member: MemberInput; requestId: string },
): Promise<Result<{ memberId: string; code: string }, SaveMemberRefusal>> {
  if (!can(actor, 'member-roll:write')) throw new Forbidden();
  const read = readMember(member);
  if (!read.ok) return read;
  const facts = read.value;
  const now = deps.clock.now();

  return inTransaction(deps.db, (tx) =>
    withIdempotency(
      tx,
      {
        key: requestId,
        actorId: actor.userId,
        action: 'member-roll:write',
        input: { memberId: memberId ?? null, ...facts },
        now,
      },
      async (): Promise<Result<{ memberId: string; code: string }, SaveMemberRefusal>> => {
        const taken = await lockRoll(tx, actor.organisationId);
        const known = taken.find(({ id }) => id === memberId);
        if (memberId && !known) throw new NotFound('member of another cooperative');
        const code = facts.code || known?.code || nextCode(taken.map((line) => line.code));
        if (taken.some((line) => line.code === code && line.id !== memberId)) {
          return refuse('code-taken', 'programme:refusal.codeTaken', { path: 'code', params: { code } });
        }
        const id = memberId ?? deps.newId();
        const data = { ...facts, code };
        if (known) await tx.cooperativeMember.update({ where: { id }, data });
        else
          await tx.cooperativeMember.create({
            data: { id, cooperativeId: actor.organisationId, joinedOn: now, ...data },
          });
        await recordAudit(tx, deps, {
          actor,
          action: known ? 'member:change' : 'member:add',
          subjectKind: 'cooperative-member',
          subjectId: id,
        });
        return ok({ memberId: id, code });
      },
    ),
  );
}

/** The cooperative's row is the lock of its roll: two people adding at once get two codes. */
async function lockRoll(tx: Tx, cooperativeId: string): Promise<{ id: string; code: string }[]> {
  await tx.$queryRaw`SELECT id FROM "Organisation" WHERE id = ${cooperativeId}::uuid FOR NO KEY UPDATE`;
  return tx.cooperativeMember.findMany({ where: { cooperativeId }, select: { id: true, code: true } });
}
