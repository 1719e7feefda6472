/**
 * npm run bench: what the product costs, as ratios to floors that are measured in the same run on the same
 * machine, each the median over interleaved rounds. Works on a scratch database filled with the demo, and
 * drops it.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { readSettings } from '#app/platform/settings.server';
import { wire } from '#app/platform/wiring.server';
import { prepareDemo } from '#prisma/seed/prepare-demo';
import { ExpectedError } from '#app/platform/expected-error';
import { build } from '../../scripts/prepare.js';
import { readArguments, runCommand, usageError } from '../../scripts/run-command';
import { measureOrders } from './measure-orders';
import { measurePages } from './measure-pages';
import { measureRecompute, type RecomputeFigures } from './measure-recompute';
import { measureValuations } from './measure-valuations';
import { median, timesAsLong, type Samples } from './rounds';
import { createScratchDatabase } from './scratch-database';

const USAGE = 'npm run bench';
const rounds = 5;
type Line = { what: string; figure: string };
const started = performance.now();
const seconds = () => ((performance.now() - started) / 1000).toFixed(0);

async function main(args: readonly string[]): Promise<number> {
  const { positionals } = readArguments(args, { options: {}, usage: USAGE });
  if (positionals.length > 0) throw usageError('It takes no arguments', USAGE);
  build();
  const serverUrl = process.env['DATABASE_URL'];
  if (!serverUrl) throw new ExpectedError('Start this with "npm run bench": it needs a database server.');
  const dataDir = await mkdtemp(path.join(tmpdir(), 'fairlode-bench-'));
  process.env['DATA_DIR'] = dataDir;
  const scratch = await createScratchDatabase(serverUrl);
  try {
    const machine = { cores: availableParallelism(), cpu: cpus()[0]?.model ?? 'unknown', node: process.version };
    console.log(
      `${machine.cores} cores (${machine.cpu}), Node.js ${machine.node}; medians of ${rounds} interleaved rounds`,
    );
    const settings = readSettings({
      ...process.env,
      ...{ DATABASE_URL: scratch.url, DEMO: '1', LOG_LEVEL: 'warn' },
      // One buyer places all orders of the case.
      ...{ UNPAID_ORDERS_OF_BUYER: '1000000', UNPAID_ORDERS_OF_LOT: '1000000' },
    });
    await prepareDemo(settings, (text) => console.log(`  ${text}`));

    console.log(`  ${seconds()} s: valuations`);
    const valuations = await measureValuations({ rounds, millis: 400 });
    console.log(`  ${seconds()} s: pages`);
    const pages = await measurePages(scratch.url, { rounds, seconds: 2 });
    console.log(`  ${seconds()} s: orders`);
    const deps = await wire(settings, { name: 'bench', poolSize: 8 });
    const orders = await measureOrders(deps, { rounds, perRound: 160 });
    console.log(`  ${seconds()} s: bands of 10,000 lots`);
    const recompute = await measureRecompute(deps, { lots: 10_000 }).finally(() => deps.db.$disconnect());

    const results = [
      ...pageLines(pages.samples, pages.bytes, pages.queriesPerListPage),
      ...orderLines(orders.samples, orders.statements.length, orders.rowsPerOrder),
      ...valuationLines(valuations),
      ...recomputeLines(recompute),
    ];
    print(results);
    const report = { machine, rounds, seconds: Number(seconds()), pages, orders, valuations, recompute, results };
    await mkdir('.cache', { recursive: true });
    await writeFile('.cache/bench.json', `${JSON.stringify(report, null, 2)}\n`);
    console.log(`${seconds()} s in all; every figure is in .cache/bench.json`);
    return 0;
  } finally {
    await scratch.drop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function pageLines(samples: Samples, bytes: Record<string, number>, queries: number): Line[] {
  const rate = (name: string) => `${median(samples[name] ?? []).toFixed(0)} requests/s, ${bytes[name]} bytes`;
  return [
    { what: 'lot list page ÷ bare Remix page (time)', figure: times(timesAsLong(samples, 'lots', 'bare')) },
    { what: 'lot list page ÷ bare page with one indexed query', figure: times(timesAsLong(samples, 'lots', 'query')) },
    {
      what: 'prices page from memory ÷ a static file (throughput)',
      figure: share(timesAsLong(samples, 'file', 'prices')),
    },
    {
      what: 'API series from memory ÷ a static file (throughput)',
      figure: share(timesAsLong(samples, 'file', 'series')),
    },
    { what: '  prices page from memory', figure: rate('prices') },
    { what: '  static file (robots.txt)', figure: rate('file') },
    { what: '  lot list page', figure: `${rate('lots')}, ${queries} queries` },
    { what: '  bare page with one query', figure: rate('query') },
    { what: '  bare page', figure: rate('bare') },
  ];
}

function orderLines(samples: Samples, statements: number, rows: string): Line[] {
  const rate = (name: string) => `${median(samples[name] ?? []).toFixed(0)}/s`;
  return [
    { what: 'order placement ÷ the same rows by hand in raw SQL', figure: times(timesAsLong(samples, 'place', 'raw')) },
    { what: '  placement (read, value, reserve, post)', figure: `${rate('place')}, ${statements} statements` },
    { what: '  of it quote alone (read, value)', figure: rate('quote') },
    { what: '  raw transaction', figure: `${rate('raw')}; ${rows}` },
  ];
}

function valuationLines(samples: Samples): Line[] {
  const rate = (name: string) => `${median(samples[name] ?? []).toFixed(0)}/s on one core`;
  return [
    { what: 'valuations, gold doré', figure: rate('dore') },
    { what: 'valuations, copper concentrate', figure: rate('concentrate') },
    { what: 'valuations with every line of the working, gold doré', figure: rate('working') },
    { what: 'bands, gold doré', figure: rate('band') },
  ];
}

function recomputeLines({ lots, unchangedSeconds, changedSeconds, changed }: RecomputeFigures): Line[] {
  const rate = (secs: number) => `${secs.toFixed(1)} s, ${(lots / secs).toFixed(0)} lots/s`;
  return [
    { what: `bands of ${lots} lots, nothing changed`, figure: rate(unchangedSeconds) },
    { what: `bands of ${lots} lots, new prices (${changed} changed)`, figure: rate(changedSeconds) },
  ];
}

const share = (ratio: number) => `${(ratio * 100).toFixed(0)}% (at least 60%)`;
const times = (ratio: number) => `${ratio.toFixed(2)} times`;

function print(lines: readonly Line[]): void {
  const width = Math.max(...lines.map(({ what }) => what.length));
  console.log('');
  for (const { what, figure } of lines) console.log(`${what.padEnd(width)}  ${figure}`);
  console.log('');
}

await runCommand(() => main(process.argv.slice(2)));
