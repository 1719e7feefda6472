import { CSV_FACTS } from './csv/csv-facts';
import { DAILY_JSON_FACTS } from './daily-json/daily-json-facts';
import { ECB_FACTS } from './ecb/ecb-facts';
import { PINK_SHEET_FACTS } from './pink-sheet/pink-sheet-facts';
import type { SourceFacts } from './source-facts';

/** Every way in which prices and rates come to us by file. How each is read: registry.server.ts. */
const SOURCES = {
  'pink-sheet': PINK_SHEET_FACTS,
  ecb: ECB_FACTS,
  csv: CSV_FACTS,
  'daily-json': DAILY_JSON_FACTS,
} as const satisfies Record<string, SourceFacts>;

type Sources = typeof SOURCES;
export type FileSource = keyof Sources;
/** A source that is fetched by the calendar. */
export type FeedName = { [Name in FileSource]: Sources[Name]['hours'] extends null ? never : Name }[FileSource];
/** A source whose file people bring: through staff pages or `npm run import`. */
export type BroughtSource = {
  [Name in FileSource]: Sources[Name]['isBrought'] extends true ? Name : never;
}[FileSource];

export const FILE_SOURCES = Object.keys(SOURCES) as FileSource[];
export const FEEDS = FILE_SOURCES.filter(isFeedName);
export const BROUGHT_SOURCES = FILE_SOURCES.filter(isBroughtSource);

export function isFeedName(name: string): name is FeedName {
  return (factsOf(name)?.hours ?? null) !== null;
}

export function isBroughtSource(name: string): name is BroughtSource {
  return factsOf(name)?.isBrought === true;
}

export function factsOf(name: string): SourceFacts | null {
  return Object.hasOwn(SOURCES, name) ? SOURCES[name as FileSource] : null;
}
