/**
 * tsx scripts/make-snapshot.ts FILE: writes the ten years of prices that the product ships, as figures, from
 * a file of the World Bank. Run once for each new snapshot. Its date is then the day on which a demo begins
 * (app/prices/snapshot/snapshot-facts.ts).
 */
import { readFile, writeFile } from 'node:fs/promises';
import { readPinkSheet } from '#app/prices/sources/pink-sheet/pink-sheet.server';
import { ExpectedError } from '#app/platform/expected-error';
import { addMonths } from '#app/prices/series/period';
import { SERIES_DEFINITIONS } from '#app/prices/series/series-definitions';
import { SNAPSHOT_LICENCE, type SnapshotData } from '#app/prices/snapshot/snapshot-facts';
import { runCommand } from './run-command';

const MONTHS = 120;
const TARGET = 'app/prices/snapshot/pink-sheet-snapshot.json';

async function main([file]: readonly string[]): Promise<number> {
  if (!file) throw new ExpectedError("Give the publisher's file.");
  const { vintage } = await readPinkSheet(await readFile(file));
  if (!vintage.ok) throw new ExpectedError(`${file} cannot be used: ${vintage.code}.`);
  const { publishedOn, figures } = vintage.value;
  const last =
    figures
      .map(({ period }) => period)
      .sort()
      .at(-1) ?? '';
  const first = addMonths(last, 1 - MONTHS);
  const periods = Array.from({ length: MONTHS }, (_, index) => addMonths(first, index));
  const values = new Map(figures.map(({ series, period, value }) => [`${series} ${period}`, value]));
  const data: SnapshotData = {
    publishedOn,
    licence: SNAPSHOT_LICENCE,
    from: first,
    series: Object.fromEntries(
      SERIES_DEFINITIONS.filter(({ key }) => key.startsWith('wb.')).map(({ key }) => [
        key,
        periods.map((period) => values.get(`${key} ${period}`) ?? null),
      ]),
    ),
  };
  const lines = Object.entries(data.series).map(([key, row]) => `    ${JSON.stringify(key)}: ${JSON.stringify(row)}`);
  const head = JSON.stringify({ publishedOn, licence: data.licence, from: first }, null, 2).slice(0, -2);
  await writeFile(TARGET, `${head},\n  "series": {\n${lines.join(',\n')}\n  }\n}\n`);
  console.log(`Wrote ${TARGET}: ${first} to ${last}, published ${publishedOn}.`);
  return 0;
}

await runCommand(() => main(process.argv.slice(2)));
