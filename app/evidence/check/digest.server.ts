import { createHash } from 'node:crypto';
import type { Digest } from './merkle-tree';

/** SHA-256 for the pure checks. */
export const sha256Digest: Digest = (bytes) => createHash('sha256').update(bytes).digest();
