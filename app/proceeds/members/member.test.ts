import { describe, expect, it } from 'vitest';
import { nextCode, readMember, readWeight, type MemberInput } from './member';

const typed: MemberInput = {
  code: ' M-001 ',
  name: ' Ana   Sitoe ',
  sex: 'female',
  task: 'moulding',
  hours: '37,5',
  contribution: '',
};

describe('readMember', () => {
  it('reads a line as people type it', () => {
    expect(readMember(typed)).toEqual({
      ok: true,
      value: { code: 'M-001', name: 'Ana Sitoe', sex: 'female', task: 'moulding', hours: '37.5', contribution: '0' },
    });
  });

  it.each<[string, string, Partial<MemberInput>]>([
    ['bad-code', 'code', { code: '=cmd' }],
    ['bad-name', 'name', { name: '  ' }],
    ['bad-sex', 'sex', { sex: 'f' }],
    ['bad-task', 'task', { task: 'mining' }],
    ['bad-weight', 'hours', { hours: '-1' }],
    ['bad-weight', 'contribution', { contribution: '1e3' }],
  ])('refuses with %s at %s', (code, path, change) => {
    expect(readMember({ ...typed, ...change })).toMatchObject({ ok: false, code, path });
  });
});

describe('readWeight', () => {
  it.each(['NaN', '1.005', '12345678901', '１', '+1'])('refuses %j', (text) => {
    expect(readWeight(text)).toHaveProperty('problem');
  });
});

describe('a weight that could be two numbers', () => {
  it('is asked about', () => {
    const params = { whole: '1500', decimal: '1,5' };
    expect(readMember({ ...typed, contribution: '1.500', locale: 'pt' })).toMatchObject({
      path: 'contribution',
      params,
    });
    expect(readWeight('1.500', 'sw')).toMatchObject({ problem: 'ambiguous' });
    expect(readWeight('1.500')).toEqual({ value: '1.5' });
    expect(readWeight('1 000')).toEqual({ value: '1000' });
  });
});

describe('nextCode', () => {
  it('follows the highest number of its own form', () => {
    expect(nextCode([])).toBe('M-001');
    expect(nextCode(['M-009', 'M-2', 'Z-100', 'M-x'])).toBe('M-010');
  });
});
