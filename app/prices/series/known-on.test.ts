import { describe, expect, it } from 'vitest';
import { readKnownOn } from './known-on';

const today = '2026-06-02';

describe('the day of which a series is shown', () => {
  it.each([null, '', '  '])('%j asks for what is known now', (text) => {
    expect(readKnownOn(text, today)).toEqual({ day: null, typed: '', problem: null });
  });

  it.each(['1960-01-31', '2026-06-01', '2026-06-02'])('%s is taken', (text) => {
    expect(readKnownOn(text, today)).toEqual({ day: text, typed: text, problem: null });
  });

  it.each([
    ['2026-06-03', 'pricing:series.knownAhead'],
    ['9999-12-31', 'pricing:series.knownAhead'],
    ['2026-02-30', 'pricing:series.knownNoDay'],
    ['0000-01-01', 'pricing:series.knownNoDay'],
    ['yesterday', 'pricing:series.knownNoDay'],
  ])('%s is refused, and stays as typed', (typed, messageKey) => {
    const problem = { path: 'knownOn', messageKey, params: { typed, today } };
    expect(readKnownOn(typed, today)).toEqual({ day: null, typed, problem });
  });
});
