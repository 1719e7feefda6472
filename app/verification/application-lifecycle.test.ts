import { describe, expect, it } from 'vitest';
import { APPLICATION_ACTIONS, APPLICATION_STATES, APPLICATION_STEPS, applicationStep } from './application-lifecycle';

// Every cell, written out by hand: rows are states, columns submit, withdraw, accept, accept-with-plan, reject.
const CELLS = {
  draft: ['submitted', null, null, null, null],
  submitted: [null, 'draft', 'accepted', 'accepted_with_plan', 'rejected'],
  accepted: [null, null, null, 'accepted_with_plan', 'rejected'],
  accepted_with_plan: [null, null, 'accepted', 'accepted_with_plan', 'rejected'],
  rejected: ['submitted', null, null, null, null],
} as const;

describe('the application’s lifecycle', () => {
  for (const state of APPLICATION_STATES) {
    for (const [index, action] of APPLICATION_ACTIONS.entries()) {
      const to = CELLS[state][index] ?? null;
      it(`${state} + ${action} → ${to ?? 'refused'}`, () => {
        expect(applicationStep(state, action)?.to ?? null).toBe(to);
      });
    }
  }

  it('leaves decisions to staff, and lets nobody reject or plan without words', () => {
    for (const step of APPLICATION_STEPS) {
      const isDecision = !['submit', 'withdraw'].includes(step.action);
      expect(step.by).toBe(isDecision ? 'staff' : 'applicant');
      if (step.action === 'reject') expect(step.guard).toBe('reason');
      if (step.action === 'accept-with-plan') expect(step.guard).toBe('plan');
    }
  });
});
