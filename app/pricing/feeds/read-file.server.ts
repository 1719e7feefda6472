import { readDailyJson } from './daily-json.server';
import { readEcb } from './ecb.server';
import { readPinkSheet } from './pink-sheet.server';
import { readPriceCsv } from './csv/price-csv.server';
import type { FileReading, FileSource, ReadingHints } from './reading';

const READERS: Record<FileSource, (bytes: Buffer, hints: ReadingHints) => FileReading | Promise<FileReading>> = {
  'pink-sheet': readPinkSheet,
  ecb: readEcb,
  csv: readPriceCsv,
  'daily-json': readDailyJson,
};

/** The one way from a file, wherever it came from, to a vintage or the reason why it is none. */
export async function readFile(source: FileSource, bytes: Buffer, hints: ReadingHints): Promise<FileReading> {
  return READERS[source](bytes, hints);
}
