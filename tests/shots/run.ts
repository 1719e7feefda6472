/**
 * npm run shots [-- ROLE...]: photographs every page of routes.ts as each demo role sees it, at 320 and 1280
 * px, with scripts and without, into DATA_DIR/shots/<role>/, and one contact sheet per role.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from '@playwright/test';
import pg from 'pg';
import { freePort } from '#app/platform/postgres/free-port.server';
import { readSettings } from '#app/platform/settings.server';
import { prepareDemo } from '#prisma/seed/prepare-demo';
import { findBrowser } from '#tests/support/find-browser';
import { addressesOf, listViewers, type Address, type Viewer } from '#tests/support/page-addresses';
import { pagesOf, ROLE_NAMES } from '#tests/support/pages';
import { build } from '../../scripts/prepare.js';
import { readArguments, runCommand, usageError } from '../../scripts/run-command';
import { drawContactSheet } from './contact-sheet';
import { photograph, type Shot } from './photograph';

const USAGE = `npm run shots [-- ROLE...], of ${ROLE_NAMES.join(', ')}`;
const started = Date.now();
const say = (text: string) => console.log(`shots  ${text}`);
const seconds = () => `${Math.trunc((Date.now() - started) / 1000)} s`;

async function main(args: readonly string[]): Promise<number> {
  const asked: readonly string[] = readArguments(args, { options: {}, usage: USAGE }).positionals;
  const unknown = asked.find((name) => !ROLE_NAMES.some((role) => role === name));
  if (unknown !== undefined) throw usageError(`Unknown role: ${unknown}`, USAGE);
  build();
  const [port, sandboxPort] = [await freePort(), await freePort()];
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    DEMO: '1',
    ALLOW_DEMO: '1',
    LOG_LEVEL: 'error',
  };
  const settings = readSettings(env);
  await prepareDemo(settings, say);
  const server = await serve(env);
  const db = new pg.Pool({ connectionString: settings.databaseUrl, max: 2 });
  const browser = await chromium.launch(await findBrowser());
  const problems: string[] = [];
  try {
    const { password, viewers } = await listViewers(db);
    for (const viewer of viewers.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
      const dir = path.join(settings.dataDir, 'shots', viewer.name);
      await rm(dir, { recursive: true, force: true });
      await mkdir(dir, { recursive: true });
      const addresses = await allAddresses(db, viewer);
      const job = { browser, url: settings.publicUrl, viewer, password, addresses, dir };
      const [plain, bare] = await Promise.all([
        photograph({ ...job, scripts: true }),
        photograph({ ...job, scripts: false }),
      ]);
      await drawContactSheet({
        title: viewer.name,
        shots: plain,
        withoutScripts: bare,
        file: path.join(dir, 'contact-sheet.png'),
      });
      problems.push(...[...plain, ...bare].flatMap((shot) => problemsOf(viewer, shot)));
      say(
        `${viewer.name}: ${addresses.length} pages, ${2 * (plain.length + bare.length)} photos, ${seconds()} → ${path.join(dir, 'contact-sheet.png')}`,
      );
    }
  } finally {
    await browser.close();
    await db.end();
    server.kill('SIGTERM');
  }
  for (const problem of problems) say(`problem: ${problem}`);
  say(`all photos are in ${path.join(settings.dataDir, 'shots')}`);
  return problems.length === 0 ? 0 : 1;
}

function serve(env: Record<string, string | undefined>): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const child = fork('scripts/serve.ts', {
      execArgv: ['--import', 'tsx'],
      env: env as NodeJS.ProcessEnv,
      stdio: 'inherit',
    });
    child.once('exit', (code) => reject(new Error(`The server ended (${code ?? 'killed'}).`)));
    child.on('message', (message) => {
      if (message === 'serving') resolve(child);
    });
  });
}

async function allAddresses(db: pg.Pool, viewer: Viewer): Promise<Address[]> {
  const found: Address[] = [];
  for (const page of pagesOf(viewer.name)) {
    const addresses = await addressesOf(db, viewer, page);
    if (addresses.length === 0) say(`${viewer.name}: the demo has nothing to show on ${page}`);
    found.push(...addresses);
  }
  return found;
}

function problemsOf(viewer: Viewer, { address, status, wide, scripts }: Shot): string[] {
  const where = `${viewer.name} ${address}${scripts ? '' : ' (without scripts)'}`;
  return [
    ...(status === 200 ? [] : [`${where} answers ${status}`]),
    ...(wide ? [`${where} is wider than 320 px`] : []),
  ];
}

await runCommand(() => main(process.argv.slice(2)));
