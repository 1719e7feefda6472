import { factsOf } from '../sources/registry';
import type { FigureKind } from './classify';
import type { DraftState } from './drafts/draft-state';
import type { ImportStatus } from './import-summary';

type Translate = (key: string, params?: Record<string, string | number>) => string;
type BadgeTone = 'good' | 'warn' | 'bad' | 'plain' | 'info';

export function sourceText(t: Translate, source: string): string {
  const key = source === 'local-price' ? 'pricing:imports.source.localPrice' : factsOf(source)?.label;
  return key ? t(key) : source;
}

const BY_LABEL: Record<string, string> = {
  snapshot: 'pricing:imports.by.snapshot',
  demo: 'pricing:imports.by.demo',
  'command:import': 'pricing:imports.by.command',
};

/** Who brought an import: a person by name, or what did it by itself. */
export function byText(t: Translate, by: string): string {
  if (by.startsWith('feed:')) return t('pricing:imports.by.feed');
  const key = BY_LABEL[by];
  return key ? t(key) : by;
}

export const STATUS_LABEL: Record<ImportStatus, string> = {
  accepted: 'pricing:imports.status.accepted',
  unchanged: 'pricing:imports.status.unchanged',
  rejected: 'pricing:imports.status.rejected',
  waiting: 'pricing:imports.status.waiting',
};
export const STATUS_TONE: Record<ImportStatus, BadgeTone> = {
  accepted: 'good',
  unchanged: 'plain',
  rejected: 'bad',
  waiting: 'warn',
};

const DRAFT_LABEL: Record<DraftState, string> = {
  reading: 'pricing:imports.draft.reading',
  refused: 'pricing:imports.draft.refused',
  unchanged: 'pricing:imports.draft.unchanged',
  preview: 'pricing:imports.draft.preview',
  accepting: 'pricing:imports.draft.accepting',
  accepted: 'pricing:imports.draft.accepted',
  discarded: 'pricing:imports.draft.discarded',
};
/** Who a draft waits for depends on who reads: never for somebody who only looks on. */
export function draftText(
  { state, needsAnother }: { state: DraftState; needsAnother: boolean },
  { mayImport }: { mayImport: boolean },
): string {
  return state === 'preview' && (needsAnother || !mayImport) ? 'pricing:imports.draft.another' : DRAFT_LABEL[state];
}

export const DRAFT_TONE: Record<DraftState, BadgeTone> = {
  reading: 'info',
  refused: 'bad',
  unchanged: 'plain',
  preview: 'warn',
  accepting: 'info',
  accepted: 'good',
  discarded: 'plain',
};

export const KIND_LABEL: Record<FigureKind, string> = {
  new: 'pricing:imports.kind.new',
  rounding: 'pricing:imports.kind.rounding',
  revised: 'pricing:imports.kind.revised',
  superseded: 'pricing:imports.kind.superseded',
  quarantined: 'pricing:imports.kind.quarantined',
  unchanged: 'pricing:imports.kind.unchanged',
};
