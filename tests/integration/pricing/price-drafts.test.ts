import { describe, expect, it } from 'vitest';
import type { Deps } from '#app/platform/deps';
import { acceptDraft } from '#app/prices/imports/drafts/accept-draft.server';
import { decideDraft } from '#app/prices/imports/drafts/decide-draft.server';
import { getDraft } from '#app/prices/imports/drafts/get-draft.server';
import { openDraft } from '#app/prices/imports/drafts/open-draft.server';
import { valuingAfter } from '#app/prices/imports/drafts/valuing-after.server';
import { readDraft } from '#app/prices/imports/drafts/read-draft.server';
import { importPriceFile } from '#app/prices/imports/import-price-file.server';
import { listImports } from '#app/prices/imports/list-imports.server';
import { priceWork } from '#app/prices/waiting/price-work.server';
import { refreshListedLots } from '#app/catalogue/lot-band/refresh-listed-lots.server';
import { ecbFile } from '#tests/support/examples/ecb-file';
import { PINK_SHEET_COLUMNS, pinkSheetFile } from '#tests/support/examples/pink-sheet-file';
import { testDeps } from '#tests/support/test-deps';
import { draftDesk, months } from './draft-desk';

const deps = await testDeps();
const { officer, observer, stranger, bring, run, leftToRemove, page, accept } = await draftDesk(deps);

