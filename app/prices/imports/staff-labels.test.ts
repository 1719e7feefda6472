import { expect, it } from 'vitest';
import { draftText } from './staff-labels';

it('says that a file waits for its reader only where the reader may decide', () => {
  const draft = { state: 'preview', needsAnother: false } as const;
  expect(draftText(draft, { mayImport: true })).toBe('pricing:imports.draft.preview');
  expect(draftText(draft, { mayImport: false })).toBe('pricing:imports.draft.another');
  expect(draftText({ ...draft, needsAnother: true }, { mayImport: true })).toBe('pricing:imports.draft.another');
  expect(draftText({ ...draft, state: 'accepted' }, { mayImport: false })).toBe('pricing:imports.draft.accepted');
});
