import { z } from 'zod';

/** Every setting of the product, read once from the environment (see .env.example) and handed to the rooms. */
export const settingsSchema = z.object({
  /** What browsers see, without a trailing slash. */
  publicUrl: z.url(),
  /** The names this site answers to, each with its port where it has one; a request for another is refused. */
  allowedHosts: z.object({ hosts: z.array(z.string()), isLoopbackAllowed: z.boolean() }),
  /** Whose X-Forwarded headers are believed: what Express takes as `trust proxy`. */
  trustedProxies: z.union([z.literal(false), z.number().int(), z.array(z.string())]),
  host: z.string(),
  port: z.number().int(),
  dataDir: z.string(),
  databaseUrl: z.string(),
  sessionSecret: z.string().min(32),
  /** Demo: seeded organisations, shifted clock, logins on the sign-in page. */
  demo: z.boolean(),
  /** Share of the buyer's price that the platform keeps, in basis points; frozen on each order. */
  platformFeeBps: z.number().int().min(0).max(2000),
  payments: z.object({
    mode: z.enum(['sandbox', 'stripe']),
    /** No money moves: our sandbox, or Stripe with a test key. Every screen says so. */
    isTest: z.boolean(),
    secretKey: z.string(),
    webhookSecret: z.string(),
    /** Sandbox only: where its API listens on loopback. */
    sandboxPort: z.number().int(),
  }),
  mail: z.object({ from: z.string(), smtpUrl: z.string().nullable() }),
  /** Which publishers' files are fetched by the calendar, and from where. */
  feeds: z.object({
    on: z.array(z.enum(['pink-sheet', 'ecb', 'daily-json'])),
    pinkSheetUrl: z.url().nullable(),
    ecbDailyUrl: z.url(),
    ecbQuarterUrl: z.url(),
    /** A paid or licensed feed of daily prices: its address, the operator's own series that it fills, and the licence held. */
    dailyJson: z.object({ url: z.url(), series: z.string(), licence: z.string().min(3) }).nullable(),
    /** Tests only: addresses of this machine may be fetched. Never set it where strangers can reach the settings. */
    allowLoopback: z.boolean(),
  }),
  /** Where text messages go; null: into files. */
  sms: z.object({ url: z.url(), token: z.string(), from: z.string() }).nullable(),
  /** What one address may ask of the API in a minute: reads that no cache answers, and sums. */
  api: z.object({ readsPerMinute: z.number().int().min(1), sumsPerMinute: z.number().int().min(1) }),
  /** Largest upload in bytes. */
  maxUploadBytes: z.number().int(),
  logLevel: z.enum(['debug', 'info', 'warn', 'error', 'silent']),
});

export type Settings = z.infer<typeof settingsSchema>;
