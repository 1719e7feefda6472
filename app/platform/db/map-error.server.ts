/** The one place that reads database errors. Codes: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';
const UNIQUE_VIOLATION = '23505';
/**
 * Something took too long and was rolled back: waiting for a row (lock_not_available), a statement
 * (query_canceled), a pause inside a transaction, a connection (too_many_connections; Prisma's P2028 and
 * P2024). Or others came first again and again, more often than a transaction is tried.
 */
const BUSY: ReadonlySet<string | null> = new Set([
  ...['55P03', '57014', '25P03', '53300', 'P2028', 'P2024'],
  SERIALIZATION_FAILURE,
  DEADLOCK_DETECTED,
]);
const POOL_IS_FULL = 'timeout exceeded when trying to connect';

/** The PostgreSQL code behind an error of Prisma or pg, or null. */
export function databaseCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const { code, meta } = error as { code?: unknown; meta?: Record<string, unknown> };
  const cause = (meta?.['driverAdapterError'] as { cause?: { originalCode?: string; code?: string } } | undefined)
    ?.cause;
  if (cause?.originalCode) return cause.originalCode;
  if (code === 'P2002') return UNIQUE_VIOLATION;
  if (code === 'P2034') return SERIALIZATION_FAILURE;
  if (typeof meta?.['code'] === 'string') return meta['code'];
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}

export function isRetryable(error: unknown): boolean {
  const code = databaseCode(error);
  return code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED;
}

/** The database was too busy for this. Nothing was changed, and the same may be tried again. */
export function isBusy(error: unknown): boolean {
  if (BUSY.has(databaseCode(error))) return true;
  // The pool has no code for it, and Prisma wraps its error in several ways.
  return error instanceof Error && error.message.includes(POOL_IS_FULL);
}

export function isUniqueViolation(error: unknown): boolean {
  return databaseCode(error) === UNIQUE_VIOLATION;
}
