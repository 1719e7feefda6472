import { withIdempotency } from '#app/platform/db/idempotency.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import { ok, type Result } from '#app/platform/result';
import type { OrganisationKind, Role } from '../roles';

type OwnOrganisation = { id: string; name: string; kind: OrganisationKind; role: Role };

/** The organisations that a person belongs to, first joined first. */
export async function listOwnOrganisations(
  deps: Pick<Deps, 'db'>,
  { userId }: { userId: string },
): Promise<OwnOrganisation[]> {
  const rows = await deps.db.membership.findMany({
    where: { userId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { role: true, organisation: { select: { id: true, name: true, kind: true } } },
  });
  return rows.map(({ role, organisation }) => ({ ...organisation, role }));
}

/** From now on this session works for that organisation. One that the person does not belong to is not found. */
export async function switchOrganisation(
  deps: Pick<Deps, 'db' | 'clock'>,
  {
    userId,
    sessionId,
    organisationId,
    requestId,
  }: { userId: string; sessionId: string; organisationId: string; requestId: string },
): Promise<Result<Record<string, never>, 'key-reused'>> {
  const input = { organisationId };
  const intent = { key: requestId, actorId: userId, action: 'organisation:switch', input, now: deps.clock.now() };
  return inTransaction(deps.db, (tx) =>
    withIdempotency(tx, intent, async () => {
      const changed = await tx.$executeRaw`
        UPDATE "Session" s SET "activeOrganisationId" = m."organisationId", "updatedAt" = now()
          FROM "Membership" m
         WHERE s.id = ${sessionId} AND s."userId" = ${userId} AND m."userId" = s."userId"
           AND m."organisationId" = ${organisationId}::uuid`;
      if (changed === 0) throw new NotFound();
      return ok({});
    }),
  );
}
