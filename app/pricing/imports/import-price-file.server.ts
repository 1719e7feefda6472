import type { Deps } from '#app/platform/deps';
import { readPinkSheet } from '../feeds/pink-sheet.server';
import { PINK_SHEET_SOURCE } from '../feeds/pink-sheet';
import type { ImportRefusal } from './import-refusal';
import { NO_COUNTS, type ImportSummary } from './import-summary';
import { importVintage } from './import-vintage.server';

export const PRICE_SOURCES = [PINK_SHEET_SOURCE] as const;
export type PriceSource = (typeof PRICE_SOURCES)[number];

type PriceFile = { source: PriceSource; fileName: string; bytes: Buffer; importedBy: string };

/** Reads a publisher's file and takes it in, or says what is wrong with it and stores nothing. */
export async function importPriceFile(
  deps: Deps,
  { source, fileName, bytes, importedBy }: PriceFile,
): Promise<{ summary: ImportSummary; refusal: ImportRefusal | null }> {
  const { sha256, publishedOn, read, vintage } = await readPinkSheet(bytes);
  if (!vintage.ok) {
    const counts = { ...NO_COUNTS, read, rejected: read };
    return { summary: { source, publishedOn, sha256, status: 'rejected', ...counts }, refusal: vintage };
  }
  const summary = await importVintage(deps, { source, fileName, sha256, ...vintage.value, importedBy });
  return { summary, refusal: null };
}
