import { expect, it } from 'vitest';
import { findWork } from '#app/platform/jobs/long-work.server';
import { decideDraft } from '#app/prices/imports/drafts/decide-draft.server';
import { getDraft } from '#app/prices/imports/drafts/get-draft.server';
import { openDraft } from '#app/prices/imports/drafts/open-draft.server';
import { readDraft } from '#app/prices/imports/drafts/read-draft.server';
import { pinkSheetFile } from '#tests/support/examples/pink-sheet-file';
import { testDeps } from '#tests/support/test-deps';
import { forgetPrices, priceStaff } from '../price-staff';

const deps = await testDeps();
const { officer: actor } = await priceStaff(deps);

it('a file of a day that has not come is said to be so, and may be accepted all the same', async () => {
  await forgetPrices(deps);
  const bytes = await pinkSheetFile({ months: [['2026M06', 100]], updatedOn: 'Updated on July 02, 2026' });
  const given = { source: 'pink-sheet', file: { name: 'july.xlsx', bytes }, publishedOn: '' };
  const opened = await openDraft(deps, { actor, ...given, requestId: 'july' });
  if (!opened.ok) throw new Error(opened.code);
  const { draftId } = opened.value;
  const page = () => getDraft(deps, { actor, draftId, filter: 'all', after: null });
  expect(await page()).toMatchObject({ publishedOn: null, aheadOf: null });
  await readDraft(deps, { draftId, workId: (await findWork(deps, { subjectId: draftId }))?.id ?? '' });
  const preview = await page();
  expect(preview).toMatchObject({ state: 'preview', publishedOn: '2026-07-02', aheadOf: '2026-06-02' });
  deps.clock.set('2026-07-02T08:00:00Z');
  expect(await page()).toMatchObject({ publishedOn: '2026-07-02', aheadOf: null });
  const yes = { actor, draftId, digest: preview.digest ?? '', accept: true, requestId: 'yes' };
  expect(await decideDraft(deps, yes)).toMatchObject({ ok: true });
});
