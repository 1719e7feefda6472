import { csvSource } from './csv/csv-source.server';
import { dailyJsonSource } from './daily-json/daily-json-source.server';
import { ecbSource } from './ecb/ecb-source.server';
import { pinkSheetSource } from './pink-sheet/pink-sheet-source.server';
import type { PriceFileSource } from './price-file-source';
import type { FeedName, FileSource } from './registry';

/** How each source of registry.ts is read; one that is fetched by the calendar says from where. */
export const PRICE_FILE_SOURCES: Record<FileSource, PriceFileSource> & Record<FeedName, Required<PriceFileSource>> = {
  'pink-sheet': pinkSheetSource,
  ecb: ecbSource,
  csv: csvSource,
  'daily-json': dailyJsonSource,
};
