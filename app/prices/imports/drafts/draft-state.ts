/**
 * reading → preview → accepting → accepted, or discarded from the preview; unchanged and refused end at once. An acceptance that meets other prices than
 * were shown goes back to the preview.
 */
export const DRAFT_STATES = [
  'reading',
  'refused',
  'unchanged',
  'preview',
  'accepting',
  'accepted',
  'discarded',
] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

export const UNDER_WAY: readonly DraftState[] = ['reading', 'accepting'];
export const OPEN: readonly DraftState[] = ['reading', 'preview', 'accepting'];

/** A table can say anything of any series, without a publisher who stands for it: whoever brought it is not the one who accepts it. */
export function needsAnother({ source, uploadedBy }: { source: string; uploadedBy: string }, userId: string): boolean {
  return source === 'csv' && uploadedBy === userId;
}
