import { describe, expect, it } from 'vitest';
import { STEP_KINDS, type ValuationStep } from '#app/pricing/valuation/valuation-steps';
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
});
