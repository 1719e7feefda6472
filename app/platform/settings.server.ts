import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { settingsSchema, type Settings } from './settings';
import { readAllowedHosts, readTrustedProxies } from './settings/addresses';
import { unsafeSettings } from './settings/unsafe-settings';

type Environment = Record<string, string | undefined>;

/** Reads the environment once. Errors name the variable and the remedy; what is unsafe for production is refused, all of it at once. */
export function readSettings(environment: Environment): Settings {
  const demo = flag(environment, 'DEMO', false);
  const unsafe = unsafeSettings(environment, { demo });
  if (unsafe.length > 0) throw new Error(`These settings are not safe:\n${unsafe.map((one) => `- ${one}`).join('\n')}`);
  const env = withoutBlanks(environment);
  const port = wholeNumber(env, 'PORT', 3000);
  const host = env['HOST'] ?? '127.0.0.1';
  const dataDir = path.resolve(env['DATA_DIR'] ?? '.data');
  const databaseUrl = env['DATABASE_URL'];
  if (!databaseUrl)
    throw new Error('DATABASE_URL is not set. Start with "npm start", or point it at a PostgreSQL 15 or newer.');
  // In production it is there: it was checked above.
  const sessionSecret = env['SESSION_SECRET'] ?? keptSecret(dataDir, 'session-secret');
  const stripeKey = env['STRIPE_SECRET_KEY'];
  if (stripeKey && !env['STRIPE_WEBHOOK_SECRET'])
    throw new Error('STRIPE_WEBHOOK_SECRET is not set, but STRIPE_SECRET_KEY is. Copy it from your webhook endpoint.');
  const publicUrl = (env['PUBLIC_URL'] ?? `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`).replace(
    /\/$/,
    '',
  );
  return settingsSchema.parse({
    publicUrl,
    allowedHosts: readAllowedHosts(listOf(env, 'ALLOWED_HOSTS'), { demo, publicUrl }),
    trustedProxies: readTrustedProxies(env['TRUSTED_PROXIES'] ?? 'loopback'),
    host,
    port,
    dataDir,
    databaseUrl,
    sessionSecret,
    demo,
    platformFeeBps: wholeNumber(env, 'PLATFORM_FEE_BPS', 200),
    payments: {
      mode: stripeKey ? 'stripe' : 'sandbox',
      isTest: !stripeKey || !/^(sk|rk)_live_/.test(stripeKey),
      secretKey: stripeKey ?? `sk_test_sandbox_${derived(sessionSecret, 'stripe-key')}`,
      webhookSecret: env['STRIPE_WEBHOOK_SECRET'] ?? `whsec_${derived(sessionSecret, 'stripe-webhook')}`,
      sandboxPort: wholeNumber(env, 'SANDBOX_PORT', port + 1),
    },
    mail: { from: env['MAIL_FROM'] ?? 'Fairlode <no-reply@localhost>', smtpUrl: env['SMTP_URL'] ?? null },
    feeds: feedSettings(env),
    sms: smsGateway(env),
    api: {
      readsPerMinute: wholeNumber(env, 'API_READS_PER_MINUTE', 600),
      sumsPerMinute: wholeNumber(env, 'API_SUMS_PER_MINUTE', 600),
    },
    maxUploadBytes: wholeNumber(env, 'MAX_UPLOAD_BYTES', 8 * 1024 * 1024),
    logLevel: env['LOG_LEVEL'] ?? 'info',
  });
}

function listOf(env: Environment, name: string): string[] {
  return (env[name] ?? '').split(',').flatMap((one) => (one.trim() ? [one.trim()] : []));
}

/** A blank one is as good as none. */
function withoutBlanks(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
}

function feedSettings(env: Environment): Settings['feeds'] {
  const on = listOf(env, 'FEEDS');
  const unknown = on.find((name) => !isFeed(name));
  if (unknown) throw new Error(`FEEDS knows pink-sheet, ecb and daily-json, but holds "${unknown}".`);
  const pinkSheetUrl = env['PINK_SHEET_URL'] || null;
  if (on.includes('pink-sheet') && !pinkSheetUrl)
    throw new Error(
      'FEEDS holds pink-sheet but PINK_SHEET_URL is not set. Copy the link of "Monthly prices" from the World Bank.',
    );
  const [url, series, licence] = [env['DAILY_JSON_URL'], env['DAILY_JSON_SERIES'], env['DAILY_JSON_LICENCE']];
  const dailyJson = url && series && licence ? { url, series, licence } : null;
  if (on.includes('daily-json') && !dailyJson)
    throw new Error(
      'FEEDS holds daily-json: set DAILY_JSON_URL, DAILY_JSON_SERIES and DAILY_JSON_LICENCE, the licence you hold.',
    );
  return {
    on: on.filter(isFeed),
    pinkSheetUrl,
    ecbDailyUrl: env['ECB_DAILY_URL'] || 'https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml',
    ecbQuarterUrl: env['ECB_90_DAYS_URL'] || 'https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist-90d.xml',
    dailyJson,
    allowLoopback: flag(env, 'FEED_ALLOW_LOOPBACK', false),
  };
}

function isFeed(name: string): name is Settings['feeds']['on'][number] {
  return name === 'pink-sheet' || name === 'ecb' || name === 'daily-json';
}

function smsGateway(env: Environment): Settings['sms'] {
  const [url, token] = [env['SMS_GATEWAY_URL'], env['SMS_GATEWAY_TOKEN']];
  if (!url) return null;
  if (!token)
    throw new Error('SMS_GATEWAY_URL is set but SMS_GATEWAY_TOKEN is not. Give the token of your SMS gateway.');
  return { url, token, from: env['SMS_FROM'] ?? 'Fairlode' };
}

function wholeNumber(env: Environment, name: string, fallback: number): number {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  if (!/^\d+$/.test(text)) throw new Error(`${name} must be a whole number, but is "${text}".`);
  return Number.parseInt(text, 10);
}

function flag(env: Environment, name: string, fallback: boolean): boolean {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  if (text === '1' || text === 'true') return true;
  if (text === '0' || text === 'false') return false;
  throw new Error(`${name} must be 1 or 0, but is "${text}".`);
}

/** A demo needs no set-up: its secret is made once and kept beside its data. */
function keptSecret(dataDir: string, name: string): string {
  const file = path.join(dataDir, name);
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file, 'utf8').trim();
}

function derived(sessionSecret: string, purpose: string): string {
  return createHash('sha256').update(`${purpose}:${sessionSecret}`).digest('hex').slice(0, 32);
}
