import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import Stripe from 'stripe';
import { afterAll, inject } from 'vitest';
import { connectDb } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import { createLocalFiles } from '#app/platform/files/local-files.server';
import { newUuid } from '#app/platform/ids.server';
import { createJobs } from '#app/platform/jobs/enqueue.server';
import { createLog } from '#app/platform/log.server';
import type { Mail } from '#app/platform/mail/mailer';
import { createDrawingProcesses } from '#app/platform/pictures/drawing-processes.server';
import type { Sms } from '#app/platform/sms/sms';
import { readSettings } from '#app/platform/settings.server';

export type TestDeps = Deps & {
  /** Domain time stands still until a test moves it. */
  clock: { now(): Date; set(iso: string): void };
  sentMails: Mail[];
  sentSms: Sms[];
  databaseUrl: string;
};

/**
 * A database of its own, cloned from the migrated template, and real adapters around it. Call at the top of a
 * test file. `on`: another template than the run's own, for tests that end its server.
 */
export async function testDeps({
  at = '2026-06-02T08:00:00Z',
  poolSize = 10,
  on,
}: { at?: string; poolSize?: number; on?: string } = {}): Promise<TestDeps> {
  const base = new URL(on ?? inject('clusterUrl'));
  const database = `t_${newUuid().replaceAll('-', '')}`;
  const ask = async (sql: string) => {
    const admin = new pg.Client({ connectionString: withDatabase(base, 'postgres') });
    await admin.connect();
    await admin.query(sql).finally(() => admin.end());
  };
  await ask(`CREATE DATABASE ${database} TEMPLATE ${pg.escapeIdentifier(base.pathname.slice(1))}`);
  // Nothing may hang on the zone of the server that an operator gives.
  await ask(`ALTER DATABASE ${database} SET timezone TO 'Pacific/Apia'`);
  const databaseUrl = withDatabase(base, database);
  const dataDir = await mkdtemp(path.join(tmpdir(), 'fairlode-files-'));
  const settings = readSettings({
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    DEMO: '1',
    LOG_LEVEL: 'silent',
    // One buyer of a test places what a town would. The limit has a test of its own.
    UNPAID_ORDERS_OF_BUYER: '1000',
    UNPAID_ORDERS_OF_LOT: '1000',
  });
  const db = connectDb({ url: databaseUrl, poolSize, patience: settings.database.web });
  const log = createLog({ level: 'silent', name: 'test' });
  const pictures = createDrawingProcesses({ limits: settings.pictures, log });
  let now = new Date(at);
  const sentMails: Mail[] = [];
  const sentSms: Sms[] = [];
  afterAll(async () => {
    await Promise.all([db.$disconnect(), pictures.stop()]);
    await ask(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  });
  return {
    db,
    databaseUrl,
    clock: { now: () => now, set: (iso) => void (now = new Date(iso)) },
    newId: () => newUuid(),
    jobs: createJobs({ toRealTime: (time) => time }),
    files: createLocalFiles(path.join(dataDir, 'files')),
    pictures,
    mailer: { send: async (mail) => void sentMails.push(mail) },
    sentMails,
    sms: { send: async (sms) => void sentSms.push(sms) },
    sentSms,
    stripe: new Stripe(settings.payments.secretKey, {
      host: '127.0.0.1',
      port: settings.payments.sandboxPort,
      protocol: 'http',
    }),
    settings,
    log,
  };
}

function withDatabase(url: URL, database: string): string {
  const copy = new URL(url);
  copy.pathname = `/${database}`;
  return copy.toString();
}
