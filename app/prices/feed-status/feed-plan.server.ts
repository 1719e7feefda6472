import type { Deps } from '#app/platform/deps';
import { ExpectedError } from '#app/platform/expected-error';
import type { Settings } from '#app/platform/settings';
import type { FeedPlan, OpenFeed } from '../sources/price-file-source';
import { FEEDS, isFeedName, type FeedName } from '../sources/registry';
import { PRICE_FILE_SOURCES } from '../sources/registry.server';

export type NamedPlan = FeedPlan & { fileName: string };

/** The feed with its settings; null where it is switched off. */
export function openFeed({ on, settings }: Settings['feeds'], feed: FeedName): OpenFeed | null {
  return on.includes(feed) ? PRICE_FILE_SOURCES[feed].openFeed(settings[feed] ?? {}) : null;
}

/** Before a process starts: every feed that is switched on is one that there is, and has what it needs. Throws ExpectedError. */
export function requireFeeds(feeds: Settings['feeds']): void {
  for (const name of feeds.on) {
    if (!isFeedName(name)) throw new ExpectedError(`FEEDS knows ${FEEDS.join(', ')}, but holds "${name}".`);
    openFeed(feeds, name);
  }
}

/** Where a feed's file is to be had today, and what may come; null where the feed is switched off. */
export async function planFeed(
  deps: Pick<Deps, 'db' | 'clock' | 'settings'>,
  feed: FeedName,
): Promise<NamedPlan | null> {
  const plan = await openFeed(deps.settings.feeds, feed)?.plan(deps);
  return plan ? { ...plan, fileName: fileNameOf(plan.url) } : null;
}

/** Of the address without what may be secret in it. */
function fileNameOf(url: string): string {
  return new URL(url).pathname.split('/').at(-1)?.slice(0, 120) || new URL(url).hostname;
}
