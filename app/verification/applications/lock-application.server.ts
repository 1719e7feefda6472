import type { Tx } from '#app/platform/db/connect.server';
import { NotFound } from '#app/platform/http/errors';
import type { ApplicationState } from '../application-lifecycle';

/** The application of an organisation, locked until the transaction ends: one decision at a time. */
export async function lockApplication(
  tx: Tx,
  { organisationId }: { organisationId: string },
): Promise<{ id: string; state: ApplicationState }> {
  const [row] = await tx.$queryRaw<{ id: string; state: ApplicationState }[]>`
    SELECT id, state::text AS state FROM "Application" WHERE "organisationId" = ${organisationId}::uuid FOR UPDATE`;
  if (!row) throw new NotFound();
  return row;
}
