import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { createCookie } from '@remix-run/node';
import type { Deps } from '#app/platform/deps';

const MAX_AGE_SECONDS = 400 * 24 * 60 * 60;

function deviceCookie({ settings }: Pick<Deps, 'settings'>) {
  const secure = settings.publicUrl.startsWith('https://');
  return createCookie('device', { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: MAX_AGE_SECONDS });
}

function signature({ settings }: Pick<Deps, 'settings'>, id: string): Buffer {
  return createHmac('sha256', settings.sessionSecret).update(`device:${id}`).digest();
}

function hashDevice(id: string): string {
  return createHash('sha256').update(id).digest('base64url');
}

/** The hash of the browser that sends this, where its cookie is one of ours. */
export async function readDevice(deps: Pick<Deps, 'settings'>, request: Request): Promise<string | null> {
  const value: unknown = await deviceCookie(deps).parse(request.headers.get('cookie'));
  const [id, given] = typeof value === 'string' ? value.split('.') : [];
  if (!id || !given) return null;
  const [expected, sent] = [signature(deps, id), Buffer.from(given, 'base64url')];
  return sent.length === expected.length && timingSafeEqual(sent, expected) ? hashDevice(id) : null;
}

/** Whether this account has signed in with that browser before. */
export async function isKnownDevice(
  deps: Pick<Deps, 'db'>,
  { email, device }: { email: string; device: string | null },
): Promise<boolean> {
  if (!device) return false;
  return (await deps.db.userDevice.count({ where: { deviceHash: device, user: { email } } })) > 0;
}

/**
 * Remembers that an account signed in with this browser; returns the cookie to send, null where it has one. In the demo nothing is remembered: one visitor
 * plays all roles there, and a shared browser closes steps of two persons.
 */
export async function rememberDevice(
  deps: Pick<Deps, 'db' | 'settings'>,
  { userId, device }: { userId: string; device: string | null },
): Promise<string | null> {
  if (!deps.settings.rememberDevices) return null;
  const id = randomBytes(18).toString('base64url');
  const deviceHash = device ?? hashDevice(id);
  const now = new Date();
  await deps.db.userDevice.upsert({
    where: { userId_deviceHash: { userId, deviceHash } },
    create: { userId, deviceHash, firstSeen: now, lastSeen: now },
    update: { lastSeen: now },
  });
  return device ? null : deviceCookie(deps).serialize(`${id}.${signature(deps, id).toString('base64url')}`);
}
