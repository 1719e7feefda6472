import { describe, expect, it } from 'vitest';
import { LOT_STATES, LOT_STEPS, nextState, statesBefore, type LotAction, type LotMover } from './lot-lifecycle';
import { withdrawWords } from './withdraw-words';

const ACTIONS: LotAction[] = [
  'edit',
  'submit',
  'approve',
  'reject',
  'withdraw',
  'sell-out',
  'restock',
  'close',
  'expire',
  'reprice',
];
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
