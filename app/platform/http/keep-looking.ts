/** How often a page of work under way is asked for again: often enough to see it move, seldom enough for a slow network. */
const SECONDS = 3;

/**
 * Headers of a page that shows work under way: the browser asks again by itself, with or without scripts, until the work is over. To be spread into a
 * loader's headers.
 */
export function keepLooking(isUnderWay: boolean): Record<string, string> {
  return isUnderWay ? { Refresh: String(SECONDS), 'Cache-Control': 'no-store' } : {};
}
