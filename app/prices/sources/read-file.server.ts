import type { Deps } from '#app/platform/deps';
import { readDailyJson } from './daily-json/daily-json.server';
import { readEcb } from './ecb/ecb.server';
import { readPinkSheet } from './pink-sheet/pink-sheet.server';
import { readPriceCsv } from './csv/price-csv.server';
import type { FileReading, FileSource, ReadingHints } from './reading';

const READERS: Record<FileSource, (bytes: Buffer, hints: ReadingHints) => FileReading | Promise<FileReading>> = {
  'pink-sheet': readPinkSheet,
  ecb: readEcb,
  csv: readPriceCsv,
  'daily-json': readDailyJson,
};

/**
 * The one way from a file, wherever it came from, to a vintage or the reason why it is none. What was passed over in it is written down, so
 * that it is not lost in silence.
 */
export async function readFile(
  { log }: Pick<Deps, 'log'>,
  source: FileSource,
  { bytes, ...hints }: ReadingHints & { bytes: Buffer },
): Promise<FileReading> {
  const reading = await READERS[source](bytes, hints);
  const { passedOver = [], daysWithoutPrice = 0 } = reading;
  if (passedOver.length > 0) log.warn({ source, passedOver }, 'price file names what is not known here');
  if (daysWithoutPrice > 0) log.info({ source, daysWithoutPrice }, 'days without a price are left out');
  return reading;
}
