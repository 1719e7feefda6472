import type Stripe from 'stripe';
import type { Db } from './db/connect.server';
import type { FileStore } from './files/file-store';
import type { Jobs } from './jobs/jobs';
import type { Log } from './log';
import type { Mailer } from './mail/mailer';
import type { PictureDrawer } from './pictures/picture-drawer';
import type { Settings } from './settings';
import type { SmsSender } from './sms/sms';

/** Domain time: shifted in a demo, real elsewhere. Rooms never read the system clock. */
export type Clock = { now(): Date };

/** Everything a use case may reach. Made once per process (wiring.server.ts), handed in, never imported. */
export type Deps = {
  db: Db;
  clock: Clock;
  newId: () => string;
  jobs: Jobs;
  files: FileStore;
  pictures: PictureDrawer;
  mailer: Mailer;
  sms: SmsSender;
  stripe: Stripe;
  settings: Settings;
  log: Log;
};
