import { createHash } from 'node:crypto';
import type { Result } from '#app/platform/result';
import { refuseImport, type ImportRefusalCode } from '../import-refusal';
import { PINK_SHEET, PinkSheetCollector } from './pink-sheet';
import type { FileReading, Vintage } from '../reading';
import { readWorkbook } from '../xlsx/read-workbook.server';
import { UnreadableWorkbook } from '../xlsx/unreadable-workbook';

/** Reads a workbook of the World Bank's monthly commodity prices. Needs no network and stores nothing. */
export async function readPinkSheet(bytes: Buffer): Promise<FileReading> {
  const collector = new PinkSheetCollector();
  const vintage = await collect(bytes, collector);
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    publishedOn: collector.publishedOn,
    read: collector.read,
    vintage,
  };
}

async function collect(bytes: Buffer, collector: PinkSheetCollector): Promise<Result<Vintage, ImportRefusalCode>> {
  try {
    const workbook = await readWorkbook(bytes);
    await workbook.readSheet(PINK_SHEET, (row) => void collector.take(row));
    return collector.finish();
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return refuseImport(error.code, error.params);
    throw error;
  }
}
