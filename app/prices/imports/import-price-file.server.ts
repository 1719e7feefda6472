import type { Deps } from '#app/platform/deps';
import { readFile } from '../sources/read-file.server';
import type { FileReading } from '../sources/reading';
import type { BroughtSource, FileSource } from '../sources/registry';
import { knownUnits } from '../series/known-units.server';
import { refusedIfFarAhead } from './far-ahead';
import type { ImportRefusal } from '../sources/import-refusal';
import { NO_COUNTS, type ImportSummary } from './import-summary';
import { importVintage } from './import-vintage.server';

type PriceFile = {
  source: BroughtSource;
  fileName: string;
  bytes: Buffer;
  importedBy: string;
  /** For a table, which does not say it itself. */
  publishedOn?: string | null;
  /** The real time, where it may be later than a demo's. */
  realTime?: Date;
};

/** Reads a publisher's file and takes it in, or says what is wrong with it and stores nothing. */
export async function importPriceFile(
  deps: Pick<Deps, 'db' | 'clock' | 'newId' | 'jobs' | 'log'>,
  { source, fileName, bytes, importedBy, publishedOn = null, realTime }: PriceFile,
): Promise<{ summary: ImportSummary; refusal: ImportRefusal | null; passedOver: readonly string[] }> {
  const read = await readFile(deps, source, { bytes, publishedOn, series: await knownUnits(deps) });
  const reading = refusedIfFarAhead(read, deps.clock.now(), realTime);
  const { sha256, vintage, passedOver = [] } = reading;
  if (!vintage.ok) return { summary: rejectedSummary(source, reading), refusal: vintage, passedOver };
  const summary = await importVintage(deps, { source, fileName, sha256, ...vintage.value, importedBy });
  return { summary, refusal: null, passedOver };
}

function rejectedSummary(source: FileSource, { sha256, publishedOn, read }: FileReading): ImportSummary {
  return { source, publishedOn, sha256, status: 'rejected', ...NO_COUNTS, read, rejected: read };
}
