import { describe, expect, it } from 'vitest';
import { formatsFor } from '#app/platform/i18n/format';
import type { LOCALES } from '#app/platform/i18n/locales';
import { translator } from '#app/platform/i18n/translator.server';
import { STARTING_METHODS } from '../methods/starting/starting-methods';
import { BAND_LEVELS } from '../methods/method';
import { STEP_KINDS, type ValuationStep } from '../formula/valuation-steps';
import { exampleSteps } from '#tests/support/examples/method-examples';
import { stepText } from './step-text';

const step: ValuationStep = {
  kind: 'payable-mass',
  subject: 'Au',
  label: '',
  expression: '1000 g × 900‰ × 1 g/g ÷ 31.1034768 g/ozt',
  value: '28.935671911765182469',
  unit: 'ozt',
  source: 'valuation/1',
};

/** Says which key was asked for, and what was put in. */
const echo = (key: string, params: object = {}) => [`‹${key}›`, ...Object.values(params)].join(' ').trim();
const plain = { number: (text: string | bigint | number) => `${text}`, date: () => '2026', money: () => 'USD 0' };
const words = (locale: (typeof LOCALES)[number], full = false) => ({
  t: (key: string, params: Record<string, string | number> = {}) => translator(locale)(key, params),
  format: formatsFor(locale),
  full,
});
const said = (one: ValuationStep, locale: (typeof LOCALES)[number] = 'en', full = false) => {
  const { label, expression, value } = stepText(one, words(locale, full));
  return `${label}: ${expression ?? ''} = ${value}`.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');
};

describe('stepText', () => {
  it('names every kind of line', () => {
    for (const kind of STEP_KINDS)
      expect(stepText({ ...step, kind }, { t: echo, format: plain, full: false }).label).toMatch(
        /step\.\w+› ‹pricing:element\.gold› \(Au\)$/,
      );
  });

  it('writes figures as the reader does, shortened with a mark or in full', () => {
    expect(said(step)).toBe('Mass paid for: gold (Au): 1,000 g × 900‰ ÷ 31.1034768 g/oz t = ≈ 28.935672 oz t');
    expect(said(step, 'pt')).toBe('Massa paga: ouro (Au): 1 000 g × 900‰ ÷ 31,1034768 g/oz t = ≈ 28,935672 oz t');
    expect(said(step, 'fr', true)).toBe(
      'Masse payée : or (Au): 1000 g × 900‰ ÷ 31,1034768 g/oz t = 28,935671911765182469 oz t',
    );
  });

  it('writes money with its currency and coins, and a price with what it is for', () => {
    const value = { ...step, kind: 'payable-value', unit: 'USD', value: '126097.3012345678' } as const;
    expect(said({ ...value, expression: '28.93567191176518 ozt × 4357.8495 USD/ozt' })).toBe(
      'Value: gold (Au): ≈ 28.935672 oz t × 4,357.8495 USD/oz t = ≈ USD 126,097.30',
    );
    const price = { ...step, kind: 'price', unit: 'USD/ozt', value: '4587.21', expression: '4587.21 USD/ozt' } as const;
    expect(said(price, 'es')).toBe('Precio: oro (Au):  = USD 4,587.21 por onza troy (oz t)');
    const karat = { ...step, kind: 'payable-grade', unit: 'permil', value: '916.666666666666666667' } as const;
    expect(said({ ...karat, expression: '916.6666666666667‰' })).toBe('Grade paid for: gold (Au):  = ≈ 916.66667‰');
    expect(said({ ...value, kind: 'total', value: '126097.30', expression: '126097.3' })).toContain('= USD 126,097.30');
  });

  it('says in words what is no arithmetic', () => {
    const grade = { ...step, kind: 'payable-grade', subject: 'Cu', unit: '%', value: '23.16' } as const;
    expect(said({ ...grade, expression: 'max(0, min(24% × 96.5%, 24% − 1%))' })).toBe(
      'Grade paid for: copper (Cu): the smaller of 24% × 96.5% and 24% − 1% = 23.16%',
    );
    expect(said({ ...grade, expression: 'max(0, min(max(0, 24% − 2%) × 96.5%, max(0, 24% − 2%) − 1%))' })).toContain(
      'the smaller of (24% − 2%) × 96.5%, but not below 0 and (24% − 2%) − 1%, but not below 0',
    );
    expect(said({ ...grade, kind: 'penalty-rate', unit: 'USD/t', value: '0', expression: '0.15 ≤ 0.2' }, 'fr')).toBe(
      'Taux de pénalité : cuivre (Cu): 0,15 ne dépasse pas la limite libre de 0,2 = 0 USD par tonne',
    );
    expect(
      said(
        { ...grade, kind: 'charge', subject: 'Treatment', unit: 'USD', value: '-250', expression: '−250 USD per lot' },
        'sw',
      ),
    ).toContain('Tozo: uchakataji: −250 USD kwa shehena');
  });

  it('calls a premium a premium at every level, also one of an earlier version', () => {
    const premium = { ...step, kind: 'premium' } as const;
    for (const subject of ['Fair premium', 'Premium of the ceiling'])
      expect(said({ ...premium, subject })).toContain('Premium on top: ');
    expect(said({ ...premium, subject: 'Bonus of our buyer' })).toContain('Premium: Bonus of our buyer: ');
  });
});

/** Signs that are the same in every language: units, currencies, chemical signs. */
const SIGNS = /\b(?:g|kg|t|lb|oz t|ct|h|ppm|MTU|m²|m³|g\/t|[A-Z]{3})\b|\((?:[A-Z][a-z]?[₀-₉]?)+\)/gu;

describe.each(STARTING_METHODS.map((method) => [method.id, method] as const))('the working of %s', (_id, method) => {
  it.each(method.family === 'cost-plus' ? ['USD'] : ['USD', 'TZS'])(
    'has no word that is not from the catalogue, in %s',
    (currency) => {
      const steps = exampleSteps(method, currency);
      const lines = BAND_LEVELS.flatMap((level) => steps[level]);
      expect(lines.length).toBeGreaterThan(6);
      for (const line of lines) {
        const text = stepText(line, { t: echo, format: plain, full: false });
        const all = [text.label, text.expression, text.value, text.source].join(' | ');
        expect(all.replace(/‹[^›]+›/g, '').replace(SIGNS, ''), `${line.kind} ${line.subject}`).not.toMatch(
          /\p{L}{2,}|\bp\d/u,
        );
      }
    },
  );

  it('can be redone from the figures in full', () => {
    const lines = BAND_LEVELS.flatMap((level) => exampleSteps(method)[level]).filter(({ sales }) => !sales);
    const figures = (text: string) => text.match(/(?<![A-Za-z])\d+(?:\.\d+)?/g) ?? [];
    for (const line of lines) {
      const { expression, value } = stepText(line, { t: echo, format: plain, full: true });
      const kept = line.expression.replace(/ [×÷] 1 g\/g/g, '').replaceAll('max(0, ', '(');
      if (expression !== null) expect(figures(expression.replace(/‹[^›]+›/g, '')), line.label).toEqual(figures(kept));
      expect(value).toContain(line.value.replace('-', ''));
    }
  });
});
