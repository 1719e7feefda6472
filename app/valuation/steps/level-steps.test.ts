import { describe, expect, it } from 'vitest';
import { BAND_LEVELS } from '../methods/method';
import { STARTING_METHODS } from '../methods/starting/starting-methods';
import { exampleSteps } from '#tests/support/examples/method-examples';
import { levelSteps, withoutRepeats } from './level-steps';

describe.each(STARTING_METHODS.map((method) => [method.id, method] as const))('the lines of %s', (_id, method) => {
  it('are each said once and none is lost', () => {
    const steps = exampleSteps(method);
    const { shared, own } = levelSteps(steps);
    for (const level of BAND_LEVELS) {
      const line = ({ kind, subject, expression, value }: (typeof shared)[number]) =>
        [kind, subject, expression, value].join(' | ');
      const all = withoutRepeats(steps[level]).map(line);
      expect([...shared, ...own[level]].map(line).sort()).toEqual(all.sort());
      expect(own[level].at(-1)?.kind).toBe('total');
    }
  });
});

it('shares mass, grade and price of gold, and keeps terms apart', () => {
  const gold = STARTING_METHODS.find(({ id }) => id === 'gold-dore/1');
  if (!gold) throw new Error('gold');
  const { shared, own } = levelSteps(exampleSteps(gold));
  expect(shared.map(({ kind }) => kind)).toEqual(['quantity', 'payable-grade', 'payable-mass', 'price']);
  expect(own.floor.map(({ kind }) => kind)).toEqual(['net-price', 'payable-value', 'total']);
  expect(own.ceiling.map(({ kind }) => kind)).toEqual(['payable-value', 'contained-mass', 'premium', 'total']);
});
