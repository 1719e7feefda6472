import { isLoopbackHost } from '../serve/address/read-address';
import { weaknessOf } from './weak-secret';

type Environment = Readonly<Record<string, string | undefined>>;

/** Nothing here means anything when it is blank: whoever left it so meant to fill it in. */
const NEVER_BLANK = [
  'DATABASE_URL',
  'PUBLIC_URL',
  'ALLOWED_HOSTS',
  'SESSION_SECRET',
  'IDENTITY_KEY',
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRET',
  'SMTP_URL',
  'MAIL_FROM',
  'SMS_GATEWAY_URL',
  'SMS_GATEWAY_TOKEN',
];

/**
 * What makes these settings unsafe for people's money, each in a sentence that begins with the setting's name and says the remedy. Each may be allowed on its
 * own, by a setting that says what is allowed; nothing is allowed by what kind of machine it is.
 */
export function unsafeSettings(env: Environment, { demo }: { demo: boolean }): string[] {
  return demo ? unsafeDemo(env) : unsafeProduction(env);
}

function unsafeDemo(env: Environment): string[] {
  const found: string[] = [];
  if (env['NODE_ENV'] === 'production' && !isOn(env, 'ALLOW_DEMO'))
    found.push('DEMO is on: strangers could sign in with its logins. Take it away, or set ALLOW_DEMO=1.');
  if (/^(sk|rk)_live_/.test(env['STRIPE_SECRET_KEY'] ?? ''))
    found.push('STRIPE_SECRET_KEY is a live key in a demo: its orders are invented. Take it away, or set DEMO=0.');
  return found;
}

function unsafeProduction(env: Environment): string[] {
  const blank = NEVER_BLANK.filter((name) => env[name]?.trim() === '');
  return [
    ...blank.map((name) => `${name} is empty. Give it a value, or take it away.`),
    ...[
      secretProblem(env),
      identityProblem(env),
      addressProblem(env),
      paymentProblem(env),
      webhookProblem(env),
      mailProblem(env),
    ].flatMap((problem) => (problem === null || blank.includes(problem.split(' ', 1)[0] ?? '') ? [] : [problem])),
    ...(isOn(env, 'FEED_ALLOW_LOOPBACK')
      ? ['FEED_ALLOW_LOOPBACK is for tests: feeds could read this machine. Take it away.']
      : []),
  ];
}

const SECRET_REMEDY = 'Give at least 32 random characters, e.g. from "openssl rand -hex 32".';

function secretProblem(env: Environment): string | null {
  const secret = env['SESSION_SECRET'];
  if (secret === undefined) return `SESSION_SECRET is not set. ${SECRET_REMEDY}`;
  const weakness = weaknessOf(secret);
  return weakness === null ? null : `SESSION_SECRET ${weakness}. ${SECRET_REMEDY}`;
}

/** Several keys stand with commas between them: the first writes, all are compared. */
export function identityProblem(env: Environment): string | null {
  const keys = env['IDENTITY_KEY'];
  if (keys === undefined) return `IDENTITY_KEY is not set. ${SECRET_REMEDY}`;
  const weakness = keys.split(',').map((key) => weaknessOf(key.trim()));
  const found = weakness.find((one) => one !== null);
  if (found !== undefined) return `IDENTITY_KEY ${found}. ${SECRET_REMEDY}`;
  const isShared = keys.split(',').some((key) => key.trim() === env['SESSION_SECRET']);
  return isShared ? `IDENTITY_KEY is the same as SESSION_SECRET. ${SECRET_REMEDY}` : null;
}

function addressProblem(env: Environment): string | null {
  const address = env['PUBLIC_URL'];
  if (address === undefined) return 'PUBLIC_URL is not set. Give the address that browsers see, with https.';
  if (!URL.canParse(address))
    return `PUBLIC_URL is no address: "${address}". Give one such as https://market.example.org.`;
  const { username, password, pathname, search, hash, hostname } = new URL(address);
  if (username || password || pathname !== '/' || search || hash)
    return 'PUBLIC_URL is more than an address: links are made from it. Give one such as https://market.example.org.';
  if (isLoopbackHost(hostname) && !isOn(env, 'ALLOW_HTTP'))
    return 'PUBLIC_URL is this machine: links in mails would lead nobody here. Give the address that browsers see.';
  if (address.startsWith('https://') || isOn(env, 'ALLOW_HTTP')) return null;
  return 'PUBLIC_URL is not https: passwords could be read on their way. Give an https address, or set ALLOW_HTTP=1.';
}

function paymentProblem(env: Environment): string | null {
  const key = env['STRIPE_SECRET_KEY'];
  const allow = 'or set ALLOW_TEST_PAYMENTS=1.';
  if (key !== undefined && !/^(sk|rk)_(live|test)_\w{8,}$/.test(key))
    return 'STRIPE_SECRET_KEY is no secret key of Stripe (sk_live_…).';
  if (isOn(env, 'ALLOW_TEST_PAYMENTS')) return null;
  if (key === undefined)
    return `STRIPE_SECRET_KEY is not set: payments would be test payments. Give your key, ${allow}`;
  if (!/^(sk|rk)_live_/.test(key))
    return `STRIPE_SECRET_KEY is a test key: no money would move. Give the live key, ${allow}`;
  return null;
}

function webhookProblem(env: Environment): string | null {
  const [key, secret] = [env['STRIPE_SECRET_KEY'], env['STRIPE_WEBHOOK_SECRET']];
  const remedy = 'Copy the signing secret (whsec_…) of your webhook endpoint.';
  if (key !== undefined && secret === undefined)
    return `STRIPE_WEBHOOK_SECRET is not set, but STRIPE_SECRET_KEY is. ${remedy}`;
  if (secret === undefined || /^whsec_[\w+/=]{16,}$/.test(secret)) return null;
  return `STRIPE_WEBHOOK_SECRET is no signing secret. ${remedy}`;
}

function mailProblem(env: Environment): string | null {
  if (isOn(env, 'ALLOW_FILE_MAIL')) return null;
  if (env['SMTP_URL'] === undefined)
    return 'SMTP_URL is not set: mails would only be files. Give your mail server, or set ALLOW_FILE_MAIL=1.';
  if (!/^smtps?:\/\/./.test(env['SMTP_URL'])) return 'SMTP_URL must begin with smtp:// or smtps://.';
  if (env['MAIL_FROM'] === undefined) return 'MAIL_FROM is not set. Give the address that mails are sent from.';
  return null;
}

function isOn(env: Environment, name: string): boolean {
  return env[name] === '1' || env[name] === 'true';
}
