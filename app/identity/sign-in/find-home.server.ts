import type { Deps } from '#app/platform/deps';
import { homePath } from '../home-path';

/** Where a person's work begins: in the organisation first joined, which a new session starts with. */
export async function findHome(deps: Pick<Deps, 'db'>, { userId }: { userId: string }): Promise<string> {
  const membership = await deps.db.membership.findFirst({
    where: { userId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { organisation: { select: { kind: true } } },
  });
  return homePath(membership ? { organisationKind: membership.organisation.kind } : null);
}
