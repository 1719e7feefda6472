import { expect, it } from 'vitest';
import { readCosts, type CostInput } from './read-costs';

const TYPED: CostInput = {
  batch: '1000',
  inputs: '120',
  energy: '',
  transport: '30,5',
  hours: '80',
  contingencyPct: '5',
  note: '',
  locale: 'pt',
};

it('reads what was spent on a batch', () => {
  expect(readCosts(TYPED)).toEqual({
    figures: { batch: '1000', inputs: '120', energy: '0', transport: '30.5', hours: '80', contingencyPct: '5' },
  });
});

it.each([
  [{ contingencyPct: '51' }, { path: 'contingencyPct', params: { max: '50' } }],
  [{ inputs: '1000000000001' }, { path: 'inputs', params: { max: '1000000000000' } }],
  [{ energy: 'much' }, { path: 'energy', messageKey: 'pricing:bands.costs.badFigure' }],
  [{ batch: '0' }, { path: 'batch', messageKey: 'pricing:bands.costs.missing' }],
])('says what is wrong with %o, and how much it can be', (typed, issue) => {
  expect(readCosts({ ...TYPED, ...typed })).toMatchObject({ issues: [issue] });
});
