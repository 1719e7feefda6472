export const APPLICATION_STATES = ['draft', 'submitted', 'accepted', 'accepted_with_plan', 'rejected'] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

export const APPLICATION_ACTIONS = ['submit', 'withdraw', 'accept', 'accept-with-plan', 'reject'] as const;
export type ApplicationAction = (typeof APPLICATION_ACTIONS)[number];

export type ApplicationStep = {
  from: ApplicationState;
  action: ApplicationAction;
  to: ApplicationState;
  by: 'applicant' | 'staff';
  /** What must hold: every mandatory requirement met; a written reason; a reason and a day in the future. */
  guard: 'none' | 'complete' | 'reason' | 'plan';
  /** Who gets a mail. */
  tells: 'nobody' | 'staff' | 'applicant';
};

/** The whole life of an application. What is not in this table cannot happen. */
export const APPLICATION_STEPS: readonly ApplicationStep[] = [
  { from: 'draft', action: 'submit', to: 'submitted', by: 'applicant', guard: 'complete', tells: 'staff' },
  { from: 'rejected', action: 'submit', to: 'submitted', by: 'applicant', guard: 'complete', tells: 'staff' },
  { from: 'submitted', action: 'withdraw', to: 'draft', by: 'applicant', guard: 'none', tells: 'nobody' },
  { from: 'submitted', action: 'accept', to: 'accepted', by: 'staff', guard: 'complete', tells: 'applicant' },
  {
    from: 'submitted',
    action: 'accept-with-plan',
    to: 'accepted_with_plan',
    by: 'staff',
    guard: 'plan',
    tells: 'applicant',
  },
  { from: 'submitted', action: 'reject', to: 'rejected', by: 'staff', guard: 'reason', tells: 'applicant' },
  { from: 'accepted_with_plan', action: 'accept', to: 'accepted', by: 'staff', guard: 'complete', tells: 'applicant' },
  {
    from: 'accepted_with_plan',
    action: 'accept-with-plan',
    to: 'accepted_with_plan',
    by: 'staff',
    guard: 'plan',
    tells: 'applicant',
  },
  { from: 'accepted_with_plan', action: 'reject', to: 'rejected', by: 'staff', guard: 'reason', tells: 'applicant' },
  {
    from: 'accepted',
    action: 'accept-with-plan',
    to: 'accepted_with_plan',
    by: 'staff',
    guard: 'plan',
    tells: 'applicant',
  },
  { from: 'accepted', action: 'reject', to: 'rejected', by: 'staff', guard: 'reason', tells: 'applicant' },
];

export function applicationStep(from: ApplicationState, action: ApplicationAction): ApplicationStep | null {
  return APPLICATION_STEPS.find((step) => step.from === from && step.action === action) ?? null;
}

/** While staff look at it, the evidence stands still. */
export function mayChangeEvidence(state: ApplicationState): boolean {
  return state !== 'submitted';
}

/** An accepted organisation may trade, with or without a plan. */
export function isAcceptedState(state: ApplicationState): boolean {
  return state === 'accepted' || state === 'accepted_with_plan';
}
