/**
 * What every command does first: install, generate, build, each only where something changed since it was
 * last done. Plain JavaScript, because it runs before anything is installed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

export function say(text) {
  console.log(`\u001b[2mfairlode\u001b[0m  ${text}`);
}

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Fairlode needs Node.js 20.19 or newer; this is ${process.version}. See https://nodejs.org/.`);
  process.exit(1);
}

export function install() {
  step(
    'packages',
    hashOf(['package-lock.json', 'package.json']),
    existsSync(path.join(root, 'node_modules', '.bin', 'tsx')),
    () => {
      say('installing packages (once, about a minute) …');
      npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    },
  );
}

export function generate() {
  const there = existsSync(path.join(root, 'app', 'platform', 'db', 'generated', 'client.ts'));
  step('client', hashOf(['prisma/schema', 'package-lock.json']), there, () => {
    say('generating the database client …');
    bin('prisma', ['generate', '--config', 'prisma/prisma.config.ts'], { quiet: true });
  });
}

export function build() {
  const there = existsSync(path.join(root, 'build', 'server', 'index.js'));
  step('build', hashOf(['app', 'remix.config.js', 'package-lock.json', 'tsconfig.json']), there, () => {
    say('building the web application …');
    bin('remix', ['vite:build', '--config', 'remix.config.js'], { quiet: true, env: { NODE_ENV: 'production' } });
  });
}

/** Runs a command of node_modules and waits. On failure shows what it printed and ends. */
export function bin(name, args, { quiet = false, env = {} } = {}) {
  const file = path.join(root, 'node_modules', '.bin', name);
  run(file, args, { quiet, env });
}

/** A TypeScript command in a process of its own. */
export function startTypeScript(script, args = [], { env = {}, stdio = 'inherit' } = {}) {
  return spawn(process.execPath, ['--import', 'tsx', path.join(root, script), ...args], {
    cwd: root,
    stdio,
    env: { ...process.env, ...env },
  });
}

function npm(args) {
  const npmCli = process.env.npm_execpath;
  if (npmCli?.endsWith('.js')) run(process.execPath, [npmCli, ...args], {});
  else run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {});
}

function run(file, args, { quiet, env }) {
  const done = spawnSync(file, args, {
    cwd: root,
    stdio: quiet ? 'pipe' : 'inherit',
    encoding: 'utf8',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  if (done.status === 0) return;
  if (quiet) console.error(`${done.stdout ?? ''}${done.stderr ?? ''}`);
  console.error(done.error?.message ?? `${path.basename(file)} ${args.join(' ')} failed.`);
  process.exit(1);
}

/** Does `work` unless it was done for the same inputs and its result is still there. */
function step(name, hash, there, work) {
  const stamp = path.join(root, '.cache', `${name}.stamp`);
  if (there && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  work();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}

function hashOf(places) {
  const hash = createHash('sha256').update(process.version);
  for (const place of places) addTo(hash, path.join(root, place));
  return hash.digest('hex');
}

function addTo(hash, place) {
  const stats = statSync(place, { throwIfNoEntry: false });
  if (!stats) return;
  if (!stats.isDirectory()) {
    hash.update(path.relative(root, place)).update(readFileSync(place));
    return;
  }
  for (const name of readdirSync(place).sort()) {
    if (name !== 'generated') addTo(hash, path.join(place, name));
  }
}
