import { describe, expect, it } from 'vitest';
import { inUtc } from '#app/platform/db/in-utc';
import { testDeps } from '#tests/support/test-deps';

describe('instants', async () => {
  const deps = await testDeps();

  it('are stored as they are, whatever zone the database is set to', async () => {
    const [used] = await deps.db.$queryRaw<{ zone: string }[]>`SELECT current_setting('TimeZone') AS zone`;
    expect(used?.zone).toBe('UTC');
    const [kept] = await deps.db.$queryRaw<{ zone: string }[]>`
      SELECT split_part(setconfig[1], '=', 2) AS zone FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase WHERE d.datname = current_database()`;
    expect(kept?.zone).toBe('Pacific/Apia');
    const at = new Date('2026-06-02T08:00:00.123Z');
    const [{ epoch } = { epoch: '' }] = await deps.db.$queryRaw<{ epoch: string }[]>`
      SELECT extract(epoch FROM ${at}::timestamptz)::text AS epoch`;
    expect(Number(epoch) * 1000).toBe(at.getTime());
  });

  it('keep what an address sets of its own', () => {
    const address = new URL(inUtc('postgresql://a:b@db.example:5433/x?sslmode=require&options=-c%20search_path%3Down'));
    expect(address.searchParams.get('options')).toBe('-c search_path=own -c TimeZone=UTC');
    expect(address.searchParams.get('sslmode')).toBe('require');
  });
});
