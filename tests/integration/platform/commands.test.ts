import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { ecbFile } from '#tests/support/examples/ecb-file';
import { testDeps } from '#tests/support/test-deps';

const deps = await testDeps();
const folder = await mkdtemp(path.join(tmpdir(), 'fairlode-commands-'));
const table = path.join(folder, 'prices.csv');
await writeFile(table, 'this is no table of prices\n');
const packageFile = path.resolve('package.json');

type Env = Record<string, string>;

/** A command as an operator runs it in production, with no setting but the database's. */
async function run(script: string, args: readonly string[], env: Env = {}) {
  const tsx = script.endsWith('.js') ? [] : ['--import', 'tsx'];
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [...tsx, script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, HOME, NODE_ENV: 'production', DATA_DIR: path.join(folder, 'data'), ...env },
  });
  const left = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await left, out, err };
}

const here = { DATABASE_URL: deps.settings.databaseUrl };
const away = { DATABASE_URL: 'postgresql://nobody:nothing@127.0.0.1:1/nowhere' };
const onDatabase = 'scripts/with-database.ts';
const imports = 'scripts/import.ts';
const confirms = 'scripts/confirm-person.ts';
const noDatabase = /^The database does not answer \((?:ECONNREFUSED|P1001)\): start it, or check DATABASE_URL\.$/;

const FAILURES: [command: string, why: string, script: string, args: string[], env: Env, sentence: RegExp][] = [
  ['import', 'an unknown source', imports, ['lme', packageFile], here, /^Unknown source: lme\. Usage: npm run import/],
  [
    'import',
    'an unknown option',
    imports,
    ['ecb', packageFile, '--force'],
    here,
    /^Unknown option '--force'\. Usage: /,
  ],
  ['import', 'a day that is none', imports, ['csv', table, '--published', '2026-02-30'], here, /^Give the day of/],
  ['import', 'an option without its value', imports, ['csv', table, '--published'], here, /argument missing\. Usage: /],
  [
    'import',
    'a path that leads nowhere',
    imports,
    ['ecb', '/nowhere.xml'],
    here,
    /^\/nowhere\.xml cannot be read: ENOENT\.$/,
  ],
  ['import', 'a folder', imports, ['ecb', folder], here, /cannot be read: EISDIR\.$/],
  ['import', 'a file of something else', imports, ['pink-sheet', packageFile], here, /^.+$/],
  ['import', 'a database that is away', imports, ['csv', table, '--published', '2026-06-01'], away, noDatabase],
  ['import', 'no database', imports, ['csv', table], {}, /^DATABASE_URL is not set\. /],
  [
    'import',
    'a wrong setting',
    imports,
    ['ecb', table],
    { ...here, DEMO: 'maybe' },
    /^DEMO must be 1 or 0, but is "maybe"\.$/,
  ],
  ['with-database', 'a database that is away', onDatabase, [imports, 'ecb', table], away, noDatabase],
  [
    'with-database',
    'an address of no database',
    onDatabase,
    [imports],
    { DATABASE_URL: 'mysql://x' },
    /^DATABASE_URL is no address/,
  ],
  ['confirm:person', 'nobody', confirms, [], here, /^Give the address of one account\. Usage: /],
  ['confirm:person', 'an unknown option', confirms, ['--all'], here, /^Unknown option '--all'\. Usage: /],
  ['confirm:person', 'no key', confirms, ['a@example.org'], here, /^IDENTITY_KEY is not set\. /],
  ['confirm:person', 'no number', confirms, ['a@example.org'], { ...here, DEMO: '1' }, /^No number was given: /],
  ['verify', 'no file', 'scripts/verify.ts', [], {}, /^Give one file\. Usage: /],
  ['verify', 'an unknown option', 'scripts/verify.ts', ['--rot', 'x'], {}, /^Unknown option '--rot'\. Usage: /],
  [
    'verify',
    'a root that is none',
    'scripts/verify.ts',
    [packageFile, '--root', 'x'],
    {},
    /^A root has 64 hexadecimal digits\. /,
  ],
  [
    'verify',
    'a path that leads nowhere',
    'scripts/verify.ts',
    ['/nowhere.json'],
    {},
    /^\/nowhere\.json cannot be read: ENOENT\.$/,
  ],
  [
    'bench',
    'an unknown option',
    'tests/bench/run.ts',
    ['--fast'],
    here,
    /^Unknown option '--fast'\. Usage: npm run bench$/,
  ],
  ['migrate', 'no database', 'scripts/migrate.ts', [], {}, /^DATABASE_URL is not set\. /],
  ['migrate', 'a database that is away', 'scripts/migrate.ts', [], away, noDatabase],
  [
    'migrate',
    'an unknown option',
    'scripts/migrate.ts',
    ['--dry'],
    here,
    /^Unknown option '--dry'\. Usage: npm run migrate$/,
  ],
  ['migrate:make', 'a path for a name', 'scripts/make-migration.ts', ['../x'], {}, /^Give the migration one name/],
  ['shots', 'an unknown role', 'tests/shots/run.ts', ['king'], here, /^Unknown role: king\. Usage: npm run shots/],
  [
    'shots',
    'an unknown option',
    'tests/shots/run.ts',
    ['--big'],
    here,
    /^Unknown option '--big'\. Usage: npm run shots/,
  ],
  [
    'generate',
    'an unknown option',
    'scripts/generate.js',
    ['--watch'],
    {},
    /^Unknown argument: --watch\. Usage: npm run generate$/,
  ],
  ['work', 'no database', 'scripts/work.ts', [], { DEMO: '1', ALLOW_DEMO: '1' }, /^DATABASE_URL is not set\. /],
  ['work', 'a database that is away', 'scripts/work.ts', [], { ...away, DEMO: '1', ALLOW_DEMO: '1' }, noDatabase],
  [
    'serve',
    'a wrong setting',
    'scripts/serve.ts',
    [],
    { ...here, DEMO: '1', ALLOW_DEMO: '1', PORT: 'x' },
    /^PORT must be a whole number/,
  ],
];

