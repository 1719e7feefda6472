import { dayOf } from '#app/money/calendar-day';
import type { Deps } from '#app/platform/deps';
import { readFile } from '../../sources/read-file.server';
import type { FileReading } from '../../sources/reading';
import { knownUnits } from '../../series/known-units.server';
import { refusedIfFarAhead } from '../far-ahead';
import { isBroughtSource } from '../../sources/registry';

type Draft = { id: string; source: string; sha256: string; storageKey: string; publishedOn: Date | null };

/** Reads a draft's file from where it is kept; always from the bytes that were brought, which their hash proves. */
export async function readDraftFile(
  deps: Pick<Deps, 'db' | 'files' | 'clock' | 'log'>,
  { id, source, sha256, storageKey, publishedOn }: Draft,
): Promise<FileReading> {
  const bytes = await deps.files.get(storageKey);
  if (!bytes || !isBroughtSource(source)) throw new Error(`The file of price draft ${id} is gone`);
  const hints = { publishedOn: publishedOn && dayOf(publishedOn), series: await knownUnits(deps) };
  const reading = await readFile(deps, source, { bytes: Buffer.from(bytes), ...hints });
  if (reading.sha256 !== sha256) throw new Error(`The file of price draft ${id} is not the one that was brought`);
  return refusedIfFarAhead(reading, deps.clock.now());
}
