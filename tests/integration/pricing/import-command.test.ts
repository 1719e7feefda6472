import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import path from 'node:path';
import { expect, it } from 'vitest';
import { pinkSheetFile } from '#tests/support/examples/pink-sheet-file';
import { testDeps } from '#tests/support/test-deps';

const deps = await testDeps();
const nothing = { new: 0, rounding: 0, revised: 0, material: 0, unchanged: 0, rejected: 0, quarantined: 0 };

async function importing(...args: string[]) {
  const { databaseUrl, dataDir } = deps.settings;
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/import.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: dataDir, DEMO: '1', LOG_LEVEL: 'silent' },
  });
  const left = new Promise((resolve) => child.once('exit', resolve));
  const [out, why] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await left, summary: JSON.parse(out.trimEnd().split('\n').at(-1) ?? '') as object, why };
}

async function fileOf(name: string, bytes: Buffer): Promise<string> {
  const file = path.join(deps.settings.dataDir, name);
  await writeFile(file, bytes);
  return file;
}

it.each([
  ['a file that is not there', ['pink-sheet', '/nowhere/prices.xlsx'], 'pink-sheet', /cannot be read: ENOENT/],
  ['a source that nobody knows', ['lme', 'package.json'], 'lme', /Unknown source: lme/],
])('the command ends in a line of JSON with %s too', async (_, args, source, reason) => {
  const { code, summary, why } = await importing(...args, '--json');
  expect(summary).toEqual({ source, publishedOn: null, sha256: null, status: 'rejected', read: 0, ...nothing });
  expect(code).toBe(1);
  expect(why).toMatch(reason);
});

it('the command counts every number of a refused file and names what is wrong with it', async () => {
  const bytes = await pinkSheetFile({
    months: [
      ['2026M03', 100],
      ['2026M04', Array.from({ length: 13 }, (_, column) => (column === 10 ? 'n/a' : 100))],
      ['2026M05', 100],
    ],
  });
  const { code, summary, why } = await importing('pink-sheet', await fileOf('wrong.xlsx', bytes), '--json');
  expect(summary).toMatchObject({ ...nothing, status: 'rejected', publishedOn: '2026-06-02', read: 35, rejected: 35 });
  expect(code).toBe(1);
  expect(why).toMatch(/L8/);
  expect(await deps.db.priceImport.count()).toBe(0);
});
