import type { Deps } from '#app/platform/deps';
import type { FileReading, ReadingHints } from './reading';
import type { FileSource } from './registry';
import { PRICE_FILE_SOURCES } from './registry.server';

/**
 * The one way from a file, wherever it came from, to a vintage or the reason why it is none. What was passed over in it is written down, so
 * that it is not lost in silence.
 */
export async function readFile(
  { log }: Pick<Deps, 'log'>,
  source: FileSource,
  { bytes, ...hints }: ReadingHints & { bytes: Buffer },
): Promise<FileReading> {
  const reading = await PRICE_FILE_SOURCES[source].read(bytes, hints);
  const { passedOver = [], daysWithoutPrice = 0 } = reading;
  if (passedOver.length > 0) log.warn({ source, passedOver }, 'price file names what is not known here');
  if (daysWithoutPrice > 0) log.info({ source, daysWithoutPrice }, 'days without a price are left out');
  return reading;
}
