import { checkEvidence, hashText, readContent, type Check, type EvidenceProof } from '../check/check-evidence';
import { jsonDifferences, leavesOf, type Difference } from '../check/json-differences';
import type { Digest } from '../check/merkle-tree';
import { CERTIFICATE_KIND, lineAt, readCertificate } from './read-certificate';

/**
 * Enough digits that no change goes unseen and the file stays readable. The evidence itself has its whole
 * hash.
 */
const CHECKSUM_DIGITS = 16;

type Content = EvidenceProof & { kind: string; verifyAt: string; recordedAt: string; evidence: unknown };

/**
 * A certificate as a file: the evidence as text (what the hash is of) and as JSON (to read), and a checksum
 * of every single value, so that a change is not only found but named. There is one way to write it: another
 * order, blank or line end is a change too.
 */
export function writeCertificate(
  proof: EvidenceProof,
  { verifyAt, recordedAt }: { verifyAt: string; recordedAt: string },
  digest: Digest,
): string {
  const { sha256, canonical, earlier, inclusion } = proof;
  const evidence = readContent(canonical);
  const content: Content = {
    kind: CERTIFICATE_KIND,
    sha256,
    verifyAt,
    recordedAt,
    canonical,
    evidence,
    earlier: earlier.map((one) => ({ sha256: one.sha256, canonical: one.canonical })),
    inclusion: inclusion && inOrder(inclusion),
  };
  return serialised({ ...content, checksums: checksumsOf(content, digest) });
}

function inOrder({
  day,
  root,
  size,
  position,
  path,
}: NonNullable<EvidenceProof['inclusion']>): EvidenceProof['inclusion'] {
  return { day, root, size, position, path };
}

function checksumsOf(content: object, digest: Digest): Record<string, string> {
  return Object.fromEntries(leavesOf(content).map(([path, value]) => [path, checksumOf(path, value, digest)]));
}

function checksumOf(path: string, value: string, digest: Digest): string {
  return hashText(`${path}=${value}`, digest).slice(0, CHECKSUM_DIGITS);
}

function serialised(file: object): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * `changes`: values (by path) that are not what the file was made with, or the line where its form was
 * touched.
 */
export type CertificateReport = {
  readable: boolean;
  sha256: string | null;
  verifyAt: string | null;
  inclusion: EvidenceProof['inclusion'];
  changes: Difference[];
  checks: Check[];
  /** Whole, unchanged, and its sums come out again. */
  consistent: boolean;
};

/**
 * Whoever can write a file can write one that fits itself, in a tree of its own. Genuine is what stands under
 * a root that its reader has from elsewhere. Without one a file can only be consistent.
 */
export type CertificateVerdict = 'genuine' | 'consistent' | 'false';

export function certificateVerdict(
  { consistent, inclusion }: Pick<CertificateReport, 'consistent' | 'inclusion'>,
  publishedRoot: string | null,
): CertificateVerdict {
  if (!consistent) return 'false';
  if (publishedRoot === null) return 'consistent';
  return inclusion?.root === publishedRoot ? 'genuine' : 'false';
}

/** Checks a certificate without asking anybody. */
export function checkCertificate(bytes: Uint8Array, digest: Digest): CertificateReport {
  const read = readCertificate(bytes);
  if (!read.ok)
    return {
      ...{ readable: false, sha256: null, verifyAt: null, inclusion: null, checks: [], consistent: false },
      changes: read.changes,
    };
  const { text, file } = read;
  const { checksums, ...content } = file;
  const values = [...wrongSums(checksums, content, digest), ...copyChanges(content, checksums, digest)];
  // A changed value is named by its path. Where none is, the text must be the one way to write these values.
  const changes = values.length > 0 ? values : formChanges(text, writeCertificate(content, content, digest));
  const { sha256, canonical, earlier, inclusion, verifyAt } = content;
  const checks = checkEvidence({ sha256, canonical, earlier, inclusion }, digest);
  const consistent = changes.length === 0 && checks.every(({ state }) => state !== 'differs');
  return { readable: true, sha256, verifyAt, inclusion, changes, checks, consistent };
}

/**
 * Values that do not fit their checksum, and values or checksums that were added or taken away: what stood
 * there before nobody can tell.
 */
function wrongSums(stored: Record<string, string>, content: object, digest: Digest): Difference[] {
  const values = new Map(leavesOf(content));
  return jsonDifferencesFlat(stored, checksumsOf(content, digest)).map(({ path }) => ({
    path,
    stored: values.get(path) ?? null,
    found: null,
  }));
}

function jsonDifferencesFlat(stored: Record<string, string>, found: Record<string, string>): { path: string }[] {
  const paths = new Set([...Object.keys(stored), ...Object.keys(found)]);
  return [...paths].filter((path) => stored[path] !== found[path]).map((path) => ({ path }));
}

/**
 * The JSON copy must say what the text says. Where a value of the copy still fits its checksum, it is the
 * text that was changed: that place is named.
 */
function copyChanges(
  { evidence, canonical }: { evidence: unknown; canonical: string },
  checksums: Record<string, string>,
  digest: Digest,
): Difference[] {
  return jsonDifferences(evidence, readContent(canonical), 'evidence').map((one) =>
    one.stored !== null && checksums[one.path] === checksumOf(one.path, one.stored, digest)
      ? { path: one.path.replace(/^evidence/u, 'canonical'), stored: one.found, found: one.stored }
      : one,
  );
}

/** Blanks, order and ways of writing the same: compared with the one way that this file is written. */
function formChanges(text: string, one: string): Difference[] {
  if (text === one) return [];
  let at = 0;
  while (at < text.length && text[at] === one[at]) at += 1;
  return [{ path: `line ${lineAt(text, at)}`, stored: 'not written as a certificate is', found: null }];
}
