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
import type { Settings } from './settings';
import { createSms } from './sms/create-sms.server';

/** Picks the adapters this installation runs on. The only place that does. */
export async function wire(settings: Settings, { name, poolSize }: { name: string; poolSize: number }): Promise<Deps> {
  const db = connectDb({ url: settings.databaseUrl, poolSize });
  const shiftMs = settings.demo ? await readClockShift(db) : 0;
  return {
    db,
    clock: createClock(shiftMs),
    newId: () => newUuid(),
    jobs: createJobs({ toRealTime: (time) => new Date(time.getTime() - shiftMs) }),
    files: createLocalFiles(path.join(settings.dataDir, 'files')),
    mailer: createMailer({ ...settings.mail, outboxDir: path.join(settings.dataDir, 'mail') }),
    sms: createSms({ gateway: settings.sms, outboxDir: path.join(settings.dataDir, 'sms') }),
    stripe: createStripe(settings),
    settings,
    log: createLog({ level: settings.logLevel, name }),
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
