import { describe, expect, it } from 'vitest';
import { unsafeSettings } from './unsafe-settings';

const SAFE = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://localhost/fairlode',
  PUBLIC_URL: 'https://market.example.org',
  SESSION_SECRET: '9f2c41d07be85a6613c0ff4e8d2a7b5917e6034cba8d51f2',
  IDENTITY_KEY: '51d0c8a7e93b4f62d7145ae0986fb23c7e04d91a5b68f3c2',
  STRIPE_SECRET_KEY: 'sk_live_51Nabcdefgh',
  STRIPE_WEBHOOK_SECRET: 'whsec_0a1b2c3d4e5f6071',
  SMTP_URL: 'smtps://user:password@mail.example.org:465',
  MAIL_FROM: 'Fairlode <no-reply@example.org>',
};

/** The names of the settings that are refused. */
function refused(change: Record<string, string | undefined>, demo = false): string[] {
  return unsafeSettings({ ...SAFE, ...change }, { demo }).map((one) => one.split(' ', 1)[0] ?? '');
}

describe('unsafeSettings', () => {
  it('has nothing against safe settings', () => {
    expect(refused({})).toEqual([]);
    expect(refused({ IDENTITY_KEY: `${SAFE.IDENTITY_KEY}, 7be0f41c8d92a35b6e17c04fd8a92b3e5160c7fd` })).toEqual([]);
  });

  it.each([
    ['sandbox payments', { STRIPE_SECRET_KEY: undefined, STRIPE_WEBHOOK_SECRET: undefined }, 'STRIPE_SECRET_KEY'],
    ['a test key', { STRIPE_SECRET_KEY: 'sk_test_51Nabcdefgh' }, 'STRIPE_SECRET_KEY'],
    ['an empty key', { STRIPE_SECRET_KEY: '' }, 'STRIPE_SECRET_KEY'],
    ['what is no key', { STRIPE_SECRET_KEY: 'pk_live_51Nabcdefgh' }, 'STRIPE_SECRET_KEY'],
    ['an unsigned webhook', { STRIPE_WEBHOOK_SECRET: undefined }, 'STRIPE_WEBHOOK_SECRET'],
    ['an empty signing secret', { STRIPE_WEBHOOK_SECRET: ' ' }, 'STRIPE_WEBHOOK_SECRET'],
    ['no secret', { SESSION_SECRET: undefined }, 'SESSION_SECRET'],
    ['an empty secret', { SESSION_SECRET: '' }, 'SESSION_SECRET'],
    ['a short secret', { SESSION_SECRET: 'k3$9xQ' }, 'SESSION_SECRET'],
    ['a known secret', { SESSION_SECRET: 'please-changeme-please-changeme-1' }, 'SESSION_SECRET'],
    ['no address', { PUBLIC_URL: undefined }, 'PUBLIC_URL'],
    ['an http address', { PUBLIC_URL: 'http://market.example.org' }, 'PUBLIC_URL'],
    ['what is no address', { PUBLIC_URL: 'market' }, 'PUBLIC_URL'],
    ['feeds on this machine', { FEED_ALLOW_LOOPBACK: '1' }, 'FEED_ALLOW_LOOPBACK'],
    ['no mail', { SMTP_URL: undefined }, 'SMTP_URL'],
    ['an empty mail server', { SMTP_URL: '' }, 'SMTP_URL'],
    ['mail from nobody', { MAIL_FROM: undefined }, 'MAIL_FROM'],
    ['no identity key', { IDENTITY_KEY: undefined }, 'IDENTITY_KEY'],
    ['a weak identity key beside a good one', { IDENTITY_KEY: `${SAFE.IDENTITY_KEY},secret` }, 'IDENTITY_KEY'],
    ['one key for two purposes', { IDENTITY_KEY: SAFE.SESSION_SECRET }, 'IDENTITY_KEY'],
    ['an address with a path', { PUBLIC_URL: 'https://market.example.org/x' }, 'PUBLIC_URL'],
    ['an address with a query', { PUBLIC_URL: 'https://market.example.org?x=1' }, 'PUBLIC_URL'],
    ['an address with a login', { PUBLIC_URL: 'https://user:pw@market.example.org' }, 'PUBLIC_URL'],
    ['an address of this machine', { PUBLIC_URL: 'https://localhost' }, 'PUBLIC_URL'],
    ['no hosts', { ALLOWED_HOSTS: '' }, 'ALLOWED_HOSTS'],
  ])('refuses %s by its name', (_, change, name) => {
    expect(refused(change)).toEqual([name]);
  });

  it('says everything at once', () => {
    expect(refused({ PUBLIC_URL: undefined, SESSION_SECRET: undefined, SMTP_URL: undefined })).toEqual([
      'SESSION_SECRET',
      'PUBLIC_URL',
      'SMTP_URL',
    ]);
  });

  it.each([
    ['ALLOW_TEST_PAYMENTS', { STRIPE_SECRET_KEY: undefined, STRIPE_WEBHOOK_SECRET: undefined }],
    ['ALLOW_HTTP', { PUBLIC_URL: 'http://127.0.0.1:3000' }],
    ['ALLOW_FILE_MAIL', { SMTP_URL: undefined, MAIL_FROM: undefined }],
  ])('%s allows that one thing', (name, change) => {
    expect(refused(change)).toHaveLength(1);
    expect(refused({ ...change, [name]: '1' })).toEqual([]);
    expect(refused({ ...change, SESSION_SECRET: 'short', [name]: '1' })).toEqual(['SESSION_SECRET']);
  });

  it('keeps a demo out of production, and live keys out of a demo', () => {
    const none = { STRIPE_SECRET_KEY: undefined };
    expect(refused(none, true)).toEqual(['DEMO']);
    expect(refused({ ...none, ALLOW_DEMO: '1' }, true)).toEqual([]);
    expect(unsafeSettings({}, { demo: true })).toEqual([]);
    expect(refused({ ALLOW_DEMO: '1' }, true)).toEqual(['STRIPE_SECRET_KEY']);
  });
});
