import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/identity/actor';
import type { Deps } from '#app/platform/deps';
import { findWork } from '#app/platform/jobs/long-work.server';
import { acceptDraft } from '#app/pricing/imports/drafts/accept-draft.server';
import { decideDraft } from '#app/pricing/imports/drafts/decide-draft.server';
import { getDraft, type DraftPage, type LineFilter } from '#app/pricing/imports/drafts/get-draft.server';
import { openDraft } from '#app/pricing/imports/drafts/open-draft.server';
import { readDraft } from '#app/pricing/imports/drafts/read-draft.server';
import { importPriceFile } from '#app/pricing/imports/import-price-file.server';
import { listDrafts, listImports } from '#app/pricing/imports/list-imports.server';
import { jobHandlers } from '../../../scripts/job-handlers';
import { priceWork } from '#app/pricing/imports/waiting/price-work.server';
import { ecbFile } from '#tests/support/examples/ecb-file';
import { PINK_SHEET_COLUMNS, pinkSheetFile } from '#tests/support/examples/pink-sheet-file';
import { testOrganisation } from '#tests/support/people';
import { testDeps } from '#tests/support/test-deps';

const deps = await testDeps();
let officer: Actor;
let colleague: Actor;
let observer: Actor;
let stranger: Actor;

beforeAll(async () => {
  const programme = await testOrganisation(deps, { kind: 'programme', roles: ['officer', 'controller', 'observer'] });
  const other = await testOrganisation(deps, { kind: 'programme', roles: ['controller'] });
  ({ officer, controller: colleague, observer } = programme.as);
  stranger = other.as.controller;
});

beforeEach(async () => {
  deps.clock.set('2026-06-02T08:00:00Z');
  await deps.db
    .$executeRaw`TRUNCATE "Series", "PriceImport", "Observation", "ObservationInForce", "FxRate", "PriceImportDraft", "LongWork" CASCADE`;
});

let uploads = 0;
async function bring(bytes: Buffer, { source = 'pink-sheet', publishedOn = '' } = {}): Promise<string> {
  const requestId = `up-${(uploads += 1)}`;
  const file = { name: 'prices', bytes };
  const opened = await openDraft(deps, { actor: officer, source, file, publishedOn, requestId });
  if (!opened.ok) throw new Error(opened.code);
  return opened.value.draftId;
}

async function run(job: typeof readDraft, draftId: string, on: Deps = deps): Promise<void> {
  const work = await findWork(deps, { subjectId: draftId });
  await job(on, { draftId, workId: work?.id ?? '' });
}

/** Does what the worker is asked to do with the file of a draft, and says whether it was asked and the file is gone. */
async function leftToRemove(draftId: string): Promise<boolean> {
  const { storageKey } = await deps.db.priceImportDraft.findUniqueOrThrow({ where: { id: draftId } });
  const [asked] = await deps.db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM graphile_worker._private_jobs WHERE payload->>'storageKey' = ${storageKey}`;
  if (asked?.count !== 1n) return false;
  for (const _again of [1, 2]) await jobHandlers['remove-file'](deps, { storageKey });
  return (await deps.files.get(storageKey)) === null;
}

const page = (draftId: string, filter: LineFilter = 'all', after: number | null = null): Promise<DraftPage> =>
  getDraft(deps, { actor: officer, draftId, filter, after });

async function accept(draftId: string) {
  const { digest } = await page(draftId);
  return decideDraft(deps, {
    actor: officer,
    draftId,
    digest: digest ?? '',
    accept: true,
    requestId: `${draftId}-${(uploads += 1)}`,
  });
}

const months = (...values: number[]) => values.map((value, index) => [`2026M0${index + 1}`, value] as const);

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
    // Columns in another order with blanks and stars; one figure rounded, one corrected, one far off, one new.
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
    const draftId = await bring(Buffer.from('series;period;value\nwb.gold;2026-02;101,5\n'), {
      source: 'csv',
      publishedOn: '2026-06-01',
    });
    await run(readDraft, draftId);
    const waiting = async (actor: Actor) =>
      (await listDrafts(deps, { actor })).open.map(({ needsAnother }) => needsAnother);
    expect([await waiting(officer), await waiting(colleague)]).toEqual([[true], [false]]);
    expect((await page(draftId)).lines).toMatchObject([{ kind: 'new', value: '101.5' }]);
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
    expect((await page(broken)).refusal).toMatchObject({ params: { sheet: 'Monthly Prices', cell: 'L7' } });
    expect((await page(table)).refusal).toMatchObject({ params: { line: 2, column: 'value', found: '=1+1' } });
    expect((await page(future)).refusal).toMatchObject({ messageKey: 'pricing:import.dateAhead' });
    expect(await accept(broken)).toMatchObject({ code: 'draft-state' });
    expect([await deps.db.series.count(), await deps.db.priceImportDraftLine.count()]).toEqual([0, 0]);
  });

  it('is accepted by another person where it is a table, which no publisher stands for', async () => {
    await importPriceFile(deps, {
      source: 'pink-sheet',
      fileName: 'p',
      bytes: await pinkSheetFile({ months: months(100) }),
      importedBy: 'test',
    });
    const bytes = Buffer.from('series,period,value\nwb.gold,2026-01,120\n');
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
