import { describe, expect, it } from 'vitest';
import { LOT_STATES, LOT_STEPS, lotMove, nextState, statesBefore, type LotMover } from './lot-lifecycle';
import { withdrawWords } from './withdraw-words';

const ACTIONS = [...new Set(LOT_STEPS.map(({ action }) => action))];
const MOVERS: LotMover[] = ['cooperative', 'programme', 'system'];

describe('the life of a lot', () => {
  it('answers every cell of state × action × mover by its table and refuses the rest', () => {
    for (const from of LOT_STATES)
      for (const action of ACTIONS)
        for (const by of MOVERS) {
          const steps = LOT_STEPS.filter((step) => step.from === from && step.action === action && step.by === by);
          expect(steps.length, `${from} ${action} ${by} is written once`).toBeLessThanOrEqual(1);
          expect(nextState(from, action, by)).toBe(steps[0]?.to ?? null);
        }
  });

  it('leads to one state by one action, with one set of times', () => {
    const at = new Date('2026-06-01T08:00:00Z');
    for (const action of ACTIONS) {
      const steps = LOT_STEPS.filter((step) => step.action === action);
      expect(new Set(steps.map(({ to, stamps, clears }) => JSON.stringify([to, stamps, clears]))).size).toBe(1);
      expect(lotMove(action, at).from).toEqual(steps.map(({ from }) => from));
    }
    expect(lotMove('approve', at).data).toEqual({ state: 'listed', listedAt: at });
    expect(lotMove('edit', at).data).toEqual({ state: 'draft', submittedAt: null, listedAt: null });
    expect(lotMove('withdraw', at).data).toEqual({ state: 'withdrawn', closedAt: at });
    expect(lotMove('reprice', at).data).toEqual({ state: 'listed' });
  });

  it('never lists a lot without a decision of staff', () => {
    const waysIn = LOT_STEPS.filter((step) => step.to === 'listed' && step.from !== 'listed').map(
      (step) => `${step.from} ${step.by}`,
    );
    expect(waysIn).toEqual(['submitted programme', 'sold system']);
  });

  it('lets nobody change what was sold or closed', () => {
    for (const state of ['sold', 'closed'] as const)
      for (const action of ['edit', 'withdraw', 'submit'] as const)
        expect(nextState(state, action, 'cooperative')).toBeNull();
  });

  it('reaches every state from a draft', () => {
    const reached = new Set(['draft']);
    for (let round = 0; round < LOT_STATES.length; round += 1)
      for (const step of LOT_STEPS) if (reached.has(step.from)) reached.add(step.to);
    expect([...reached].sort()).toEqual([...LOT_STATES].sort());
  });

  it('calls giving up a lot another thing in each state in which it may be', () => {
    const offers = statesBefore('withdraw').map((state) => withdrawWords(state).offer);
    expect(new Set(offers).size).toBe(offers.length);
    expect(withdrawWords('listed').offer).toBe('catalogue:own.withdraw');
  });

  it('knows where an action may begin', () => {
    expect(statesBefore('withdraw')).toEqual(['draft', 'submitted', 'listed']);
  });
});
