import type { Deps } from '#app/platform/deps';
import type { FileRequest } from './fetch/fetch-file.server';
import type { FileReading, ReadingHints } from './reading';

/** Where a feed's file is to be had today, and what may come. */
export type FeedPlan = Pick<FileRequest, 'url' | 'types' | 'maxBytes' | 'maxUnpackedBytes'> & {
  /** Which series a file without names fills. */
  fills?: string;
};

/** A feed with the settings that it needs. */
export type OpenFeed = {
  /** The licence that the operator holds, where the feed is not open to all. */
  licence: string | null;
  plan(deps: Pick<Deps, 'db' | 'clock'>): Promise<FeedPlan> | FeedPlan;
};

/** The settings of a source: those that begin with its name in capitals. */
export type SourceSettings = Readonly<Record<string, string>>;

/** How files of a source are read, and how they are come by. */
export type PriceFileSource = {
  read(bytes: Buffer, hints: ReadingHints): FileReading | Promise<FileReading>;
  /** Of a source that is fetched. Throws ExpectedError where a setting is missing or wrong. */
  openFeed?(settings: SourceSettings): OpenFeed;
};

export const MIB = 1024 * 1024;
