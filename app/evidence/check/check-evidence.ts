import { z } from 'zod';
import { Decimal } from '#app/money/decimal';
import { canonicalJson } from '#app/platform/digests/canonical-json';
import { hashLeaf, rootOfPath, type Digest } from './merkle-tree';
import type { Difference } from './json-differences';
import { sumAgain } from './sum-again';

/** A piece of evidence with all that speaks for it. Hashes are SHA-256 in hexadecimal digits. */
export type EvidenceProof = {
  sha256: string;
  canonical: string;
  /** Earlier evidence of the same order, the oldest first: what this one is chained to. */
  earlier: { sha256: string; canonical: string }[];
  /** Where it stands in the published tree of its day. Null until that day is closed. */
  inclusion: { day: string; root: string; size: number; position: number; path: string[] } | null;
};

export const CHECKS = ['text', 'chain', 'sum', 'tree'] as const;
export type CheckName = (typeof CHECKS)[number];
/** `absent`: there is nothing to check (yet), and `reason` says why. */
export type Check = {
  name: CheckName;
  state: 'matches' | 'differs' | 'absent';
  differences: Difference[];
  reason: string | null;
};

const evidenceSchema = z.looseObject({
  kind: z.literal('price-evidence/1'),
  quantity: z.object({ value: z.string(), unit: z.string() }),
  price: z.object({ amount: z.string(), currency: z.string() }),
  previous: z.string().nullable(),
  band: z.unknown(),
  noBandReason: z.string().nullable(),
});

/**
 * Recomputes everything that can be recomputed: the hash of the text, the chain to earlier evidence, the sum,
 * and the way to the day's root.
 */
export function checkEvidence(proof: EvidenceProof, digest: Digest): Check[] {
  const content = readContent(proof.canonical);
  return [checkText(proof, digest), checkChain(proof, content, digest), checkSum(content), checkTree(proof, digest)];
}

/** What a canonical text says. Null when it is no JSON. */
export function readContent(canonical: string): unknown {
  try {
    return JSON.parse(canonical) as unknown;
  } catch {
    return null;
  }
}

export function hashText(text: string, digest: Digest): string {
  return toHex(digest(new TextEncoder().encode(text)));
}

function checkText({ canonical, sha256 }: EvidenceProof, digest: Digest): Check {
  const found = hashText(canonical, digest);
  const rewritten = rewrite(readContent(canonical));
  return outcome('text', [
    ...differing('sha256', sha256, found),
    ...(rewritten === canonical
      ? []
      : [{ path: 'canonical', stored: 'not in its one canonical form', found: rewritten }]),
  ]);
}

function rewrite(content: unknown): string | null {
  try {
    return canonicalJson(content);
  } catch {
    return null;
  }
}

function checkChain({ earlier }: EvidenceProof, content: unknown, digest: Digest): Check {
  const links = [...earlier.map(({ canonical }) => readContent(canonical)), content];
  const differences = links.flatMap((link, index): Difference[] => {
    const before = earlier[index - 1] ?? null;
    const path = index === earlier.length ? 'previous' : `earlier[${index}].previous`;
    const stored = evidenceSchema.safeParse(link);
    return stored.success
      ? differing(path, stored.data.previous, before?.sha256 ?? null)
      : [{ path, stored: null, found: before?.sha256 ?? null }];
  });
  const hashes = earlier.flatMap((one, index) =>
    differing(`earlier[${index}].sha256`, one.sha256, hashText(one.canonical, digest)),
  );
  const all = [...differences, ...hashes];
  // Naming none before it is no link that could be checked.
  if (earlier.length === 0 && all.length === 0) return { ...outcome('chain', []), state: 'absent', reason: 'first' };
  return outcome('chain', all);
}

function checkSum(content: unknown): Check {
  const parsed = evidenceSchema.safeParse(content);
  if (!parsed.success) return { ...outcome('sum', []), state: 'differs', reason: 'unreadable' };
  const { band, noBandReason, price, quantity } = parsed.data;
  if (band === null)
    return { ...outcome('sum', []), state: noBandReason === null ? 'differs' : 'absent', reason: noBandReason };
  const again = sumAgain(band);
  const told = toldTwice(band, price, quantity);
  if (again.done) return outcome('sum', [...again.differences, ...told]);
  const absent = again.reason === 'apart' || again.reason === 'other-formula';
  return { ...outcome('sum', told), state: absent && told.length === 0 ? 'absent' : 'differs', reason: again.reason };
}

const toldSchema = z.object({
  input: z.object({
    quantity: z.object({ value: z.string(), unit: z.string() }),
    ask: z.object({ amount: z.string(), currency: z.string() }).nullable(),
  }),
});

/** The offer and the band each name price and quantity: they must name the same. */
function toldTwice(
  band: unknown,
  price: { amount: string; currency: string },
  quantity: { value: string; unit: string },
): Difference[] {
  const parsed = toldSchema.safeParse(band);
  if (!parsed.success) return [];
  const { ask, quantity: counted } = parsed.data.input;
  return [
    ...(ask ? differing('band.input.ask.amount', ask.amount, price.amount) : []),
    ...(ask ? differing('band.input.ask.currency', ask.currency, price.currency) : []),
    ...(sameNumber(quantity.value, counted.value)
      ? []
      : [{ path: 'band.input.quantity.value', stored: counted.value, found: quantity.value }]),
    ...differing('band.input.quantity.unit', counted.unit, quantity.unit),
  ];
}

const FIGURE = /^\d+(\.\d+)?$/;

/** Whether two texts are plain figures of one value. What is no figure is like nothing. */
function sameNumber(one: string, other: string): boolean {
  return FIGURE.test(one) && FIGURE.test(other) && new Decimal(one).eq(other);
}

function checkTree({ sha256, inclusion }: EvidenceProof, digest: Digest): Check {
  if (!inclusion) return { ...outcome('tree', []), state: 'absent', reason: 'day-open' };
  const { root, size, position, path } = inclusion;
  const [data, ...beside] = [sha256, ...path].map(fromHex);
  const readable = data && beside.every((one) => one !== null);
  const found = readable
    ? rootOfPath({ leaf: hashLeaf(data, digest), index: position, size, path: beside as Uint8Array[] }, digest)
    : null;
  return outcome('tree', differing('inclusion.root', root, found && toHex(found)));
}

function outcome(name: CheckName, differences: Difference[]): Check {
  return { name, state: differences.length > 0 ? 'differs' : 'matches', differences, reason: null };
}

function differing(path: string, stored: string | null, found: string | null): Difference[] {
  return stored === found ? [] : [{ path, stored, found }];
}

export function toHex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function fromHex(text: string): Uint8Array | null {
  if (!/^([0-9a-f]{2})+$/.test(text)) return null;
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}
