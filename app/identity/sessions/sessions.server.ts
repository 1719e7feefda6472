import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
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

/** Signs out one other device of the same person. */
export async function endSession(
  deps: Pick<Deps, 'db'>,
  { person, sessionId }: { person: Person; sessionId: string },
): Promise<void> {
  const { count } = await deps.db.session.deleteMany({ where: { id: sessionId, userId: person.userId } });
  if (count === 0) throw new NotFound();
}

/** Signs out every device but this one. Returns how many. */
export async function endOtherSessions(deps: Pick<Deps, 'db'>, { person }: { person: Person }): Promise<number> {
  const { count } = await deps.db.session.deleteMany({
    where: { userId: person.userId, id: { not: person.sessionId } },
  });
  return count;
}
