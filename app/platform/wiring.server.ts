import path from 'node:path';
import Stripe from 'stripe';
import { createClock, readClockShift } from './clock.server';
import { connectDb } from './db/connect.server';
import type { Deps } from './deps';
import { createLocalFiles } from './files/local-files.server';
import { newUuid } from './ids.server';
import { createJobs } from './jobs/enqueue.server';
import { createLog } from './log.server';
import { createMailer } from './mail/create-mailer.server';
import { createDrawingProcesses } from './pictures/drawing-processes.server';
import type { CommandSettings, DatabasePatience, Settings } from './settings';
import { createSms } from './sms/create-sms.server';

type Process = {
  name: string;
  /** Connections for reads, and as many for transactions. */
  poolSize: number;
  /** Whether a person waits for what it does (web), or not. */
  patience?: keyof Settings['database'];
};

type CommandDeps = Pick<Deps, 'db' | 'clock' | 'newId' | 'jobs' | 'log'>;

/** What a command works with that needs the database and no secret. */
export function wireCommand(settings: CommandSettings, { name }: { name: string }): Promise<CommandDeps> {
  return wireDatabase(settings, { name, poolSize: 2, patience: settings.database.worker });
}

/** Picks the adapters this installation runs on. The only place that does. */
export async function wire(settings: Settings, { name, poolSize, patience = 'worker' }: Process): Promise<Deps> {
  const core = await wireDatabase(settings, { name, poolSize, patience: settings.database[patience] });
  return {
    ...core,
    files: createLocalFiles(path.join(settings.dataDir, 'files')),
    pictures: createDrawingProcesses({ limits: settings.pictures, log: core.log }),
    mailer: createMailer({ ...settings.mail, outboxDir: path.join(settings.dataDir, 'mail') }),
    sms: createSms({ gateway: settings.sms, outboxDir: path.join(settings.dataDir, 'sms') }),
    stripe: createStripe(settings),
    settings,
  };
}

async function wireDatabase(
  { databaseUrl, demo, logLevel }: Pick<Settings, 'databaseUrl' | 'demo' | 'logLevel'>,
  { name, poolSize, patience }: { name: string; poolSize: number; patience: DatabasePatience },
): Promise<CommandDeps> {
  const db = connectDb({ url: databaseUrl, poolSize, patience });
  const shiftMs = demo ? await readClockShift(db) : 0;
  return {
    db,
    clock: createClock(shiftMs),
    newId: () => newUuid(),
    jobs: createJobs({ toRealTime: (time) => new Date(time.getTime() - shiftMs) }),
    log: createLog({ level: logLevel, name }),
  };
}

function createStripe({ payments }: Settings): Stripe {
  const sandbox = { host: '127.0.0.1', port: payments.sandboxPort, protocol: 'http' as const };
  return new Stripe(payments.secretKey, {
    maxNetworkRetries: 2,
    timeout: 20_000,
    ...(payments.mode === 'sandbox' ? sandbox : {}),
  });
}
