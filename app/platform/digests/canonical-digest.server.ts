import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json';

/** The canonical text (RFC 8785) of what a price was made from, and its SHA-256: whoever has the text can check the hash. */
export function evidenceOf(content: object): { canonical: string; sha256: string } {
  const canonical = canonicalJson(content);
  return { canonical, sha256: createHash('sha256').update(canonical).digest('hex') };
}
