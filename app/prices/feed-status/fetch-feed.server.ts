import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import { refusedIfFarAhead } from '../imports/far-ahead';
import { takeVintage } from '../imports/import-vintage.server';
import { knownUnits } from '../series/known-units.server';
import { fetchFile, type FetchedFile } from '../sources/fetch/fetch-file.server';
import { FETCH_PROBLEMS, pauseSeconds, type FetchProblem } from '../sources/fetch/fetch-problem';
import { readFile } from '../sources/read-file.server';
import type { FeedName } from '../sources/registry';
import { planFeed, type NamedPlan } from './feed-plan.server';
import { nextHour } from './timetable';

/** What is kept of a try; a feed that is off is not tried. */
export const KEPT_OUTCOMES = ['taken', 'unchanged', 'refused', 'failed'] as const;
export type TryOutcome = 'off' | (typeof KEPT_OUTCOMES)[number];

type Try = {
  outcome: Exclude<TryOutcome, 'off'>;
  problem?: string;
  problemParams?: Record<string, string | number>;
  bytes?: number;
  importId?: string | null;
  etag?: string | null;
  lastModified?: string | null;
  nextAt?: Date | null;
};

/**
 * Fetches a feed's file if it is switched on and has changed, and takes it in by the rules of every vintage. Each try is recorded with what came of it, in the
 * transaction of the import; a failure that may pass is tried again with growing pauses, or when the publisher asks for it.
 */
export async function fetchFeed(
  deps: Deps,
  { feed, attempt = 1 }: { feed: FeedName; attempt?: number },
): Promise<TryOutcome> {
  const plan = await planFeed(deps, feed);
  if (!plan) return 'off';
  const startedAt = deps.clock.now();
  const fetched = await fetchFile({
    ...plan,
    ...(await validators(deps, feed, plan.url)),
    allowLoopback: deps.settings.feeds.allowLoopback,
  });
  const record = (tx: Tx, done: Try) => recordTry(tx, deps, { feed, attempt, startedAt, url: plan.url, done });
  if (fetched.kind === 'failed') return retryLater(deps, { feed, attempt }, fetched, record);
  return takeFetched(deps, { feed, plan, fetched, record });
}

/** What the publisher said of the file that we have of this address; of a file that was refused nothing, so that it is read again. */
async function validators({ db }: Deps, feed: FeedName, url: string): Promise<Pick<Try, 'etag' | 'lastModified'>> {
  const last = await db.feedTry.findFirst({
    where: { feed, url: withoutQuery(url), outcome: { in: ['taken', 'refused', 'unchanged'] } },
    orderBy: { startedAt: 'desc' },
  });
  return last ? { etag: last.etag, lastModified: last.lastModified } : {};
}

type Recorder = (tx: Tx, done: Try) => Promise<void>;
type Fetched = {
  feed: FeedName;
  plan: NamedPlan;
  fetched: Exclude<FetchedFile, FetchProblem>;
  record: Recorder;
};

async function takeFetched(deps: Deps, { feed, plan, fetched, record }: Fetched): Promise<TryOutcome> {
  if (fetched.kind === 'unchanged') {
    const known = await validators(deps, feed, plan.url);
    await inTransaction(deps.db, (tx) => record(tx, { outcome: 'unchanged', ...known }));
    return 'unchanged';
  }
  const { bytes, etag, lastModified } = fetched;
  const file = {
    bytes,
    publishedOn: null,
    series: await knownUnits(deps),
    ...(plan.fills ? { fills: plan.fills } : {}),
  };
  const { sha256, vintage } = refusedIfFarAhead(await readFile(deps, feed, file), deps.clock.now());
  if (!vintage.ok) {
    const { messageKey: problem, params: problemParams = {} } = vintage;
    await inTransaction(deps.db, (tx) =>
      record(tx, { outcome: 'refused', problem, problemParams, bytes: bytes.length }),
    );
    return 'refused';
  }
  return inTransaction(deps.db, async (tx) => {
    const file = { source: feed, fileName: plan.fileName, sha256, importedBy: `feed:${feed}` };
    const taken = await takeVintage(tx, deps, { ...file, ...vintage.value });
    if ('changed' in taken) throw new Error('A plan that nobody was shown cannot have changed');
    const outcome = taken.summary.status === 'unchanged' ? 'unchanged' : 'taken';
    await record(tx, { outcome, bytes: bytes.length, importId: taken.importId, etag, lastModified });
    return outcome;
  });
}

async function retryLater(
  deps: Deps,
  { feed, attempt }: { feed: FeedName; attempt: number },
  problem: FetchProblem,
  record: Recorder,
): Promise<TryOutcome> {
  const now = deps.clock.now();
  const pause = pauseSeconds(attempt, problem);
  const at = pause === null ? null : new Date(now.getTime() + pause * 1000);
  // The timetable comes first where it is nearer, unless the publisher asked us to wait.
  const nextAt = at && (problem.retryAfterSeconds !== null || at < nextHour(feed, now)) ? at : null;
  await inTransaction(deps.db, async (tx) => {
    await record(tx, {
      outcome: 'failed',
      problem: FETCH_PROBLEMS[problem.code],
      problemParams: problem.params,
      nextAt,
    });
    if (nextAt)
      await deps.jobs.enqueue(
        tx,
        'fetch-feed',
        { feed, attempt: attempt + 1 },
        { key: `fetch-feed:${feed}`, runAt: nextAt },
      );
  });
  return 'failed';
}

async function recordTry(
  tx: Tx,
  deps: Pick<Deps, 'newId' | 'clock'>,
  { feed, attempt, startedAt, url, done }: { feed: FeedName; attempt: number; startedAt: Date; url: string; done: Try },
): Promise<void> {
  const { outcome, problem = null, problemParams, bytes = 0, importId = null, etag = null, lastModified = null } = done;
  await tx.feedTry.create({
    data: {
      id: deps.newId(),
      feed,
      url: withoutQuery(url),
      attempt,
      startedAt,
      endedAt: deps.clock.now(),
      outcome,
      problem,
      ...(problemParams ? { problemParams } : {}),
      bytes,
      importId,
      etag,
      lastModified,
      nextAt: done.nextAt ?? null,
    },
  });
}

/** A query may hold the key of a licensed feed, which no table of ours should. */
function withoutQuery(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}
