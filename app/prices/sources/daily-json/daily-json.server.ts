import { createHash } from 'node:crypto';
import { refuseImport } from '../import-refusal';
import { averageByMonth } from './daily-json';
import type { FileReading, ReadingHints } from '../reading';

const MOST_BYTES = 16 * 1024 * 1024;

/** Reads a licensed feed of daily prices. Needs no network and stores nothing. */
export function readDailyJson(bytes: Buffer, hints: ReadingHints): FileReading {
  const parsed = bytes.length > MOST_BYTES ? undefined : parseJson(bytes);
  const vintage = parsed === undefined ? refuseImport('json-broken') : averageByMonth(parsed, hints);
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    publishedOn: vintage.ok ? vintage.value.publishedOn : null,
    read: vintage.ok ? vintage.value.figures.length : 0,
    ...(vintage.ok ? { daysWithoutPrice: vintage.value.daysWithoutPrice } : {}),
    vintage,
  };
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}
