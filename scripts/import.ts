/**
 * npm run import -- pink-sheet|ecb|csv FILE [--json] [--published YYYY-MM-DD]: takes in a publisher's price
 * file. The day is for a table, which does not say it itself. With --json the last line of the output is one
 * JSON object, also when there is nothing that could be read. Leaves with 0, or with 1 and the reason on
 * stderr, and then nothing is stored.
 */
import { isDay } from '#app/money/calendar-day';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { translator } from '#app/platform/i18n/translator.server';
import { ExpectedError } from '#app/platform/expected-error';
import { readCommandSettings } from '#app/platform/settings/command-settings.server';
import { wireCommand } from '#app/platform/wiring.server';
import { importPriceFile } from '#app/prices/imports/import-price-file.server';
import { BROUGHT_SOURCES, isBroughtSource } from '#app/prices/sources/registry';
import type { ImportRefusal } from '#app/prices/sources/import-refusal';
import { nothingRead, summaryLine } from '#app/prices/imports/import-summary';
import { readArguments, runCommand, usageError } from './run-command';

/** Far above any price file. Below what would fill the memory before the file is looked at. */
const MAX_BYTES = 64 * 1024 * 1024;

const USAGE = `npm run import -- ${BROUGHT_SOURCES.join('|')} FILE [--json] [--published YYYY-MM-DD, for csv]`;

async function main(args: readonly string[]): Promise<number> {
  try {
    return await importFile(args);
  } catch (error) {
    // Whoever reads the last line gets one object also where there was nothing to read.
    const source = args.find((arg) => !arg.startsWith('-')) ?? '';
    if (error instanceof ExpectedError && args.includes('--json')) console.log(summaryLine(nothingRead(source)));
    throw error;
  }
}

function readCall(args: readonly string[]) {
  const options = { json: { type: 'boolean', default: false }, published: { type: 'string' } } as const;
  const { values, positionals } = readArguments(args, { options, usage: USAGE });
  const [source, file, ...rest] = positionals;
  const { json, published: publishedOn = null } = values;
  if (publishedOn !== null && !isDay(publishedOn)) throw usageError('Give the day of publication as YYYY-MM-DD', USAGE);
  if (source === undefined || !isBroughtSource(source))
    throw usageError(`Unknown source: ${source ?? 'none given'}`, USAGE);
  if (!file || rest.length > 0) throw usageError('Give one file', USAGE);
  return { source, file, json, publishedOn };
}

async function importFile(args: readonly string[]): Promise<number> {
  const { source, file, json, publishedOn } = readCall(args);
  const bytes = await bytesOf(file);
  const fileName = path.basename(file);
  // For whoever waits at a terminal. A file that takes stderr holds what went wrong and nothing else.
  if (process.stderr.isTTY) console.error(`Reading ${fileName} (${bytes.length} bytes) …`);
  const deps = await wireCommand(readCommandSettings(process.env), { name: 'import' });
  try {
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

async function bytesOf(file: string): Promise<Buffer> {
  try {
    if ((await stat(file)).size <= MAX_BYTES) return await readFile(file);
  } catch (error) {
    throw new ExpectedError(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}.`);
  }
  throw new ExpectedError(`${file} is larger than any price file should be.`);
}

/** The reason on stderr. Where several places are wrong, every one that is named. */
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

await runCommand(() => main(process.argv.slice(2)));
