/**
 * npm run import -- pink-sheet|ecb|csv FILE [--json] [--published YYYY-MM-DD]: takes in a publisher's price file; the day is for a table, which does not say it
 * itself. With --json the last line of the output is one JSON object, also when there is nothing that could be read.
 * Leaves with 0, or with 1 and the reason on stderr, and then nothing is stored.
 */
import { isDay } from '#app/money/calendar-day';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { translator } from '#app/platform/i18n/translator.server';
import { readSettings } from '#app/platform/settings.server';
import { wire } from '#app/platform/wiring.server';
import { importPriceFile, PRICE_SOURCES, type PriceSource } from '#app/prices/imports/import-price-file.server';
import type { ImportRefusal } from '#app/prices/sources/import-refusal';
import { nothingRead, summaryLine } from '#app/prices/imports/import-summary';

/** Far above any price file; below what would fill the memory before the file is looked at. */
const MOST_BYTES = 64 * 1024 * 1024;

function isSource(name: string | undefined): name is PriceSource {
  return PRICE_SOURCES.some((source) => source === name);
}

async function main(args: readonly string[]): Promise<number> {
  const json = args.includes('--json');
  const dayAt = args.indexOf('--published');
  const publishedOn = dayAt < 0 ? null : (args[dayAt + 1] ?? '');
  const [source, file, ...rest] = args.filter(
    (arg, index) => arg !== '--json' && (dayAt < 0 || (index !== dayAt && index !== dayAt + 1)),
  );
  const unusable = (message: string): number => {
    console.error(
      `${message}\nUsage: npm run import -- ${PRICE_SOURCES.join('|')} FILE [--json] [--published YYYY-MM-DD, for csv]`,
    );
    if (json) console.log(summaryLine(nothingRead(source ?? '')));
    return 1;
  };
  if (publishedOn !== null && !isDay(publishedOn)) return unusable('Give the day of publication as YYYY-MM-DD.');
  if (!isSource(source)) return unusable(`Unknown source: ${source ?? 'none given'}`);
  if (!file || rest.length > 0) return unusable('Give one file.');
  const bytes = await bytesOf(file);
  if (typeof bytes === 'string') return unusable(bytes);

  console.error(`Reading ${path.basename(file)} (${bytes.length} bytes) …`);
  const deps = await wire(readSettings(process.env), { name: 'import', poolSize: 2 });
  try {
    const fileName = path.basename(file);
    const { summary, refusal, passedOver } = await importPriceFile(deps, {
      source,
      fileName,
      bytes,
      importedBy: 'command:import',
      publishedOn,
      realTime: new Date(),
    });
    if (passedOver.length > 0) console.error(`Passed over, since they are not known here: ${passedOver.join(', ')}`);
    if (refusal) explain(refusal);
    if (json) console.log(summaryLine(summary));
    else if (!refusal) console.log(describe(summary));
    return refusal ? 1 : 0;
  } finally {
    await deps.db.$disconnect();
  }
}

/** A file's bytes, or why there are none. */
async function bytesOf(file: string): Promise<Buffer | string> {
  try {
    if ((await stat(file)).size > MOST_BYTES) return `${file} is larger than any price file should be.`;
    return await readFile(file);
  } catch (error) {
    return `${file} cannot be read: ${(error as NodeJS.ErrnoException).code}`;
  }
}

/** The reason on stderr; where several places are wrong, every one that is named. */
function explain({ messageKey, params = {}, rows }: ImportRefusal): void {
  const say = translator('en');
  for (const problem of rows?.named ?? [{ messageKey, params }]) console.error(say(problem.messageKey, problem.params));
  if (rows && rows.more > 0)
    console.error(say('pricing:imports.outcome.moreRows', { count: rows.more, figure: String(rows.more) }));
}

function describe(s: Awaited<ReturnType<typeof importPriceFile>>['summary']): string {
  const waiting = s.quarantined > 0 ? ` ${s.quarantined} wait for two staff members.` : '';
  return (
    `${s.source}, published ${s.publishedOn}: ${s.status}. ${s.read} figures read: ${s.new} new, ${s.rounding} rounding, ` +
    `${s.revised} revised (${s.material} by over 0.5%), ${s.unchanged} unchanged.${waiting}`
  );
}

process.exitCode = await main(process.argv.slice(2));
