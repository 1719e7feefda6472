export const LOT_STATES = ['draft', 'submitted', 'listed', 'sold', 'closed', 'withdrawn', 'expired'] as const;
export type LotState = (typeof LOT_STATES)[number];

export function isLotState(key: string): key is LotState {
  return (LOT_STATES as readonly string[]).includes(key);
}

export type LotAction =
  | 'edit'
  | 'reprice'
  | 'undercut'
  | 'submit'
  | 'approve'
  | 'reject'
  | 'withdraw'
  | 'sell-out'
  | 'restock'
  | 'close'
  | 'expire';

/** Who may take the step: the lot's own cooperative, staff of its programme, or an order or the calendar. */
export type LotMover = 'cooperative' | 'programme' | 'system';

type LotStep = { from: LotState; action: LotAction; to: LotState; by: LotMover };

/** A listed lot that nobody bought is taken down after a year: its assay and its papers have aged. */
export const LISTING_DAYS = 365;

/**
 * The whole life of a lot. What is not in this table is refused. `edit` of a listed lot sends it back to be
 * approved: staff have seen other facts. So does a new ask under the floor (`undercut`).
 */
export const LOT_STEPS: readonly LotStep[] = [
  { from: 'draft', action: 'edit', to: 'draft', by: 'cooperative' },
  { from: 'draft', action: 'submit', to: 'submitted', by: 'cooperative' },
  { from: 'draft', action: 'withdraw', to: 'withdrawn', by: 'cooperative' },
  { from: 'submitted', action: 'approve', to: 'listed', by: 'programme' },
  { from: 'submitted', action: 'reject', to: 'draft', by: 'programme' },
  { from: 'submitted', action: 'withdraw', to: 'withdrawn', by: 'cooperative' },
  { from: 'listed', action: 'edit', to: 'draft', by: 'cooperative' },
  { from: 'listed', action: 'reprice', to: 'listed', by: 'cooperative' },
  { from: 'listed', action: 'undercut', to: 'submitted', by: 'cooperative' },
  { from: 'listed', action: 'withdraw', to: 'withdrawn', by: 'cooperative' },
  { from: 'listed', action: 'sell-out', to: 'sold', by: 'system' },
  { from: 'listed', action: 'expire', to: 'expired', by: 'system' },
  { from: 'sold', action: 'restock', to: 'listed', by: 'system' },
  { from: 'sold', action: 'close', to: 'closed', by: 'system' },
  { from: 'withdrawn', action: 'edit', to: 'draft', by: 'cooperative' },
  { from: 'expired', action: 'edit', to: 'draft', by: 'cooperative' },
];

/** The state the action leads to, or null where it may not be taken. */
export function nextState(from: LotState, action: LotAction, by: LotMover): LotState | null {
  return LOT_STEPS.find((step) => step.from === from && step.action === action && step.by === by)?.to ?? null;
}

/** States in which anyone may see a lot's page: what is for sale, and what was sold here. */
export const PUBLIC_STATES: readonly LotState[] = ['listed', 'sold', 'closed'];

/** States from which a lot is, or may yet be, ordered as it stands. */
export const BEFORE_SALE: readonly LotState[] = ['draft', 'submitted', 'listed'];

/** Where an action may begin, for the WHERE of its UPDATE. */
export function statesBefore(action: LotAction): LotState[] {
  return LOT_STEPS.filter((step) => step.action === action).map((step) => step.from);
}
