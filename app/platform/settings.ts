import { z } from 'zod';

const milliseconds = z.number().int().min(100).max(3_600_000);

/** How long a process waits for PostgreSQL, in milliseconds. */
const patienceSchema = z.object({
  /** For a row or table that another transaction holds. */
  lockMs: milliseconds,
  /** For one statement, locks included. */
  statementMs: milliseconds,
  /** For the next statement of an open transaction. */
  idleMs: milliseconds,
  /** For a free connection of its own pool. */
  poolMs: milliseconds,
});
export type DatabasePatience = z.infer<typeof patienceSchema>;

/** Every setting of the product, read once from the environment (see .env.example) and handed to the rooms. */
export const settingsSchema = z.object({
  /** What browsers see, without a trailing slash. */
  publicUrl: z.url(),
  /** The names this site answers to, each with its port where it has one; a request for another is refused. */
  allowedHosts: z.object({ hosts: z.array(z.string()), isLoopbackAllowed: z.boolean() }),
  /** Whose X-Forwarded headers are believed: what Express takes as `trust proxy`. */
  trustedProxies: z.union([z.literal(false), z.number().int(), z.array(z.string())]),
  host: z.string(),
  port: z.number().int().min(1).max(65_535),
  dataDir: z.string(),
  databaseUrl: z.string(),
  /** A person waits for a page; a job may take longer. */
  database: z.object({ web: patienceSchema, worker: patienceSchema }),
  sessionSecret: z.string().min(32),
  /** Keys of the hashes that identity papers and phones are kept as: the first writes, all are compared. */
  identityKeys: z.array(z.string().min(32)).min(1),
  /** Demo: seeded organisations, shifted clock, logins on the sign-in page. */
  demo: z.boolean(),
  /** Whether browsers that accounts signed in with are kept. Off in a demo, where one visitor plays all roles. */
  rememberDevices: z.boolean(),
  /** Share of the buyer's price that the platform keeps, in basis points; frozen on each order. */
  platformFeeBps: z.number().int().min(0).max(2000),
  payments: z.object({
    mode: z.enum(['sandbox', 'stripe']),
    /** No money moves: our sandbox, or Stripe with a test key. Every screen says so. */
    isTest: z.boolean(),
    secretKey: z.string(),
    webhookSecret: z.string(),
    /** What the payment partner takes at most, in basis points of what it receives, by method. */
    costBps: z.object({ card: z.number().int().min(0).max(2000), transfer: z.number().int().min(0).max(2000) }),
    /** Sandbox only: where its API listens on loopback. */
    sandboxPort: z.number().int().min(1).max(65_535),
  }),
  /** How many orders one buyer may hold unpaid at once: in all, and of one lot. */
  unpaidOrders: z.object({ ofBuyer: z.number().int().min(1), ofLot: z.number().int().min(1) }),
  mail: z.object({ from: z.string(), smtpUrl: z.string().nullable() }),
  /** Which publishers' files are fetched by the calendar, and from where. */
  feeds: z.object({
    on: z.array(z.string()),
    /** The settings of each that is switched on, by their names; what they have to be is known where its files are read. */
    settings: z.record(z.string(), z.record(z.string(), z.string())),
    /** Tests only: addresses of this machine may be fetched. Never set it where strangers can reach the settings. */
    allowLoopback: z.boolean(),
  }),
  /** Where text messages go; null: into files. */
  sms: z.object({ url: z.url(), token: z.string(), from: z.string() }).nullable(),
  /** What one address may ask of the API in a minute: reads that no cache answers, and sums. */
  api: z.object({ readsPerMinute: z.number().int().min(1), sumsPerMinute: z.number().int().min(1) }),
  /** Largest upload in bytes. */
  maxUploadBytes: z.number().int().min(1024),
  /** Drawing uploaded pictures anew: processes, pictures that may wait, and what one picture may take. */
  pictures: z.object({
    processes: z.number().int().min(1).max(64),
    maxQueue: z.number().int().min(1),
    waitSeconds: z.number().int().min(1),
    drawSeconds: z.number().int().min(1),
    maxMegabytes: z.number().int().min(128),
  }),
  /** What one organisation may upload within 24 hours and keep in all. */
  uploads: z.object({
    filesPerDay: z.number().int().min(1),
    megabytesPerDay: z.number().int().min(1),
    files: z.number().int().min(1),
    megabytes: z.number().int().min(1),
  }),
  /** How long one job may take before it counts as failed; jobs that read or write a lot may take six times as long. */
  jobSeconds: z.number().int().min(1),
  /** How a process ends: how long it says that it is not ready before it stops listening, then how long it waits for what is under way. */
  shutdown: z.object({ noticeSeconds: z.number().int().max(60), drainSeconds: z.number().int().min(1).max(600) }),
  logLevel: z.enum(['debug', 'info', 'warn', 'error', 'silent']),
});

export type Settings = z.infer<typeof settingsSchema>;

/** What a command that works on the database alone reads of them. */
export const commandSettingsSchema = settingsSchema.pick({ databaseUrl: true, demo: true, logLevel: true }).extend({
  database: settingsSchema.shape.database.pick({ worker: true }),
});

export type CommandSettings = z.infer<typeof commandSettingsSchema>;
