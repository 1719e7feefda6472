import { expect, it } from 'vitest';
import { STARTING_METHODS } from '../methods/starting/starting-methods';
import { termLines } from '../methods/term-fields';
import { typedMeanwhile } from './typed-meanwhile';

const method = STARTING_METHODS.find(({ id }) => id === 'gold-dore/1');
const cells = method ? termLines(method).flatMap((line) => line.cells) : [];
const shown = Object.fromEntries(cells.map(({ path, value }) => [path, value.replace('.', ',')]));

it('keeps what was typed and drops the figures that nobody touched, and the version', () => {
  if (!method) throw new Error('no gold');
  const typed = { 'terms.fair.premium.value': '3', 'terms.floor.discountPct': 'x', reason: 'Buyers pay more.' };
  const values = { ...shown, ...typed, madeFrom: method.id };
  expect(typedMeanwhile(values, { madeFrom: method, locale: 'fr' })).toEqual(typed);
  expect(typedMeanwhile(values, { madeFrom: null, locale: 'fr' })).toEqual({ ...shown, ...typed });
});
