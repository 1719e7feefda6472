import type { Deps } from '#app/platform/deps';
import { FEEDS, type FeedName } from '../sources/registry';
import { openFeed } from './feed-plan.server';
import { nextHour } from './timetable';

export type FeedStatus = {
  feed: FeedName;
  isOn: boolean;
  /** The licence that the operator holds, where the feed is on and not open to all. */
  licence: string | null;
  lastTry: string | null;
  lastSuccess: string | null;
  next: string | null;
  /** Of the last try, where it brought nothing. */
  problem: { messageKey: string; params: Record<string, string | number>; attempt: number } | null;
};

type Row = {
  feed: string;
  outcome: string;
  attempt: number;
  endedAt: Date;
  nextAt: Date | null;
  problem: string | null;
  problemParams: Record<string, string | number> | null;
  lastSuccess: Date | null;
};

/** How every feed stands: last try, last success, next try, and what is wrong if anything is. One query. */
export async function feedStatuses(deps: Pick<Deps, 'db' | 'clock' | 'settings'>): Promise<FeedStatus[]> {
  const rows = await deps.db.$queryRaw<Row[]>`
    SELECT DISTINCT ON (t.feed) t.feed, t.outcome, t.attempt, t."endedAt", t."nextAt", t.problem, t."problemParams",
      (SELECT max(s."endedAt") FROM "FeedTry" s WHERE s.feed = t.feed AND s.outcome IN ('taken', 'unchanged')) AS "lastSuccess"
    FROM "FeedTry" t ORDER BY t.feed, t."startedAt" DESC, t.id DESC`;
  const now = deps.clock.now();
  return FEEDS.map((feed) => {
    const last = rows.find((row) => row.feed === feed);
    const open = openFeed(deps.settings.feeds, feed);
    const isOn = open !== null;
    const retry = last?.nextAt && last.nextAt > now ? last.nextAt : null;
    return {
      feed,
      isOn,
      licence: open?.licence ?? null,
      lastTry: last?.endedAt.toISOString() ?? null,
      lastSuccess: last?.lastSuccess?.toISOString() ?? null,
      next: isOn ? (retry ?? nextHour(feed, now)).toISOString() : null,
      problem: last?.problem
        ? { messageKey: last.problem, params: last.problemParams ?? {}, attempt: last.attempt }
        : null,
    };
  });
}
