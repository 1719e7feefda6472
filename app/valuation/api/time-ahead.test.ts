import { describe, expect, it } from 'vitest';
import { timeAhead } from './time-ahead';

const now = new Date('2026-06-02T08:00:00.500Z');

describe('a time of which something is asked', () => {
  it.each([
    ['2026-06-02', null],
    ['1999-01-01', '2026-06-02T08:00:00.500Z'],
    ['2026-06-02', '2026-06-02T11:00:00+03:00'],
  ])('may be up to now: %s, %s', (asOf, knownAt) => {
    expect(timeAhead({ asOf, knownAt }, now)).toEqual([]);
  });

  it('may not lie ahead, and the answer says what time it is here', () => {
    const issues = timeAhead({ asOf: '2026-06-03', knownAt: '2026-06-02T08:00:01Z' }, now);
    expect(issues).toEqual([
      { path: 'asOf', code: 'in_future', message: 'A day up to today: here it is 2026-06-02 (UTC)' },
      {
        path: 'knownAt',
        code: 'in_future',
        message: 'An instant up to now, or none at all for what is known now: here it is 2026-06-02T08:00:00Z',
      },
    ]);
    // Later as text, but not as time.
    expect(timeAhead({ knownAt: '2026-06-02T10:59:00+03:00' }, now)).toEqual([]);
    expect(timeAhead({ knownAt: '2026-06-02T07:59:00-03:00' }, now)).toHaveLength(1);
  });
});
