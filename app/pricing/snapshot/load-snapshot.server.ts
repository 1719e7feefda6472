import { createHash } from 'node:crypto';
import type { Deps } from '#app/platform/deps';
import { canonicalJson } from '../evidence/canonical-json';
import { PINK_SHEET_SOURCE } from '../feeds/pink-sheet';
import type { ImportSummary } from '../imports/import-summary';
import { importVintage } from '../imports/import-vintage.server';
import { addMonths } from '../series/period';
import data from './pink-sheet-snapshot.json';
import type { SnapshotData } from './snapshot-facts';

/** Takes the shipped prices in like any other vintage of their publisher: a full file that comes later adds what it has more. */
export async function loadSnapshot(deps: Deps): Promise<ImportSummary> {
  const snapshot: SnapshotData = data;
  const figures = Object.entries(snapshot.series).flatMap(([series, values]) =>
    values.flatMap((value, index) =>
      value === null ? [] : [{ series, period: addMonths(snapshot.from, index), value }],
    ),
  );
  return importVintage(deps, {
    source: PINK_SHEET_SOURCE,
    fileName: 'pink-sheet-snapshot.json',
    sha256: createHash('sha256').update(canonicalJson(snapshot)).digest('hex'),
    publishedOn: snapshot.publishedOn,
    figures,
    importedBy: 'snapshot',
  });
}
