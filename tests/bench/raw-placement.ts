import { createHash } from 'node:crypto';
import type pg from 'pg';
import { newUuid } from '#app/platform/ids.server';

type Row = Record<string, unknown>;

/**
 * Every row that one placement through the use case left behind: what a hand-written transaction must write
 * too.
 */
export type PlacedRows = {
  once: Row;
  order: Row;
  charges: Row[];
  evidence: Row;
  event: Row;
  entry: Row;
  postings: { accountKey: string; code: string; ownerId: string | null; amountMinor: string }[];
  quantity: string;
};

export async function readPlacedRows(client: pg.ClientBase, orderId: string): Promise<PlacedRows> {
  const rows = async (sql: string): Promise<Row[]> => (await client.query<Row>(sql, [orderId])).rows;
  const one = async (sql: string): Promise<Row> => {
    const [row] = await rows(sql);
    if (!row) throw new Error(`Nothing was written for ${sql}`);
    return row;
  };
  const order = await one('SELECT * FROM "Order" WHERE id = $1');
  return {
    order,
    once: await one(`SELECT * FROM "WriteOnce" WHERE result->>'orderId' = $1::text`),
    charges: await rows('SELECT * FROM "OrderCharge" WHERE "orderId" = $1 ORDER BY position'),
    evidence: await one('SELECT * FROM "PriceEvidence" WHERE "orderId" = $1'),
    event: await one('SELECT * FROM "OrderEvent" WHERE "orderId" = $1'),
    entry: await one('SELECT * FROM "JournalEntry" WHERE "orderId" = $1'),
    postings: (await rows(
      `SELECT a.key AS "accountKey", a.code, a."ownerId", p."amountMinor"
         FROM "Posting" p JOIN "LedgerAccount" a ON a.id = p."accountId" WHERE p."orderId" = $1 ORDER BY p.id`,
    )) as PlacedRows['postings'],
    quantity: String(order['quantity']),
  };
}

const RESERVE = `UPDATE "Lot" SET "availableQuantity" = "availableQuantity" - $2::numeric
  WHERE id = $1 AND state = 'listed' AND "availableQuantity" >= $2::numeric`;
/** One statement for the entry, its accounts and as many postings as the use case wrote. */
function ledgerSql(postings: number): string {
  const at = (account: number, column: number) => `$${8 + account * 5 + column}`;
  const accounts = Array.from({ length: postings }, (_, index) => index);
  const values = accounts.map(
    (index) =>
      `(${at(index, 0)}::uuid, ${at(index, 1)}, ${at(index, 2)}, ${at(index, 3)}, $5, ${at(index, 4)}::bigint, $7)`,
  );
  const amounts = accounts.map((index) => `WHEN ${at(index, 1)} THEN ${at(index, 4)}::bigint`);
  return `WITH entry AS (
    INSERT INTO "JournalEntry" (id, key, "inputHash", kind, currency, "orderId", memo, "occurredAt", "recordedAt")
    VALUES ($1, $2, $3, $4, $5, $6, '{}', $7, $7)
  ), account AS (
    INSERT INTO "LedgerAccount" AS known (id, key, code, "ownerId", currency, "balanceMinor", "openedAt")
    VALUES ${values.join(', ')}
    ON CONFLICT (key) DO UPDATE SET "balanceMinor" = known."balanceMinor" + EXCLUDED."balanceMinor"
    RETURNING id, key
  )
  INSERT INTO "Posting" ("entryId", "accountId", "amountMinor", "orderId")
  SELECT $1, id, CASE key ${amounts.join(' ')} END, $6 FROM account`;
}
const JOBS = `SELECT graphile_worker.add_job('mail-order-step', $1::json, max_attempts := 12),
  graphile_worker.add_job('expire-order', $2::json, run_at := $3, max_attempts := 12, job_key := $4)`;

/**
 * The rows of one placement written by hand: one transaction, prepared statements, nothing read or worked out
 * on the way.
 */
export async function placeByHand(client: pg.ClientBase, rows: PlacedRows): Promise<void> {
  const { order, evidence, entry, postings } = rows;
  const orderId = newUuid();
  const requestId = newUuid();
  await client.query('BEGIN');
  try {
    const reserved = await client.query({ name: 'reserve', text: RESERVE, values: [order['lotId'], rows.quantity] });
    if (reserved.rowCount !== 1) throw new Error('The lot of the benchmark is sold out.');
    const next = await client.query<{ number: string }>({
      name: 'number',
      text: `SELECT 'O-' || nextval('order_number') AS number`,
    });
    const number = next.rows[0]?.number ?? '';
    const canonical = String(evidence['canonical']).replace(String(order['number']), number);
    const sha256 = createHash('sha256').update(canonical).digest('hex');
    const onceKey = `${rows.once['actorId']}:place-order:${requestId}`;
    await insert(client, 'WriteOnce', [{ ...rows.once, key: onceKey, result: { orderId, number } }]);
    await insert(client, 'Order', [{ ...order, id: orderId, number }]);
    await insert(
      client,
      'OrderCharge',
      rows.charges.map((charge) => ({ ...charge, id: newUuid(), orderId })),
    );
    await insert(client, 'PriceEvidence', [{ ...evidence, id: newUuid(), orderId, canonical, sha256 }]);
    const eventId = newUuid();
    await insert(client, 'OrderEvent', [{ ...rows.event, id: eventId, orderId }]);
    const accounts = postings.flatMap(({ accountKey, code, ownerId, amountMinor }) => {
      const isOwn = ownerId === order['id'];
      return [
        newUuid(),
        isOwn ? accountKey.replace(String(ownerId), orderId) : accountKey,
        code,
        isOwn ? orderId : ownerId,
        amountMinor,
      ];
    });
    const ledger = [
      newUuid(),
      `order:${orderId}:placed`,
      entry['inputHash'],
      entry['kind'],
      entry['currency'],
      orderId,
      entry['occurredAt'],
    ];
    const text = ledgerSql(postings.length);
    await client.query({ name: `ledger-${postings.length}`, text, values: [...ledger, ...accounts] });
    const timer = [
      JSON.stringify({ orderEventId: eventId }),
      JSON.stringify({ orderId }),
      order['payBy'],
      `expire-order:${orderId}`,
    ];
    await client.query({ name: 'jobs', text: JOBS, values: timer });
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

async function insert(client: pg.ClientBase, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const tuples = rows.map(
    (_, row) => `(${columns.map((_column, index) => `$${row * columns.length + index + 1}`).join(', ')})`,
  );
  await client.query({
    name: `insert-${table}-${rows.length}`,
    text: `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES ${tuples.join(', ')}`,
    values: rows.flatMap((row) => columns.map((column) => row[column])),
  });
}
