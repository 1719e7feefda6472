import { createHash } from 'node:crypto';
import type { Deps } from '#app/platform/deps';
import { canonicalJson } from '#app/platform/digests/canonical-json';
import { PINK_SHEET_SOURCE } from '../sources/pink-sheet/pink-sheet';
import type { ImportSummary } from '../imports/import-summary';
import { importVintage, type VintageInput } from '../imports/import-vintage.server';
import { addMonths } from '../series/period';
import data from './pink-sheet-snapshot.json';
import type { SnapshotData } from './snapshot-facts';

/** The shipped prices as a publication: all figures, with the publisher's own date and what the file is known by. */
export function snapshotVintage(): VintageInput {
  const snapshot: SnapshotData = data;
  const figures = Object.entries(snapshot.series).flatMap(([series, values]) =>
    values.flatMap((value, index) =>
      value === null ? [] : [{ series, period: addMonths(snapshot.from, index), value }],
    ),
  );
  return {
    source: PINK_SHEET_SOURCE,
    fileName: 'pink-sheet-snapshot.json',
    sha256: createHash('sha256').update(canonicalJson(snapshot)).digest('hex'),
    publishedOn: snapshot.publishedOn,
    figures,
    importedBy: 'snapshot',
  };
}

/** Takes the shipped prices in like any other vintage of their publisher: a full file that comes later adds what it has more. */
export function loadSnapshot(deps: Deps): Promise<ImportSummary> {
  return importVintage(deps, snapshotVintage());
}
