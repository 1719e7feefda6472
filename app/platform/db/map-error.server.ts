/** The one place that reads database errors. Codes: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';
const UNIQUE_VIOLATION = '23505';

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

export function isUniqueViolation(error: unknown): boolean {
  return databaseCode(error) === UNIQUE_VIOLATION;
}
