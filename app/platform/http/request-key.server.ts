import { createHash, createHmac } from 'node:crypto';

const REQUEST_ID = 'requestId';

type Sent = {
  fields: readonly (readonly [name: string, value: string])[];
  files: ReadonlyMap<string, { name: string; bytes: Uint8Array }>;
};

/**
 * The key of a write that a form asks for: its request id, and after a dot the digest of everything else that
 * was sent. The order of the fields does not count, a file counts by its name and its bytes. A form without a
 * request id has no key. With passwords among the fields the digest is kept under `secret`: whoever reads the
 * database cannot try passwords against it.
 */
export function requestKey({ fields, files }: Sent, secret?: string): string {
  const id = fields.find(([name]) => name === REQUEST_ID)?.[1].trim() ?? '';
  if (id === '') return '';
  const parts = [
    ...fields.filter(([name]) => name !== REQUEST_ID).map(([name, value]) => ['text', name, value]),
    ...[...files].map(([field, { name, bytes }]) => ['file', field, name, sha256(bytes)]),
  ];
  const lines = parts.map((part) => JSON.stringify(part)).sort();
  const content = lines.join('\n');
  const digest = secret === undefined ? sha256(content) : createHmac('sha256', secret).update(content).digest('hex');
  return `${id}.${digest}`;
}

/** The two halves of a key; a bare request id, as programs give it, says nothing about content. */
export function splitRequestKey(key: string): { id: string; contentSha256: string | null } {
  const [, id, contentSha256] = /^([\s\S]*)\.([0-9a-f]{64})$/.exec(key) ?? [];
  return id !== undefined && contentSha256 !== undefined ? { id, contentSha256 } : { id: key, contentSha256: null };
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