describe('a command says in one sentence what can be mended', () => {
  it.concurrent.each(FAILURES)('%s with %s', async (_, _why, script, args, env, sentence) => {
    const { code, err } = await run(script, args, env);
    expect(err.trimEnd().split('\n')).toEqual([expect.stringMatching(sentence)]);
    expect(code).toBe(1);
  });

  it('a password in the address of a database that is away is not said', async () => {
    const { err } = await run(imports, ['ecb', table], { DATABASE_URL: 'http://operator:hunter2@db.example.org/x' });
    expect(err).toMatch(/^DATABASE_URL is no address of a PostgreSQL/);
    expect(err).not.toContain('hunter2');
  });
});

describe('a command asks for no secret that it does not use', () => {
  it('an import in production knows the database alone, and keeps no secret beside the data', async () => {
    const dataDir = path.join(folder, 'bare');
    await mkdir(dataDir);
    const file = path.join(folder, 'rates.xml');
    await writeFile(file, ecbFile({ '2026-06-01': { USD: '1.1000' } }));
    const { code, err, out } = await run(imports, ['ecb', file], { ...here, DATA_DIR: dataDir });
    expect(err).toBe('');
    expect(out).toContain('ecb, published 2026-06-01');
    expect(code).toBe(0);
    expect(await readdir(dataDir)).toEqual([]);
  });

  it('who confirms a person needs the key of the hashes and nothing else', async () => {
    const { code, err } = await run(confirms, ['nobody@example.org'], {
      ...here,
      IDENTITY_KEY: '7d1f0c6be3924a58b0c2f4e19a6d83750e5b9c41',
    });
    expect(err).toMatch(/^No number was given/);
    expect(code).toBe(1);
  });
});
