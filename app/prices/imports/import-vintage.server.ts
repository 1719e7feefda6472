import { dayStart } from '#app/money/calendar-day';
import type { Tx } from '#app/platform/db/connect.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { isPair, type Vintage } from '../sources/reading';
import { SERIES_DEFINITIONS } from '../series/series-definitions';
import { NO_COUNTS, statusOf, type ImportSummary } from './import-summary';
import { lockPrices } from './lock-prices.server';
import { sameImport } from './same-import.server';
import { planVintage, type VintagePlan } from './plan-vintage.server';
import { storeFigures } from './store-figures.server';

export type VintageInput = Vintage & {
  source: string;
  fileName: string;
  sha256: string;
  /** Staff member, feed or command. */
  importedBy: string;
};

type Watched = {
  /** Digest of the plan that somebody agreed to: another one stores nothing. */
  agreedTo?: string | null;
  onProgress?: (done: number, total: number) => Promise<void>;
};

export type TakenVintage = { summary: ImportSummary; importId: string | null };

/**
 * Takes a publication in as one vintage: all of it or, when anything fails, nothing. The same file a second time changes nothing.
 * Values already known are not stored again; what is in force afterwards follows the rules of `classify.ts`.
 */
export async function importVintage(
  deps: Pick<Deps, 'db' | 'clock' | 'newId' | 'jobs'>,
  input: VintageInput,
): Promise<ImportSummary> {
  const taken = await inTransaction(deps.db, (tx) => takeVintage(tx, deps, input));
  if ('changed' in taken) throw new Error('A plan that nobody was shown cannot have changed');
  return taken.summary;
}

/** The same in the caller's transaction. `changed`: it would now do something else than was agreed to, and nothing was stored. */
export async function takeVintage(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'newId' | 'jobs'>,
  input: VintageInput,
  { agreedTo = null, onProgress }: Watched = {},
): Promise<TakenVintage | { changed: VintagePlan }> {
  await lockPrices(tx);
  const { source, sha256, publishedOn } = input;
  const head = { source, publishedOn, sha256 };
  const same = await sameImport(tx, head);
  if (same) {
    const read = input.figures.length;
    return { summary: { ...head, status: 'unchanged', ...NO_COUNTS, read, unchanged: read }, importId: same.id };
  }

  const plan = await planVintage(tx, input);
  if (agreedTo !== null && plan.digest !== agreedTo) return { changed: plan };
  const importId = await storePlan(tx, deps, input, plan, onProgress);
  return { summary: { ...head, status: statusOf(plan.counts), ...plan.counts }, importId };
}

async function storePlan(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'newId' | 'jobs'>,
  { source, sha256, fileName, publishedOn, importedBy }: VintageInput,
  { figures, counts }: VintagePlan,
  onProgress: Watched['onProgress'],
): Promise<string> {
  const keys = [...new Set(figures.map(({ series }) => series))];
  await ensureSeries(
    tx,
    keys.filter((key) => !isPair(key)),
  );
  const asideRates = figures
    .filter(({ series, kind }) => isPair(series) && kind === 'quarantined')
    .map(({ series, period, value }) => ({ pair: series, on: period, rate: value }));
  const now = deps.clock.now();
  const importId = deps.newId();
  await tx.priceImport.create({
    data: {
      id: importId,
      source,
      fileName,
      sha256,
      publishedOn: dayStart(publishedOn),
      status: statusOf(counts),
      ...counts,
      series: keys,
      ...(asideRates.length > 0 ? { asideRates } : {}),
      importedBy,
      recordedAt: now,
    },
  });
  const entering = await storeFigures(tx, {
    figures,
    importId,
    publishedOn,
    importedBy,
    source,
    now,
    newId: deps.newId,
    ...(onProgress ? { onProgress } : {}),
  });
  if (entering > 0) {
    await deps.jobs.enqueue(tx, 'recompute-bands', { reason: `price-import ${importId}` }, { key: 'recompute-bands' });
  }
  return importId;
}

/** Gives a series its row with the settings it is delivered with; a row that is there keeps what staff have set. */
export async function ensureSeries(tx: Tx, keys: readonly string[]): Promise<void> {
  const data = SERIES_DEFINITIONS.filter(({ key }) => keys.includes(key));
  await tx.series.createMany({ data, skipDuplicates: true });
  const known = await tx.series.count({ where: { key: { in: [...keys] } } });
  if (known < new Set(keys).size) throw new RangeError(`Unknown series among ${keys.join(', ')}`);
}
