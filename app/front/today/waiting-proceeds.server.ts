import type { Deps } from '#app/platform/deps';

export type WaitingProceeds = {
  orderId: string;
  number: string;
  mineral: string;
  form: string;
  amountMinor: bigint;
  currency: string;
};

/** Orders whose money the cooperative has and has not shared out yet, the oldest first; read from its own book. */
export async function waitingProceeds(
  deps: Pick<Deps, 'db'>,
  { cooperativeId }: { cooperativeId: string },
): Promise<WaitingProceeds[]> {
  const rows = await deps.db.$queryRaw<(Omit<WaitingProceeds, 'amountMinor'> & { minor: string })[]>`
    SELECT o.id AS "orderId", o.number, o.mineral, o.form, o.currency, (-sum(p."amountMinor"))::text AS minor
      FROM "LedgerAccount" a
      JOIN "Posting" p ON p."accountId" = a.id
      JOIN "Order" o ON o.id = p."orderId"
     WHERE a.code = 'cooperative-proceeds' AND a."ownerId" = ${cooperativeId} AND o.state = 'settled'
     GROUP BY o.id
    HAVING -sum(p."amountMinor") > 0
     ORDER BY o."settledAt", o.id`;
  return rows.map(({ minor, ...row }) => ({ ...row, amountMinor: BigInt(minor) }));
}
