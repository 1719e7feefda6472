/**
 * Merkle trees as RFC 6962 (and 9162) builds them, so that any such verifier agrees: leaves and nodes are
 * hashed behind different first bytes, and a tree splits at the largest power of two below its size. `digest`
 * is SHA-256, handed in, since pure code does no cryptography of its own.
 */
export type Digest = (bytes: Uint8Array) => Uint8Array;

const LEAF = 0x00;
const NODE = 0x01;

export function hashLeaf(data: Uint8Array, digest: Digest): Uint8Array {
  return digest(joined(LEAF, data));
}

function hashNode(left: Uint8Array, right: Uint8Array, digest: Digest): Uint8Array {
  return digest(joined(NODE, left, right));
}

/** Root over hashed leaves. Of none it is the hash of nothing. */
export function merkleRoot(leaves: readonly Uint8Array[], digest: Digest): Uint8Array {
  const [only] = leaves;
  if (!only) return digest(new Uint8Array());
  if (leaves.length === 1) return only;
  const middle = splitOf(leaves.length);
  return hashNode(merkleRoot(leaves.slice(0, middle), digest), merkleRoot(leaves.slice(middle), digest), digest);
}

/** The hashes beside the way from a leaf to the root, lowest first. */
export function inclusionPath(leaves: readonly Uint8Array[], index: number, digest: Digest): Uint8Array[] {
  if (index < 0 || index >= leaves.length) throw new RangeError('No such leaf');
  if (leaves.length === 1) return [];
  const middle = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, middle), leaves.slice(middle)];
  return index < middle
    ? [...inclusionPath(left, index, digest), merkleRoot(right, digest)]
    : [...inclusionPath(right, index - middle, digest), merkleRoot(left, digest)];
}

type Inclusion = { leaf: Uint8Array; index: number; size: number; path: readonly Uint8Array[] };

/**
 * The root that a path leads to (RFC 9162, 2.1.3.2). Null where path, index and size do not fit each other.
 */
export function rootOfPath({ leaf, index, size, path }: Inclusion, digest: Digest): Uint8Array | null {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return null;
  let [at, last, hash] = [index, size - 1, leaf];
  for (const beside of path) {
    if (last === 0) return null;
    if (at % 2 === 1 || at === last) {
      hash = hashNode(beside, hash, digest);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      hash = hashNode(hash, beside, digest);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 ? hash : null;
}

function splitOf(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

function half(value: number): number {
  return Math.floor(value / 2);
}

function joined(prefix: number, ...parts: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(1 + parts.reduce((sum, part) => sum + part.length, 0));
  all[0] = prefix;
  let at = 1;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