describe('a file that staff bring', () => {
  it('counts for nothing until it is accepted, and then as a whole', async () => {
    const draftId = await bring(await pinkSheetFile({ months: months(100, 101, 102) }));
    expect(await page(draftId)).toMatchObject({ state: 'reading', work: { done: 0, total: 0 }, lines: [] });
    await run(readDraft, draftId);
    const preview = await page(draftId);
    expect(preview).toMatchObject({ state: 'preview', publishedOn: '2026-06-02', counts: { read: 36, new: 36 } });
    expect(preview.lines[0]).toMatchObject({ kind: 'new', period: '2026-01', value: '100', previous: null });
    expect([await deps.db.series.count(), await deps.db.priceImport.count()]).toEqual([0, 0]);
    expect((await priceWork(deps, { actor: officer })).items).toMatchObject([{ id: draftId, kind: 'draft' }]);

    expect(await accept(draftId)).toMatchObject({ ok: true });
    expect(await leftToRemove(draftId)).toBe(false);
    await run(acceptDraft, draftId);
    expect(await page(draftId)).toMatchObject({ state: 'accepted', work: null, lines: [] });
    expect(await deps.db.observationInForce.count()).toBe(36);
    expect((await listImports(deps, { actor: officer, cursor: null })).items).toMatchObject([
      { source: 'pink-sheet', by: officer.name, isPerson: true, new: 36, status: 'accepted' },
    ]);
    // Both jobs again, as after a crash between the write and its end.
    await run(readDraft, draftId);
    await run(acceptDraft, draftId);
    expect(await deps.db.priceImport.count()).toBe(1);
  });

  it('says how far the lots are valued anew, and when that has ended', async () => {
    await refreshListedLots(deps);
    deps.clock.set('2026-06-02T08:05:00Z');
    const draftId = await bring(await pinkSheetFile({ months: months(100, 101) }));
    await run(readDraft, draftId);
    expect(await valuingAfter(deps, await page(draftId))).toBeNull();
    await accept(draftId);
    await run(acceptDraft, draftId);
    // An earlier valuing says nothing of this file.
    expect(await valuingAfter(deps, await page(draftId))).toMatchObject({ state: 'waiting', endedAt: null });
    await refreshListedLots(deps);
    expect(await valuingAfter(deps, await page(draftId))).toMatchObject({ state: 'done' });
  });

  it('can be thrown away, and then nothing of it is left', async () => {
    const draftId = await bring(await pinkSheetFile({ months: months(100, 101) }));
    await run(readDraft, draftId);
    const { digest } = await page(draftId);
    const away = { actor: officer, draftId, digest: digest ?? '', accept: false, requestId: 'away' };
    for (const _again of [1, 2]) expect(await decideDraft(deps, away)).toMatchObject({ ok: true });
    expect(await page(draftId)).toMatchObject({ state: 'discarded', lines: [] });
    expect(await accept(draftId)).toMatchObject({ code: 'draft-state' });
    expect(await leftToRemove(draftId)).toBe(true);
    expect([await deps.db.series.count(), await deps.db.priceImport.count()]).toEqual([0, 0]);
  });

  it('shows what it would change, what matters most first, by kind and page by page', async () => {
    const first = await pinkSheetFile({ updatedOn: 'Updated on May 04, 2026', months: months(100.25, 101.25, 102) });
    await importPriceFile(deps, { source: 'pink-sheet', fileName: 'a', bytes: first, importedBy: 'test' });
    // Columns in another order with blanks and stars. One figure rounded, one corrected, one far off, one
    // new.
    const columns = [...PINK_SHEET_COLUMNS].reverse().map(([name, unit]) => [`${name} **`, unit] as const);
    const bytes = await pinkSheetFile({
      columns,
      months: [...months(100.65, 101.3, 110), ['2026M04', 160], ['2026M05', 111]],
    });
    const draftId = await bring(bytes);
    await run(readDraft, draftId);
    const counts = { read: 60, new: 12, rounding: 12, revised: 24, material: 12, unchanged: 0, quarantined: 12 };
    const preview = await page(draftId);
    expect(preview).toMatchObject({ counts, lines: { length: 25 }, next: 24 });
    expect(preview.lines.slice(0, 13).map(({ kind }) => kind)).toEqual([...Array(12).fill('quarantined'), 'revised']);
    expect(preview.lines[12]).toMatchObject({ material: true, previous: '102', value: '110' });
    expect((await page(draftId, 'all', 49)).lines).toHaveLength(10);
    expect((await page(draftId, 'material')).lines.map(({ period }) => period)).toEqual(Array(12).fill('2026-03'));
    expect((await page(draftId, 'rounding')).lines).toHaveLength(12);
  });

  it('shows that a month which was set aside before would wait again, though a later one counts', async () => {
    const take = async (updatedOn: string, values: number[]) =>
      importPriceFile(deps, {
        source: 'pink-sheet',
        fileName: 'a',
        bytes: await pinkSheetFile({ updatedOn, months: months(...values) }),
        importedBy: 'test',
      });
    await take('Updated on April 02, 2026', [100]);
    await take('Updated on May 04, 2026', [100, 145, 130]);
    const draftId = await bring(await pinkSheetFile({ months: months(100, 145, 130, 131) }));
    await run(readDraft, draftId);
    const preview = await page(draftId);
    expect(preview).toMatchObject({ counts: { read: 48, new: 12, unchanged: 24, quarantined: 12 } });
    expect(preview.lines[0]).toMatchObject({ kind: 'quarantined', period: '2026-02', value: '145' });
  });

  it('changes nothing when it was taken in before, or is older than what counts', async () => {
    const bytes = await pinkSheetFile({ months: months(100) });
    await importPriceFile(deps, { source: 'pink-sheet', fileName: 'a', bytes, importedBy: 'test' });
    const same = await bring(bytes);
    await run(readDraft, same);
    expect(await page(same)).toMatchObject({ state: 'unchanged', counts: { read: 12, unchanged: 12 } });
    const older = await bring(await pinkSheetFile({ updatedOn: 'Updated on May 04, 2026', months: months(90) }));
    await run(readDraft, older);
    expect((await page(older)).lines).toMatchObject(
      Array(12).fill({ kind: 'superseded', previous: '100', value: '90' }),
    );
  });

  it('is refused with the place that is wrong, and nothing of it is kept', async () => {
    const broken = await bring(await pinkSheetFile({ months: [['2026M01', 'n/a']] }));
    const table = await bring(Buffer.from('series,period,value\nwb.gold,2026-05,=1+1\n'), {
      source: 'csv',
      publishedOn: '2026-06-01',
    });
    const future = await bring(Buffer.from(ecbFile({ '2062-06-01': { USD: '1.1' } })), { source: 'ecb' });
    for (const id of [broken, table, future]) await run(readDraft, id);
    expect((await page(broken)).refusal).toMatchObject({
      params: { sheet: 'Monthly Prices', cell: 'L7' },
      rows: { named: { length: 12 }, more: 0 },
    });
    expect((await page(table)).refusal).toMatchObject({ params: { line: 2, column: 'value', found: '=1+1' } });
    expect((await page(future)).refusal).toMatchObject({ messageKey: 'pricing:import.dateAhead' });
    expect(await accept(broken)).toMatchObject({ code: 'draft-state' });
    expect([await deps.db.series.count(), await deps.db.priceImportDraftLine.count()]).toEqual([0, 0]);
  });

  it('must be looked at again when prices have changed in the meantime', async () => {
    const draftId = await bring(await pinkSheetFile({ months: months(100, 101) }));
    await run(readDraft, draftId);
    expect(await accept(draftId)).toMatchObject({ ok: true });
    const other = await pinkSheetFile({ updatedOn: 'Updated on June 01, 2026', months: months(99) });
    await importPriceFile(deps, { source: 'pink-sheet', fileName: 'b', bytes: other, importedBy: 'test' });
    await run(acceptDraft, draftId);
    expect(await page(draftId)).toMatchObject({
      state: 'preview',
      changedSince: true,
      counts: { new: 12, revised: 12 },
    });
    expect(await deps.db.priceImport.count()).toBe(1);
    expect(await accept(draftId)).toMatchObject({ ok: true });
    await run(acceptDraft, draftId);
    expect(await page(draftId)).toMatchObject({ state: 'accepted' });
  });

  it('leaves nothing half stored when its job is cut off, and is taken in by the next one', async () => {
    const draftId = await bring(await pinkSheetFile({ months: months(100, 101, 102) }));
    await run(readDraft, draftId);
    await accept(draftId);
    let writes = 0;
    const dying: Deps = {
      ...deps,
      jobs: {
        // The last write of the transaction before its end.
        enqueue: () => {
          writes += 1;
          throw new Error('killed');
        },
      },
    };
    await expect(run(acceptDraft, draftId, dying)).rejects.toThrow('killed');
    expect([writes, await deps.db.observation.count(), await deps.db.priceImport.count()]).toEqual([1, 0, 0]);
    expect(await page(draftId)).toMatchObject({ state: 'accepting', work: { done: 36, total: 36 } });
    await run(acceptDraft, draftId);
    expect([await deps.db.observation.count(), (await page(draftId)).state]).toEqual([36, 'accepted']);
  });

  it('is one draft however often it is sent, and one acceptance however often that is clicked', async () => {
    const bytes = await pinkSheetFile({ months: months(100) });
    const ids = await Promise.all([bring(bytes), bring(bytes)]);
    const again = await bring(bytes);
    expect(ids).toContain(again);
    await run(readDraft, again);
    const both = await Promise.all([accept(again), accept(again)]);
    expect(both.map((answer) => answer.ok).sort()).toEqual([false, true]);
  });

  it('counts against the quota of its programme while its file is kept, and of the day ever after', async () => {
    const { organisationId } = officer;
    const bytes = await pinkSheetFile({ months: months(100) });
    await bring(bytes);
    const other = { bytes: await pinkSheetFile({ months: months(101) }), name: 'prices' };
    const send = (uploads: Partial<Deps['settings']['uploads']>, file = other) => {
      const settings = { ...deps.settings, uploads: { ...deps.settings.uploads, ...uploads } };
      const upload = { actor: officer, source: 'pink-sheet', file, publishedOn: '', requestId: deps.newId() };
      return openDraft({ ...deps, settings }, upload);
    };
    expect(await send({ filesPerDay: 1 })).toMatchObject({ code: 'quota-day', path: 'file' });
    expect(await send({ files: 1 })).toMatchObject({ code: 'quota-total' });
    // The same file is the same draft, and takes no place of its own.
    expect(await send({ files: 1 }, { bytes, name: 'prices' })).toMatchObject({ ok: true });
    await deps.db.priceImportDraft.updateMany({ where: { programmeId: organisationId }, data: { state: 'discarded' } });
    expect(await send({ filesPerDay: 1 })).toMatchObject({ code: 'quota-day' });
    expect(await send({ files: 1 })).toMatchObject({ ok: true });
  });

  it('belongs to its programme, and to those who may bring one', async () => {
    const draftId = await bring(await pinkSheetFile({ months: months(100) }));
    await run(readDraft, draftId);
    await expect(getDraft(deps, { actor: stranger, draftId, filter: 'all', after: null })).rejects.toMatchObject({
      status: 404,
    });
    const decision = { draftId, digest: '', accept: false, requestId: 'x' };
    await expect(decideDraft(deps, { ...decision, actor: stranger })).rejects.toMatchObject({ status: 404 });
    await expect(decideDraft(deps, { ...decision, actor: observer })).rejects.toMatchObject({ status: 403 });
    const upload = { source: 'csv', file: null, publishedOn: '', requestId: 'y' };
    await expect(openDraft(deps, { ...upload, actor: observer })).rejects.toMatchObject({ status: 403 });
    expect(await openDraft(deps, { ...upload, actor: officer })).toMatchObject({ code: 'file-missing', path: 'file' });
    const table = { ...upload, actor: officer, file: { name: 'a.csv', bytes: Buffer.from('x') } };
    for (const publishedOn of ['', '2026-02-30', '2026-06-03', '02/06/2026'])
      expect(await openDraft(deps, { ...table, publishedOn })).toMatchObject({ code: 'published-on' });
  });
});
