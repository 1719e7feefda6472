import type { Tx } from '#app/platform/db/connect.server';

// Two requests that race for one session or charge wait for each other here. Sessions are locked before
// charges.

export async function lockSession(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 AS locked FROM "SandboxCheckoutSession" WHERE id = ${id} FOR NO KEY UPDATE`;
  return tx.sandboxCheckoutSession.findUnique({ where: { id } });
}

export async function lockCharge(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 AS locked FROM "SandboxCharge" WHERE id = ${id} FOR NO KEY UPDATE`;
  return tx.sandboxCharge.findUnique({ where: { id } });
}
