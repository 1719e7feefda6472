import type { TestDeps } from '#tests/support/test-deps';

/**
 * How many rows each table has: what a refused request must leave as it was. Counters of attempts and
 * sessions are no data of the product.
 */
export async function storedRows({ db }: Pick<TestDeps, 'db'>): Promise<Record<string, number>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations', 'RateLimit', 'ApiLimit', 'Session') ORDER BY 1`;
  const counts = tables.map(({ name }) => `SELECT '${name}' AS name, count(*)::int AS rows FROM "${name}"`);
  const rows = await db.$queryRawUnsafe<{ name: string; rows: number }[]>(counts.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, rows: count }) => [name, count]));
}
