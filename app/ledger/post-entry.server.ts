import { createHash } from 'node:crypto';
import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import { ok, refuse, type Result } from '#app/platform/result';
import { accountKey, isAccountCode, isOverdrawn } from './chart-of-accounts';
import { notePosted } from './posted-kinds.server';
import { entryFault, entryText, type EntryFault, type EntryInput } from './entry';

export type PostedEntry = { entryId: string; replayed: boolean };
export type PostRefusal = EntryFault | 'entry-key-reused';

/**
 * A bounded account would have been left on its wrong side. A bug of the caller, which decides on locked
 * rows: the transaction must end.
 */
export class LedgerOverdrawn extends Error {
  constructor(accountKeyText: string, balanceMinor: bigint) {
    super(`Account ${accountKeyText} would stand at ${balanceMinor}`);
    this.name = 'LedgerOverdrawn';
  }
}

/**
 * The only writer of the ledger. Posts the entry inside the caller's transaction, or finds that it was posted
 * before under the same key (`replayed`). The same key with other money is refused, and so is an entry that
 * breaks a rule of the journal. Nothing is written then. One statement: the entry, its accounts (opened when
 * new, balances added under their row locks, taken in the order of their keys so that two entries cannot wait
 * for each other) and the postings.
 */
export async function postEntry(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'newId'>,
  entry: EntryInput,
): Promise<Result<PostedEntry, PostRefusal>> {
  const fault = entryFault(entry);
  if (fault) return refuse(fault, 'ledger:refusal.badEntry');

  const entryId = deps.newId();
  const now = deps.clock.now();
  const inputHash = createHash('sha256').update(entryText(entry)).digest('hex');
  const lines = entry.postings.map((posting, position) => ({
    position,
    newAccountId: deps.newId(),
    key: accountKey(posting.account, entry.currency),
    code: posting.account.code,
    owner: posting.account.ownerId ?? null,
    amount: posting.amountMinor.toString(),
    orderId: posting.orderId ?? entry.orderId ?? null,
    part: posting.part ?? null,
  }));

  const touched = await tx.$queryRaw<{ key: string; code: string; balanceMinor: bigint }[]>`
    WITH line AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS line(
        position int, "newAccountId" uuid, key text, code text, owner text, amount bigint, "orderId" uuid, part text)
    ), entry AS (
      INSERT INTO "JournalEntry" (id, key, "inputHash", kind, currency, "orderId", "reversesId", memo, "occurredAt", "recordedAt")
      VALUES (${entryId}::uuid, ${entry.key}, ${inputHash}, ${entry.kind}, ${entry.currency}, ${entry.orderId ?? null}::uuid,
              ${entry.reverses ?? null}::uuid, ${JSON.stringify(entry.memo ?? {})}::jsonb, ${entry.occurredAt}, ${now})
      ON CONFLICT (key) DO NOTHING
      RETURNING id
    ), account AS (
      INSERT INTO "LedgerAccount" AS known (id, key, code, "ownerId", currency, "balanceMinor", "openedAt")
      SELECT (array_agg(line."newAccountId"))[1], line.key, line.code, line.owner, ${entry.currency}, sum(line.amount)::bigint, ${now}::timestamptz
        FROM line CROSS JOIN entry
       GROUP BY line.key, line.code, line.owner
       ORDER BY line.key
      ON CONFLICT (key) DO UPDATE SET "balanceMinor" = known."balanceMinor" + EXCLUDED."balanceMinor"
      RETURNING id, key, code, "balanceMinor"
    ), posting AS (
      INSERT INTO "Posting" ("entryId", "accountId", "amountMinor", "orderId", part)
      SELECT entry.id, account.id, line.amount, line."orderId", line.part
        FROM line JOIN account USING (key) CROSS JOIN entry
       ORDER BY line.position
    )
    SELECT key, code, "balanceMinor" FROM account`;

  if (touched.length === 0) return replay(tx, entry, inputHash);
  for (const { key, code, balanceMinor } of touched) {
    if (isAccountCode(code) && isOverdrawn(code, balanceMinor)) throw new LedgerOverdrawn(key, balanceMinor);
  }
  notePosted(tx, entry);
  return ok({ entryId, replayed: false });
}

async function replay(tx: Tx, entry: EntryInput, inputHash: string): Promise<Result<PostedEntry, PostRefusal>> {
  const where = { key: entry.key };
  const earlier = await tx.journalEntry.findUniqueOrThrow({ where, select: { id: true, inputHash: true } });
  if (earlier.inputHash !== inputHash) return refuse('entry-key-reused', 'ledger:refusal.keyReused');
  notePosted(tx, entry);
  return ok({ entryId: earlier.id, replayed: true });
}
