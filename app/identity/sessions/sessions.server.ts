import { recordAudit } from '#app/platform/audit/record-audit.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import { ok, type Result } from '#app/platform/result';
import type { Person } from '../actor';
import { describeDevice, type Device } from './describe-device';

type SessionLine = {
  sessionId: string;
  device: Device;
  ipAddress: string | null;
  startedAt: string;
  endsAt: string;
  isCurrent: boolean;
};

/** The person's sessions that still run, this one first. */
export async function listSessions(deps: Pick<Deps, 'db'>, { person }: { person: Person }): Promise<SessionLine[]> {
  const rows = await deps.db.$queryRaw<
    { id: string; userAgent: string | null; ipAddress: string | null; createdAt: Date; expiresAt: Date }[]
  >`SELECT id, "userAgent", "ipAddress", "createdAt", "expiresAt" FROM "Session"
     WHERE "userId" = ${person.userId} AND "expiresAt" > now()
     ORDER BY id = ${person.sessionId} DESC, "createdAt" DESC LIMIT 100`;
  return rows.map((row) => ({
    sessionId: row.id,
    device: describeDevice(row.userAgent),
    ipAddress: row.ipAddress || null,
    startedAt: row.createdAt.toISOString(),
    endsAt: row.expiresAt.toISOString(),
    isCurrent: row.id === person.sessionId,
  }));
}

/**
 * Signs out one other device of the same person, or without `sessionId` every device but this one. Answers
 * how many. The same form again ends no session that began in between.
 */
export async function endSessions(
  deps: Pick<Deps, 'db' | 'clock' | 'newId'>,
  { person, sessionId, requestId }: { person: Person; sessionId: string | null; requestId: string },
): Promise<Result<{ count: number }, 'key-reused'>> {
  const { userId, actor } = person;
  const intent = {
    key: requestId,
    actorId: userId,
    action: 'session:end',
    input: { sessionId },
    now: deps.clock.now(),
  };
  return inTransaction(deps.db, (tx) =>
    withIdempotency(tx, intent, async () => {
      const which = sessionId === null ? { not: person.sessionId } : sessionId;
      const { count } = await tx.session.deleteMany({ where: { id: which, userId } });
      if (count === 0 && sessionId !== null) throw new NotFound();
      if (count > 0)
        await recordAudit(tx, deps, {
          ...{ actor, action: 'session:end', subjectKind: 'user', subjectId: userId, detail: { others: count } },
        });
      return ok({ count });
    }),
  );
}
