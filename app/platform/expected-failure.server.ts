import { ExpectedError } from './expected-error';

const DATABASE_AWAY = new Set([
  'P1001',
  'P1002',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
]);

const DATABASE_REFUSES = new Map([
  ['28000', 'The database does not let this user in: check DATABASE_URL.'],
  ['28P01', 'The database does not take this password: check DATABASE_URL.'],
  ['3D000', 'There is no such database: create it, or check DATABASE_URL.'],
  ['42501', 'The database does not allow this user to do that: check the user of DATABASE_URL.'],
  ['53300', 'The database has no connection left: raise its max_connections, or end what holds them.'],
  ['57P03', 'The database is starting or ending: try again in a moment.'],
]);

const DISK = new Map([
  ['ENOSPC', 'The disk is full: make room where DATA_DIR lies.'],
  ['EACCES', 'This user may not write there: check DATA_DIR and its owner.'],
  ['EROFS', 'The disk takes no writes: check DATA_DIR.'],
]);

/** What went wrong in one sentence where it is nobody's bug, else null. */
export function expectedFailure(error: unknown): string | null {
  for (const one of causesOf(error)) {
    if (one instanceof ExpectedError) return one.message;
    const code = codeOf(one);
    if (code === null) continue;
    if (DATABASE_AWAY.has(code)) return `The database does not answer (${code}): start it, or check DATABASE_URL.`;
    const known = DATABASE_REFUSES.get(code) ?? DISK.get(code);
    if (known) return known;
  }
  return null;
}

/** The error, what it was made from, and each of several that came together. */
function causesOf(error: unknown): unknown[] {
  if (!(error instanceof Error)) return [];
  const several: unknown[] = error instanceof AggregateError ? error.errors : [];
  return [error, ...several.flatMap(causesOf), ...causesOf(error.cause)];
}

/** PostgreSQL's own code stands in `originalCode` where Prisma's adapter has given it a name of its own. */
function codeOf(error: unknown): string | null {
  const { code, originalCode } = error as { code?: unknown; originalCode?: unknown };
  const found = originalCode ?? code;
  return typeof found === 'string' ? found : null;
}
