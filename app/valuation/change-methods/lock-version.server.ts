import type { Tx } from '#app/platform/db/connect.server';
import { NotFound } from '#app/platform/http/errors';

/** A proposed version with its decision, under its method's lock: whoever comes second sees what the first has done. Throws NotFound. */
export async function lockVersion(tx: Tx, methodId: string) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`method:${methodId.split('/')[0] ?? ''}`}))`;
  const version = await tx.methodVersion.findUnique({
    where: { id: methodId, starting: false },
    include: { decision: true },
  });
  const proposedById = version?.proposedById;
  if (!proposedById) throw new NotFound('no such proposal');
  return { ...version, proposedById };
}
