import { hash, verify } from '@node-rs/argon2';

// OWASP's password storage cheat sheet: argon2id with 19 MiB, two passes, one lane.
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** One form of a password, whatever keyboard typed it: `ñ` as one sign or as `n` with a tilde (NIST SP 800-63B, RFC 8265). */
export function normalisePassword(password: string): string {
  return password.normalize('NFKC');
}

export function hashPassword(password: string): Promise<string> {
  return hash(normalisePassword(password), OPTIONS);
}

/** Older hashes were made of what was typed: the other forms of the same text are tried where there are any. */
export async function verifyPassword({ hash: stored, password }: { hash: string; password: string }): Promise<boolean> {
  const forms = [normalisePassword(password), password, password.normalize('NFC'), password.normalize('NFD')];
  for (const form of new Set(forms)) if (await verify(stored, form)) return true;
  return false;
}
