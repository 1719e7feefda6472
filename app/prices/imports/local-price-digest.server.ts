import { createHash } from 'node:crypto';
import { canonicalJson } from '#app/platform/digests/canonical-json';

/** What the vintage of an approved local price is known by: the proposal that it was made from. */
export function localPriceDigest({ id, facts }: { id: string; facts: object }): string {
  return createHash('sha256').update(canonicalJson({ id, facts })).digest('hex');
}
