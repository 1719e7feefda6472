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

type Stamp = 'submittedAt' | 'listedAt' | 'closedAt';
export type LotStep = {
  from: LotState;
  action: LotAction;
  to: LotState;
  by: LotMover;
  /** Columns that get the step's time, and those that are emptied. */
  stamps?: readonly Stamp[];
  clears?: readonly Stamp[];
  /** Who gets a mail. */
  tells?: 'cooperative';
};

const AFRESH = { clears: ['submittedAt', 'listedAt'] } as const;

/** A listed lot that nobody bought is taken down after a year: its assay and its papers have aged. */
export const LISTING_DAYS = 365;

/**
 * The whole life of a lot. What is not in this table is refused. `edit` of a listed lot sends it back to be
 * approved: staff have seen other facts. So does a new ask under the floor (`undercut`).
 */
export const LOT_STEPS: readonly LotStep[] = [
  { from: 'draft', action: 'edit', to: 'draft', by: 'cooperative', ...AFRESH },
  { from: 'draft', action: 'submit', to: 'submitted', by: 'cooperative', stamps: ['submittedAt'] },
  { from: 'draft', action: 'withdraw', to: 'withdrawn', by: 'cooperative', stamps: ['closedAt'] },
  { from: 'submitted', action: 'approve', to: 'listed', by: 'programme', stamps: ['listedAt'], tells: 'cooperative' },
  { from: 'submitted', action: 'reject', to: 'draft', by: 'programme', clears: ['submittedAt'], tells: 'cooperative' },
  { from: 'submitted', action: 'withdraw', to: 'withdrawn', by: 'cooperative', stamps: ['closedAt'] },
  { from: 'listed', action: 'edit', to: 'draft', by: 'cooperative', ...AFRESH },
  { from: 'listed', action: 'reprice', to: 'listed', by: 'cooperative' },
  { from: 'listed', action: 'undercut', to: 'submitted', by: 'cooperative', stamps: ['submittedAt'] },
  { from: 'listed', action: 'withdraw', to: 'withdrawn', by: 'cooperative', stamps: ['closedAt'] },
  { from: 'listed', action: 'sell-out', to: 'sold', by: 'system' },
  { from: 'listed', action: 'expire', to: 'expired', by: 'system', stamps: ['closedAt'] },
  { from: 'sold', action: 'restock', to: 'listed', by: 'system' },
  { from: 'sold', action: 'close', to: 'closed', by: 'system', stamps: ['closedAt'] },
  { from: 'withdrawn', action: 'edit', to: 'draft', by: 'cooperative', ...AFRESH },
  { from: 'expired', action: 'edit', to: 'draft', by: 'cooperative', ...AFRESH },
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
  return statesOf(action).from;
}

/** From which states an action may be taken, and the one that it leads to, wherever it begins. */
export function statesOf(action: LotAction): { from: LotState[]; to: LotState } {
  const steps = LOT_STEPS.filter((step) => step.action === action);
  const [first] = steps;
  if (!first) throw new RangeError(`No lot is ever moved by ${action}`);
  return { from: steps.map(({ from }) => from), to: first.to };
}

/**
 * A step for the WHERE and the SET of its UPDATE: from which states it may be taken, and the state and times that it
 * leaves.
 */
export function lotMove(
  action: LotAction,
  at: Date,
): { from: LotState[]; data: { state: LotState } & Partial<Record<Stamp, Date | null>> } {
  const { from, to } = statesOf(action);
  const { stamps = [], clears = [] } = LOT_STEPS.find((step) => step.action === action) ?? {};
  const times = [...clears.map((name) => [name, null] as const), ...stamps.map((name) => [name, at] as const)];
  return { from, data: { ...Object.fromEntries(times), state: to } };
}
