import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { decideDraft } from '#app/prices/imports/drafts/decide-draft.server';
import { getDraft } from '#app/prices/imports/drafts/get-draft.server';
import { openDraft } from '#app/prices/imports/drafts/open-draft.server';
import { pinkSheetFile } from '#tests/support/examples/pink-sheet-file';
import { testOrganisation } from '#tests/support/people';
import { testDeps } from '#tests/support/test-deps';
import { startProcess } from './processes';
import { until } from './until';

describe('a worker that is killed', { timeout: 120_000 }, async () => {
  const deps = await testDeps();

  it('in the middle of taking a price file in leaves nothing of it, and the next one takes it in whole', async () => {
    const { officer: actor } = (await testOrganisation(deps, { kind: 'programme', roles: ['officer'] })).as;
    const bytes = await pinkSheetFile({ months: Array.from({ length: 5 }, (_, at) => [`2026M0${at + 1}`, 100 + at]) });
    const upload = {
      actor,
      source: 'pink-sheet',
      file: { name: 'prices.xlsx', bytes },
      publishedOn: '',
      requestId: 'a',
    };
    const opened = await openDraft(deps, upload);
    if (!opened.ok) throw new Error(opened.code);
    const { draftId } = opened.value;
    const page = () => getDraft(deps, { actor, draftId, filter: 'all', after: null });

    const first = await startProcess('scripts/work.ts', deps);
    const preview = await until('the preview', page, ({ state }) => state === 'preview');
    // Writing is stopped after the observations and before the log of what is in force.
    const hand = new pg.Client({ connectionString: deps.databaseUrl });
    hand.on('error', () => undefined);
    await hand.connect();
    await hand.query('BEGIN; LOCK TABLE "ObservationInForce" IN SHARE MODE');
    const decision = { actor, draftId, digest: preview.digest ?? '', accept: true, requestId: 'b' };
    expect(await decideDraft(deps, decision)).toMatchObject({ ok: true });
    const held = () => deps.db.$queryRaw<object[]>`
      SELECT 1 FROM pg_locks WHERE relation = '"ObservationInForce"'::regclass AND NOT granted`;
    await until('a write that waits', held, (rows) => rows.length > 0);
    await first.kill();
    await hand.query('ROLLBACK');
    await hand.end();
    expect([await deps.db.observation.count(), await deps.db.priceImport.count()]).toEqual([0, 0]);
    expect((await page()).state).toBe('accepting');

    const second = await startProcess('scripts/work.ts', deps);
    await until('the import', page, ({ state }) => state === 'accepted');
    expect([await deps.db.observationInForce.count(), await deps.db.priceImport.count()]).toEqual([60, 1]);
    await second.kill();
  });
});
