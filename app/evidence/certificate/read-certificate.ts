import { z } from 'zod';
import type { Difference } from '../check/json-differences';

export const CERTIFICATE_KIND = 'fairlode-certificate/1';

const hash = z.string();
const fileSchema = z.strictObject({
  kind: z.literal(CERTIFICATE_KIND),
  sha256: hash,
  verifyAt: z.string(),
  recordedAt: z.string(),
  canonical: z.string(),
  evidence: z.unknown(),
  earlier: z.array(z.strictObject({ sha256: hash, canonical: z.string() })),
  inclusion: z
    .strictObject({ day: z.string(), root: hash, size: z.number(), position: z.number(), path: z.array(hash) })
    .nullable(),
  checksums: z.record(z.string(), z.string()),
});

type CertificateFile = z.output<typeof fileSchema>;
type Read = { ok: true; text: string; file: CertificateFile } | { ok: false; changes: Difference[] };

/** The members of a certificate, or in words what keeps the bytes from being one. */
export function readCertificate(bytes: Uint8Array): Read {
  const text = decoded(bytes);
  if (text === null) return unread('', 'bytes that are no text (UTF-8)');
  if (text.startsWith('\ufeff'))
    return unread('line 1', 'a byte order mark (BOM) before the text: something saved the file anew');
  const parsed = parse(text);
  if (!parsed.ok) return unread(parsed.place, 'not JSON');
  const file = fileSchema.safeParse(parsed.value, { reportInput: true });
  return file.success
    ? { ok: true, text, file: file.data }
    : { ok: false, changes: file.error.issues.flatMap(inWords) };
}

function unread(path: string, stored: string): Read {
  return { ok: false, changes: [{ path, stored, found: null }] };
}

function inWords(issue: z.core.$ZodIssue): Difference[] {
  const at = (keys: readonly PropertyKey[]) => [...issue.path, ...keys].map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: at([key]), stored: 'a member that no certificate has', found: null }));
  const stored =
    issue.input === undefined ? 'nothing: this member is missing' : 'not what a certificate has in this place';
  return [{ path: at([]), stored, found: null }];
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function parse(text: string): { ok: true; value: unknown } | { ok: false; place: string } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    return { ok: false, place: placeOf(error instanceof Error ? error.message : '', text) };
  }
}

/** Engines name the position of a fault only in some of their messages. */
function placeOf(message: string, text: string): string {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return `line ${lineAt(text, parseInt(position, 10))}`;
  return message.includes('end of JSON') ? 'end of the file' : '';
}

export function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}
