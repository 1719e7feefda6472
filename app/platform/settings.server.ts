import { createHash } from 'node:crypto';
import path from 'node:path';
import { ExpectedError } from './expected-error';
import { settingsSchema, type Settings } from './settings';
import { readAllowedHosts, readTrustedProxies } from './settings/addresses';
import {
  checkedBy,
  databaseUrl,
  flag,
  keyList,
  keptSecret,
  listOf,
  patience,
  wholeNumber,
  withoutBlanks,
  type Environment,
} from './settings/read-environment.server';
import { unsafeSettings } from './settings/unsafe-settings';

/** Reads the environment once. Errors name the variable and the remedy; what is unsafe for production is refused, all of it at once. */
export function readSettings(environment: Environment): Settings {
  const demo = flag(environment, 'DEMO', false);
  const unsafe = unsafeSettings(environment, { demo });
  if (unsafe.length > 0)
    throw new ExpectedError(`These settings are not safe:\n${unsafe.map((one) => `- ${one}`).join('\n')}`);
  const env = withoutBlanks(environment);
  const port = wholeNumber(env, 'PORT', 3000);
  const host = env['HOST'] ?? '127.0.0.1';
  const dataDir = path.resolve(env['DATA_DIR'] ?? '.data');
  // In production they are there: they were checked above.
  const sessionSecret = env['SESSION_SECRET'] ?? keptSecret(dataDir, 'session-secret');
  const identityKeys = keyList(env['IDENTITY_KEY']) ?? [keptSecret(dataDir, 'identity-key')];
  const stripeKey = env['STRIPE_SECRET_KEY'];
  if (stripeKey && !env['STRIPE_WEBHOOK_SECRET'])
    throw new ExpectedError(
      'STRIPE_WEBHOOK_SECRET is not set, but STRIPE_SECRET_KEY is. Copy it from your webhook endpoint.',
    );
  const publicUrl = (env['PUBLIC_URL'] ?? `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`).replace(
    /\/$/,
    '',
  );
  return checkedBy(settingsSchema, {
    publicUrl,
    allowedHosts: readAllowedHosts(listOf(env, 'ALLOWED_HOSTS'), { demo, publicUrl }),
    trustedProxies: readTrustedProxies(env['TRUSTED_PROXIES'] ?? 'loopback'),
    host,
    port,
    dataDir,
    databaseUrl: databaseUrl(env),
    database: { web: patience(env, 'web'), worker: patience(env, 'worker') },
    sessionSecret,
    identityKeys,
    demo,
    rememberDevices: flag(env, 'REMEMBER_DEVICES', !demo),
    platformFeeBps: wholeNumber(env, 'PLATFORM_FEE_BPS', 200),
    payments: {
      mode: stripeKey ? 'stripe' : 'sandbox',
      isTest: !stripeKey || !/^(sk|rk)_live_/.test(stripeKey),
      secretKey: stripeKey ?? `sk_test_sandbox_${derived(sessionSecret, 'stripe-key')}`,
      webhookSecret: env['STRIPE_WEBHOOK_SECRET'] ?? `whsec_${derived(sessionSecret, 'stripe-webhook')}`,
      // The sandbox takes 2.9%; a real partner takes more of cards from abroad and where it converts.
      costBps: {
        card: wholeNumber(env, 'PAYMENT_CARD_COST_BPS', stripeKey ? 540 : 290),
        transfer: wholeNumber(env, 'PAYMENT_TRANSFER_COST_BPS', stripeKey ? 150 : 50),
      },
      sandboxPort: wholeNumber(env, 'SANDBOX_PORT', port + 1),
    },
    unpaidOrders: {
      ofBuyer: wholeNumber(env, 'UNPAID_ORDERS_OF_BUYER', 5),
      ofLot: wholeNumber(env, 'UNPAID_ORDERS_OF_LOT', 2),
    },
    mail: { from: env['MAIL_FROM'] ?? 'Fairlode <no-reply@localhost>', smtpUrl: env['SMTP_URL'] ?? null },
    feeds: feedSettings(env),
    sms: smsGateway(env),
    api: {
      readsPerMinute: wholeNumber(env, 'API_READS_PER_MINUTE', 600),
      sumsPerMinute: wholeNumber(env, 'API_SUMS_PER_MINUTE', 600),
    },
    maxUploadBytes: wholeNumber(env, 'MAX_UPLOAD_BYTES', 8 * 1024 * 1024),
    pictures: {
      processes: wholeNumber(env, 'PICTURE_PROCESSES', 1),
      maxQueue: wholeNumber(env, 'PICTURE_QUEUE', 8),
      waitSeconds: wholeNumber(env, 'PICTURE_WAIT_SECONDS', 20),
      drawSeconds: wholeNumber(env, 'PICTURE_SECONDS', 20),
      maxMegabytes: wholeNumber(env, 'PICTURE_MEGABYTES', 768),
    },
    uploads: {
      filesPerDay: wholeNumber(env, 'UPLOAD_FILES_PER_DAY', 300),
      megabytesPerDay: wholeNumber(env, 'UPLOAD_MEGABYTES_PER_DAY', 1024),
      files: wholeNumber(env, 'UPLOAD_FILES', 20_000),
      megabytes: wholeNumber(env, 'UPLOAD_MEGABYTES', 10_240),
    },
    jobSeconds: wholeNumber(env, 'JOB_TIMEOUT_SECONDS', 300),
    shutdown: {
      noticeSeconds: wholeNumber(env, 'SHUTDOWN_NOTICE_SECONDS', 1),
      drainSeconds: wholeNumber(env, 'SHUTDOWN_DRAIN_SECONDS', 25),
    },
    logLevel: env['LOG_LEVEL'] ?? 'info',
  });
}

/** The settings of a feed begin with its name in capitals: `DAILY_JSON_URL` is one of daily-json. */
function feedSettings(env: Environment): Settings['feeds'] {
  const on = listOf(env, 'FEEDS');
  const settingsOf = (feed: string) => {
    const prefix = `${feed.toUpperCase().replaceAll('-', '_')}_`;
    return Object.entries(env).filter((entry): entry is [string, string] => entry[0].startsWith(prefix));
  };
  return {
    on,
    settings: Object.fromEntries(on.map((feed) => [feed, Object.fromEntries(settingsOf(feed))])),
    allowLoopback: flag(env, 'FEED_ALLOW_LOOPBACK', false),
  };
}

function smsGateway(env: Environment): Settings['sms'] {
  const [url, token] = [env['SMS_GATEWAY_URL'], env['SMS_GATEWAY_TOKEN']];
  if (!url) return null;
  if (!token)
    throw new ExpectedError('SMS_GATEWAY_URL is set but SMS_GATEWAY_TOKEN is not. Give the token of your SMS gateway.');
  return { url, token, from: env['SMS_FROM'] ?? 'Fairlode' };
}

function derived(sessionSecret: string, purpose: string): string {
  return createHash('sha256').update(`${purpose}:${sessionSecret}`).digest('hex').slice(0, 32);
}
