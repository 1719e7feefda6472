import { dayOf } from '#app/money/calendar-day';
import { describe, expect, it } from 'vitest';
import type { Actor } from '#app/identity/actor';
import { acceptDraft } from '#app/prices/imports/drafts/accept-draft.server';
import { decideDraft } from '#app/prices/imports/drafts/decide-draft.server';
import { readDraft } from '#app/prices/imports/drafts/read-draft.server';
import { importPriceFile } from '#app/prices/imports/import-price-file.server';
import { listDrafts } from '#app/prices/imports/list-imports.server';
import { priceWork } from '#app/prices/waiting/price-work.server';
import { pinkSheetFile } from '#tests/support/examples/pink-sheet-file';
import { testDeps } from '#tests/support/test-deps';
import { draftDesk, months } from './draft-desk';

const deps = await testDeps();
const { officer, colleague, stranger, bring, run, leftToRemove, page, accept } = await draftDesk(deps);

describe('a table that staff bring', () => {
  it('of a table brought again with another day of publication is another, also where the first was taken in', async () => {
    const bytes = Buffer.from('series,period,value\nop.cobalt,2026-04,15\n');
    const first = await bring(bytes, { source: 'csv', publishedOn: '2026-05-02' });
    expect(await bring(bytes, { source: 'csv', publishedOn: '2026-05-02' })).toBe(first);
    const other = await bring(bytes, { source: 'csv', publishedOn: '2026-06-01' });
    expect(other).not.toBe(first);
    for (const draftId of [first, other]) {
      await run(readDraft, draftId);
      const { digest } = await page(draftId);
      const decision = { actor: colleague, draftId, digest: digest ?? '', accept: true, requestId: draftId };
      expect(await decideDraft(deps, decision)).toMatchObject({ ok: true });
      await run(acceptDraft, draftId);
    }
    const imports = await deps.db.priceImport.findMany({ orderBy: { publishedOn: 'asc' } });
    expect(imports.map(({ publishedOn, status }) => [dayOf(publishedOn), status])).toEqual([
      ['2026-05-02', 'accepted'],
      ['2026-06-01', 'unchanged'],
    ]);
    // The same day again changes nothing.
    const again = await bring(bytes, { source: 'csv', publishedOn: '2026-06-01' });
    await run(readDraft, again);
    expect(await page(again)).toMatchObject({ state: 'unchanged' });
  });

  it('stays listed as refused, with who, when and why', async () => {
    await importPriceFile(deps, {
      source: 'pink-sheet',
      fileName: 'a',
      bytes: await pinkSheetFile({ months: months(100) }),
      importedBy: 'test',
    });
    const rows = Array.from({ length: 25 }, () => 'wb.oil;2026-05;1,5');
    const draftId = await bring(Buffer.from(`series;period;value\r\n${rows.join('\r\n')}`), {
      source: 'csv',
      publishedOn: '2026-06-01',
    });
    expect((await listDrafts(deps, { actor: officer })).refused).toEqual([]);
    await run(readDraft, draftId);
    const { open, refused } = await listDrafts(deps, { actor: officer });
    expect(open).toEqual([]);
    expect(refused).toMatchObject([
      {
        id: draftId,
        state: 'refused',
        fileName: 'prices',
        uploadedBy: officer.name,
        uploadedAt: '2026-06-02T08:00:00.000Z',
        refusal: { messageKey: 'pricing:import.csvSeries', params: { line: 2 }, rows: { more: 5 } },
      },
    ]);
    expect((await page(draftId)).refusal?.rows?.named).toHaveLength(20);
    expect(await leftToRemove(draftId)).toBe(true);
    expect((await listDrafts(deps, { actor: stranger })).refused).toEqual([]);
    expect(await deps.db.priceImport.count()).toBe(1);
  });

  it('of a table waits for another than who brought it', async () => {
    const sheet = await pinkSheetFile({ months: months(100) });
    await importPriceFile(deps, { source: 'pink-sheet', fileName: 'a', bytes: sheet, importedBy: 'test' });
    const draftId = await bring(Buffer.from('series;period;value\nop.cobalt;2026-02;15,5\n'), {
      source: 'csv',
      publishedOn: '2026-06-01',
    });
    await run(readDraft, draftId);
    const waiting = async (actor: Actor) =>
      (await listDrafts(deps, { actor })).open.map(({ needsAnother }) => needsAnother);
    expect([await waiting(officer), await waiting(colleague)]).toEqual([[true], [false]]);
    expect((await page(draftId)).lines).toMatchObject([{ kind: 'new', value: '15.5' }]);
  });

  it('is accepted by another person where it is a table, which no publisher stands for', async () => {
    await importPriceFile(deps, {
      source: 'pink-sheet',
      fileName: 'p',
      bytes: await pinkSheetFile({ months: months(100) }),
      importedBy: 'test',
    });
    const bytes = Buffer.from('series,period,value\nop.cobalt,2026-01,15\n');
    const draftId = await bring(bytes, { source: 'csv', publishedOn: '2026-06-02' });
    await run(readDraft, draftId);
    expect(await page(draftId)).toMatchObject({ state: 'preview', needsAnother: true });
    expect(await accept(draftId)).toMatchObject({ code: 'same-person' });
    const work = async (actor: Actor) => (await priceWork(deps, { actor })).total;
    expect([await work(officer), await work(colleague)]).toEqual([0, 1]);
    const { digest } = await page(draftId);
    const decision = { actor: colleague, draftId, digest: digest ?? '', accept: true, requestId: 'colleague' };
    expect(await decideDraft(deps, decision)).toMatchObject({ ok: true });
  });
});
