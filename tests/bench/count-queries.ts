import pg from 'pg';

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/**
 * Counts the statements that this process sends while `work` runs, transaction commands included. For one
 * thing at a time.
 */
export async function countQueries<T>(work: () => Promise<T>): Promise<{ result: T; statements: string[] }> {
  const statements: string[] = [];
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const query = prototype.query;
  prototype.query = function counted(...args) {
    const [first] = args;
    statements.push(typeof first === 'string' ? first : ((first as { text?: string } | undefined)?.text ?? '?'));
    return query.apply(this, args);
  };
  try {
    return { result: await work(), statements };
  } finally {
    prototype.query = query;
  }
}
