import { createHmac } from 'node:crypto';
import type { Settings } from '#app/platform/settings';
import type { IdentityDocument } from './identity-document';

type Keys = Pick<Settings, 'identityKeys'>;

/**
 * Keyed hashes of a document's number, one for each key in use, the present one first. Without the key a hash cannot be tried out against all the
 * numbers that a country has given.
 */
export function hashDocument(settings: Keys, { kind, country, number }: IdentityDocument): string[] {
  return hashes(settings, `document:${kind}:${country}:${number}`);
}

/** The same of a phone number in E.164. */
export function hashPhone(settings: Keys, phone: string): string[] {
  return hashes(settings, `phone:${phone}`);
}

function hashes({ identityKeys }: Keys, text: string): string[] {
  return identityKeys.map((key) => createHmac('sha256', key).update(text).digest('base64url'));
}
