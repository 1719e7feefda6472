import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { Ok } from '#app/platform/result';
import { refuseImport, type ImportRefusal } from '../import-refusal';
import { PriceCsvCollector } from './price-csv';
import type { FileReading, ReadingHints, Vintage } from '../reading';
import { tableStart, type TableStart } from './table-start';

const MOST_BYTES = 20 * 1024 * 1024;
/** Four short cells; a quote that is never closed would otherwise swallow the file. */
const MOST_LINE_LENGTH = 2_000;
const PART_BYTES = 64 * 1024;

/**
 * Reads a table of prices: RFC 4180 in UTF-8, with or without a byte order mark, or as spreadsheets write it where the comma is the decimal mark (semicolons or
 * tabs between the cells). Needs no network and stores nothing.
 */
export async function readPriceCsv(bytes: Buffer, hints: ReadingHints): Promise<FileReading> {
  const { publishedOn } = hints;
  const start = tableStart(bytes);
  const collector = new PriceCsvCollector({ ...hints, publishedOn: publishedOn ?? '', separator: start.separator });
  const vintage = publishedOn === null ? refuseImport('date-not-given') : await collect(bytes, collector, start);
  return { sha256: createHash('sha256').update(bytes).digest('hex'), publishedOn, read: collector.read, vintage };
}

async function collect(
  bytes: Buffer,
  collector: PriceCsvCollector,
  { separator, fromLine }: TableStart,
): Promise<Ok<Vintage> | ImportRefusal> {
  if (bytes.length > MOST_BYTES) return refuseImport('csv-too-big', { limit: '20 MB' });
  if (!isText(bytes)) return refuseImport('csv-not-text');
  const parser = Readable.from(partsOf(bytes)).pipe(
    parse({
      bom: true,
      delimiter: separator,
      from_line: fromLine,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MOST_LINE_LENGTH,
    }),
  );
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (!collector.take(record, info.lines)) break;
    }
    return collector.finish();
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuseImport('csv-malformed', { line: typeof error['lines'] === 'number' ? error['lines'] : 1 });
  } finally {
    parser.destroy();
  }
}

/** Piece by piece, so that a table that is not one is read no further than its head, and none beyond the limit. */
function* partsOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PART_BYTES) yield bytes.subarray(at, at + PART_BYTES);
}

function isText(bytes: Buffer): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
