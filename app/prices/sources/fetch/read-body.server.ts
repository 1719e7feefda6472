import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

export class BodyTooBig extends Error {
  constructor(readonly limit: number) {
    super('too big');
  }
}

/** The answer ended before its file did. */
export class CutOff extends Error {}

type Limits = { maxBytes: number; maxUnpackedBytes: number; encoding: string | null };

/** Reads an answer to its end and stops at the limits: of what comes over the line, and of what gzip makes of it, counted as it grows. */
export async function readBody(body: Readable, { maxBytes, maxUnpackedBytes, encoding }: Limits): Promise<Buffer> {
  const packed = encoding?.trim().toLowerCase() ?? 'identity';
  if (packed !== 'gzip' && packed !== 'x-gzip' && packed !== 'identity') {
    body.destroy();
    throw new CutOff(`nobody asked for ${packed}`);
  }
  const counted = countBytes(body, maxBytes);
  if (packed === 'identity') return gather(counted, maxUnpackedBytes);
  const gunzip = createGunzip();
  // An error on the way destroys the unpacking with it, so that whoever gathers hears of it.
  pipeline(counted, gunzip).catch(() => undefined);
  try {
    return await gather(gunzip, maxUnpackedBytes);
  } catch (error) {
    // zlib's own errors mean that what came is no whole gzip.
    if ((error as { code?: string }).code?.startsWith('Z_')) throw new CutOff('not a whole gzip');
    throw error;
  } finally {
    gunzip.destroy();
    body.destroy();
  }
}

async function* countBytes(body: Readable, limit: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of body) {
    size += (chunk as Buffer).length;
    if (size > limit) throw new BodyTooBig(limit);
    yield chunk as Buffer;
  }
}

async function gather(chunks: AsyncIterable<unknown>, limit: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += (chunk as Buffer).length;
    if (size > limit) throw new BodyTooBig(limit);
    parts.push(chunk as Buffer);
  }
  return Buffer.concat(parts);
}
