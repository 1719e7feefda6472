import { describe, expect, it } from 'vitest';
import { decisionSchema } from '#app/verification/review/decision.schema';
import { readCosts, COST_FIELDS, type CostInput } from '#app/valuation/costs/read-costs';
import { readNote } from './read-note';

/** `letters` as a browser counts them, `breaks` of them line breaks, as it sends them. */
function typed(letters: number, breaks: number): string {
  return `${'x\r\n'.repeat(breaks)}${'x'.repeat(letters - 2 * breaks)}`;
}

describe('a note', () => {
  it('counts a line break as one letter', () => {
    expect(readNote(typed(500, 25))).toEqual({ ok: true, value: typed(500, 25).replaceAll('\r\n', '\n') });
  });

  it('is never cut: one letter too many is refused, with both figures', () => {
    expect(readNote(typed(501, 25), { path: 'reason' })).toMatchObject({
      ...{ ok: false, code: 'note-too-long', path: 'reason', params: { length: 501, max: 500 } },
    });
  });

  it('is measured so wherever one is read', () => {
    const decision = { action: 'reject', reason: typed(2000, 20), planDueOn: '', evidenceSeen: [] };
    expect(decisionSchema.safeParse(decision).success).toBe(true);
    const figures = Object.fromEntries(COST_FIELDS.map((field) => [field, '1']));
    expect(readCosts({ ...figures, note: typed(300, 6) } as CostInput)).toMatchObject({ figures: { batch: '1' } });
  });
});
