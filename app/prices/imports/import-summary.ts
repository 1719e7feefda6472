import type { ClassifiedFigure } from './classify';

export const IMPORT_STATUSES = ['accepted', 'unchanged', 'rejected', 'waiting'] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** read = new + rounding + revised + unchanged + rejected + quarantined; material is a part of revised. */
export type ImportCounts = {
  read: number;
  new: number;
  rounding: number;
  revised: number;
  material: number;
  unchanged: number;
  rejected: number;
  quarantined: number;
};

/** What the command prints as its last line, and what a page shows of an import. */
export type ImportSummary = {
  source: string;
  publishedOn: string | null;
  /** Null where there was no file to read. */
  sha256: string | null;
  status: ImportStatus;
} & ImportCounts;

export const NO_COUNTS: ImportCounts = {
  read: 0,
  new: 0,
  rounding: 0,
  revised: 0,
  material: 0,
  unchanged: 0,
  rejected: 0,
  quarantined: 0,
};

/** Of a call that names no source or no file that can be read. */
export function nothingRead(source: string): ImportSummary {
  return { source, publishedOn: null, sha256: null, status: 'rejected', ...NO_COUNTS };
}

/** A figure of an older vintage leaves the value in force as it is: it counts as unchanged, though it is kept. */
export function countFigures(figures: readonly ClassifiedFigure[]): ImportCounts {
  const count = (...kinds: ClassifiedFigure['kind'][]): number =>
    figures.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    read: figures.length,
    new: count('new'),
    rounding: count('rounding'),
    revised: count('revised'),
    material: figures.filter(({ material }) => material).length,
    unchanged: count('unchanged', 'superseded'),
    rejected: 0,
    quarantined: count('quarantined'),
  };
}

export function statusOf(counts: ImportCounts): ImportStatus {
  if (counts.quarantined > 0) return 'waiting';
  return counts.new + counts.rounding + counts.revised > 0 ? 'accepted' : 'unchanged';
}

/** The members in the order in which they are documented. */
export function summaryLine({ source, publishedOn, sha256, status, ...counts }: ImportSummary): string {
  const { read, rounding, revised, material, unchanged, rejected, quarantined } = counts;
  return JSON.stringify({
    source,
    publishedOn,
    sha256,
    status,
    read,
    new: counts.new,
    rounding,
    revised,
    material,
    unchanged,
    rejected,
    quarantined,
  });
}
