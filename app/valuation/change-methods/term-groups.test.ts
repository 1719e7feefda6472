import { describe, expect, it } from 'vitest';
import { STARTING_METHODS, startingMethod } from '../methods/starting/starting-methods';
import { compareTerms } from './compare-terms';
import { termLines } from '../methods/term-fields';
import { termGroups } from '../methods/term-groups';

describe.each(STARTING_METHODS.map((method) => [method.id, method] as const))('the form of %s', (_id, method) => {
  it('has every line in one section', () => {
    const paths = (lines: ReturnType<typeof termLines>) =>
      lines.flatMap(({ cells }) => cells.map(({ path }) => path)).sort();
    expect(paths(termGroups(termLines(method)).flatMap(({ lines }) => lines))).toEqual(paths(termLines(method)));
  });
});

describe('copper concentrate', () => {
  const copper = startingMethod('copper-concentrate/1');
  if (copper?.family !== 'contract-terms') throw new Error('copper');

  it('comes metal by metal, then charges, then penalties', () => {
    expect(termGroups(termLines(copper)).map(({ kind, subject }) => `${kind} ${subject}`.trim())).toEqual([
      'weight',
      'payable Cu',
      'payable Au',
      'payable Ag',
      'charges',
      'penalties',
    ]);
  });

  it('names the grade from which each rate counts', () => {
    const rates = termLines(copper).filter(({ figure, subject }) => figure === 'penaltyRate' && subject === 'As');
    expect(rates.map(({ above }) => above)).toEqual([
      { value: '0.2', unit: '%' },
      { value: '0.5', unit: '%' },
    ]);
  });

  it('shows of a proposal what changes, and what stays apart from it', () => {
    const changed = { ...copper, terms: { ...copper.terms, fair: { ...copper.terms.fair, franchisePct: '0.4' } } };
    const lines = compareTerms(copper, changed);
    expect(lines.changed.map(({ figure }) => figure)).toEqual(['franchisePct']);
    expect(lines.unchanged).toHaveLength(termLines(copper).length - 1);
  });
});
