import { expect, it } from 'vitest';
import { testDeps } from '#tests/support/test-deps';
import { CLOSED_SETS, OPEN_SETS } from './closed-sets';

const deps = await testDeps();
const closed = Object.entries(CLOSED_SETS).flatMap(([table, columns]) =>
  Object.entries(columns).map(([column, words]) => [`${table}.${column}`, [...words].sort()] as const),
);

it('a column of one word of a list takes the words of the code, and no other', async () => {
  const checks = await deps.db.$queryRaw<{ column: string; definition: string; validated: boolean }[]>`
    SELECT t.relname || '.' || a.attname AS column, pg_get_constraintdef(c.oid) AS definition, c.convalidated AS validated
      FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
     WHERE c.contype = 'c' AND c.conname = t.relname || '_' || a.attname || '_known'`;
  const held = checks.map(({ column, definition }) => [column, wordsOf(definition)] as const);
  expect(Object.fromEntries(held)).toEqual(Object.fromEntries(closed));
  expect(checks.filter(({ validated }) => !validated)).toEqual([]);
});

it('text that is named like a word of a list is one, or says why not', async () => {
  const columns = await deps.db.$queryRaw<{ column: string }[]>`
    SELECT t.relname || '.' || a.attname AS column FROM pg_attribute a JOIN pg_class t ON t.oid = a.attrelid
     WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace AND t.relname NOT LIKE '\\_%'
       AND a.attnum > 0 AND NOT a.attisdropped AND format_type(a.atttypid, NULL) = 'text'
       AND a.attname ~* '(kind|state|status|type|outcome|verdict|action|reason|method|stage|form|mineral|unit|locale|incoterm|sex|task|rule|part)$'
     ORDER BY 1`;
  const listed = new Set<string>([...closed.map(([column]) => column), ...Object.values(OPEN_SETS).flat()]);
  expect(columns.length).toBeGreaterThan(60);
  expect(columns.map(({ column }) => column).filter((column) => !listed.has(column))).toEqual([]);
});

it('another word is refused by the database itself', async () => {
  const work = { id: deps.newId(), requestedAt: deps.clock.now() };
  await expect(deps.db.longWork.create({ data: { ...work, kind: 'cooking', state: 'waiting' } })).rejects.toThrow(
    /LongWork_kind_known/,
  );
  await deps.db.longWork.create({ data: { ...work, kind: 'recompute-bands', state: 'waiting' } });
});

function wordsOf(definition: string): string[] {
  return [...definition.matchAll(/'((?:[^']|'')*)'::text/g)].map(([, word = '']) => word.replaceAll("''", "'")).sort();
}
