import { dayOf, dayStart } from '#app/money/calendar-day';
import type { Deps } from '#app/platform/deps';
import { ECB_SOURCE } from '../sources/ecb/ecb';
import type { FileRequest } from '../sources/fetch/fetch-file.server';
import { workingDaysBetween, type FeedName } from './timetable';

export type FeedPlan = Pick<FileRequest, 'url' | 'types' | 'maxBytes' | 'maxUnpackedBytes'> & {
  fileName: string;
  /** Which series a file without names fills. */
  fills?: string;
};

const MIB = 1024 * 1024;
const XLSX = ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/octet-stream'];
const XML = ['text/xml', 'application/xml'];
const JSON_TYPES = ['application/json', 'text/json'];

/** Where a feed's file is to be had today, and what may come; null where the feed is switched off. */
export async function planFeed(
  deps: Pick<Deps, 'db' | 'clock' | 'settings'>,
  feed: FeedName,
): Promise<FeedPlan | null> {
  const { feeds } = deps.settings;
  if (!feeds.on.includes(feed)) return null;
  if (feed === 'ecb') {
    const url = (await manyDaysMissing(deps)) ? feeds.ecbQuarterUrl : feeds.ecbDailyUrl;
    return { url, types: XML, maxBytes: 4 * MIB, maxUnpackedBytes: 16 * MIB, fileName: fileNameOf(url) };
  }
  if (feed === 'pink-sheet' && feeds.pinkSheetUrl) {
    const url = feeds.pinkSheetUrl;
    return { url, types: XLSX, maxBytes: 20 * MIB, maxUnpackedBytes: 20 * MIB, fileName: fileNameOf(url) };
  }
  if (feed === 'daily-json' && feeds.dailyJson) {
    const { url, series: fills } = feeds.dailyJson;
    return { url, types: JSON_TYPES, maxBytes: 8 * MIB, maxUnpackedBytes: 16 * MIB, fileName: fileNameOf(url), fills };
  }
  return null;
}

/** The daily file holds one working day: when more may be missing, the file of ninety days is asked for. */
async function manyDaysMissing({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<boolean> {
  const newest = await db.priceImport.findFirst({
    where: { source: ECB_SOURCE },
    orderBy: { publishedOn: 'desc' },
    select: { publishedOn: true },
  });
  return !newest || workingDaysBetween(newest.publishedOn, dayStart(dayOf(clock.now()))) > 1;
}

/** Of the address without what may be secret in it. */
function fileNameOf(url: string): string {
  return new URL(url).pathname.split('/').at(-1)?.slice(0, 120) || new URL(url).hostname;
}
