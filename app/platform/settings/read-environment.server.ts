import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { z } from 'zod';
import { ExpectedError } from '../expected-error';
import type { DatabasePatience } from '../settings';
import { settingName } from './setting-names';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A blank one is as good as none. */
export function withoutBlanks(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
}

export function listOf(env: Environment, name: string): string[] {
  return (env[name] ?? '').split(',').flatMap((one) => (one.trim() ? [one.trim()] : []));
}

export function wholeNumber(env: Environment, name: string, fallback: number): number {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  if (!/^\d+$/.test(text)) throw new ExpectedError(`${name} must be a whole number, but is "${text}".`);
  return Number.parseInt(text, 10);
}

export function flag(env: Environment, name: string, fallback: boolean): boolean {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  if (text === '1' || text === 'true') return true;
  if (text === '0' || text === 'false') return false;
  throw new ExpectedError(`${name} must be 1 or 0, but is "${text}".`);
}

const PATIENCE: Record<'web' | 'worker', DatabasePatience & { prefix: string }> = {
  web: { prefix: 'DB', lockMs: 4000, statementMs: 15_000, idleMs: 20_000, poolMs: 15_000 },
  worker: { prefix: 'WORKER_DB', lockMs: 30_000, statementMs: 300_000, idleMs: 60_000, poolMs: 30_000 },
};

export function patience(env: Environment, kind: 'web' | 'worker'): DatabasePatience {
  const { prefix, ...fallback } = PATIENCE[kind];
  return {
    lockMs: wholeNumber(env, `${prefix}_LOCK_TIMEOUT_MS`, fallback.lockMs),
    statementMs: wholeNumber(env, `${prefix}_STATEMENT_TIMEOUT_MS`, fallback.statementMs),
    idleMs: wholeNumber(env, `${prefix}_IDLE_TIMEOUT_MS`, fallback.idleMs),
    poolMs: wholeNumber(env, `${prefix}_POOL_TIMEOUT_MS`, fallback.poolMs),
  };
}

/** Keys with commas between them. A short one is refused by the name of its setting. */
export function keyList(text: string | undefined): string[] | undefined {
  const keys = (text ?? '').split(',').flatMap((key) => (key.trim() ? [key.trim()] : []));
  if (keys.some((key) => key.length < 32))
    throw new ExpectedError(
      'IDENTITY_KEY is too short. Give at least 32 random characters, e.g. from "openssl rand -hex 32".',
    );
  return keys.length > 0 ? keys : undefined;
}

/** A demo needs no set-up: its secret is made once and kept beside its data. */
export function keptSecret(dataDir: string, name: string): string {
  const file = path.join(dataDir, name);
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file, 'utf8').trim();
}

/** Of ranges and choices that the schema has: each problem by the setting's name. */
export function checkedBy<T>(schema: z.ZodType<T>, values: unknown): T {
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  const said = parsed.error.issues.map(({ path, message }) => `- ${settingName(path.join('.'))}: ${message}`);
  throw new ExpectedError(`These settings cannot be used:\n${said.join('\n')}`);
}

/** The address of the database, if it is one. */
export function databaseUrl(env: Environment): string {
  const address = env['DATABASE_URL']?.trim();
  if (!address)
    throw new ExpectedError(
      'DATABASE_URL is not set. Start with "npm start", or point it at a PostgreSQL 15 or newer.',
    );
  // The address may hold a password, so it is not said.
  if (!/^postgres(ql)?:$/.test(URL.canParse(address) ? new URL(address).protocol : ''))
    throw new ExpectedError(
      'DATABASE_URL is no address of a PostgreSQL: give postgresql://user:password@host:5432/name.',
    );
  return address;
}
