import { describe, expect, it } from 'vitest';
import { referenceSource, STEP_KINDS, type ValuationStep } from '#app/pricing/valuation/valuation-steps';
import { stepText } from './step-text';

const step: ValuationStep = {
  kind: 'payable-mass',
  subject: 'Au',
  label: '',
  expression: '',
  value: '28.935671911765182469',
  unit: 'ozt',
  source: 'valuation/1',
};
const PRICE = {
  period: '2026-05',
  value: '4587.21',
  unit: 'USD/ozt',
  currency: 'USD',
  per: 'ozt',
  vintage: '2026-06-02',
  source: 'A publisher, of prices',
  ageDays: 2,
  state: 'fresh',
} as const;
const echo = (key: string, params?: object) => `${key}${params ? ` ${Object.values(params).join()}` : ''}`;

describe('stepText', () => {
  it('names every kind of line', () => {
    for (const kind of STEP_KINDS) expect(stepText({ ...step, kind }, echo).label).toMatch(/[.:]step\.\w+ Au$/);
  });

  it('shows as many digits as the expressions do, and totals as they are', () => {
    expect(stepText(step, echo).value).toBe('28.93567191176518');
    expect(stepText({ ...step, kind: 'total', value: '126097.30' }, echo).value).toBe('126097.30');
  });

  it('says where a given figure comes from', () => {
    expect(stepText({ ...step, kind: 'quantity', source: 'input' }, echo).source).toBe(
      'pricing:bands.working.fromInput',
    );
    expect(stepText({ ...step, kind: 'premium', source: 'input', subject: 'Fair premium' }, echo)).toMatchObject({
      source: 'pricing:bands.working.fromMethod',
      label: 'pricing:bands.step.premium pricing:bands.subject.fairPremium',
    });
    expect(stepText({ ...step, source: 'wb.gold 2026-05' }, echo).source).toBe('wb.gold 2026-05');
  });

  it('names the series of a reference price, its key beside it', () => {
    const source = (series: string, licence: string) =>
      stepText({ ...step, kind: 'price', source: referenceSource({ ...PRICE, series, licence }) }, (key, params) =>
        `${key} ${Object.values(params ?? {}).join('|')}`.trim(),
      ).source;
    expect(source('wb.gold', 'CC BY 4.0')).toBe(
      'pricing:bands.working.fromSeries pricing:commodity.gold|wb.gold|2026-05|A publisher, of prices|2026-06-02|CC BY 4.0',
    );
    expect(source('op.tungsten-apt', 'Contract, 12')).toContain('pricing:commodity.tungsten|op.tungsten-apt');
    expect(source('op.my-own', 'Contract')).toContain('fromSeries op.my-own|op.my-own');
  });
});
