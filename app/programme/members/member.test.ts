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
  it.each(['NaN', '1.005', '12345678901', '１', '1 000', '+1'])('refuses %j', (text) => {
    expect(readWeight(text)).toBeNull();
  });
});

describe('nextCode', () => {
  it('follows the highest number of its own form', () => {
    expect(nextCode([])).toBe('M-001');
    expect(nextCode(['M-009', 'M-2', 'Z-100', 'M-x'])).toBe('M-010');
  });
});
