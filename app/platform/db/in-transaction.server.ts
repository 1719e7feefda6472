import { Refused } from '../result';
import { runChecks } from './before-commit.server';
import { isRetryable } from './map-error.server';
import type { Db, Tx } from './connect.server';

const ATTEMPTS = 5;

/**
 * Runs `work` in one transaction and runs it again when PostgreSQL asks for it (serialization failure,
 * deadlock). `work` must have no effect outside `tx`. READ COMMITTED by default: use cases lock the rows they
 * decide on. What waits too long for a row or a connection ends with an error that `isBusy` knows; nothing
 * was changed then. What was asked for `beforeCommit` is checked last. What is `Refused` inside is the outcome, and nothing was changed either.
 */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transactions.$transaction(async (tx) => {
        const result = await work(tx);
        runChecks(tx);
        return result;
      });
    } catch (error) {
      if (error instanceof Refused) return error.refusal as T;
      if (attempt >= ATTEMPTS || !isRetryable(error)) throw error;
    }
  }
}
