import { expect, it } from 'vitest';
import { decideQuarantine } from '#app/prices/imports/decide-quarantine.server';
import { importVintage, takeVintage } from '#app/prices/imports/import-vintage.server';
import { testPerson } from '#tests/support/people';
import { testDeps } from '#tests/support/test-deps';
import { until } from '../../faults/until';

const deps = await testDeps();
const [{ userId: ana }, { userId: joao }] = [await testPerson(deps), await testPerson(deps)];

function vintage(publishedOn: string, period: string, value: string) {
  const sha256 = publishedOn.replaceAll('-', '').padStart(64, '0');
  const figures = [{ series: 'wb.gold', period, value }];
  return { source: 'pink-sheet', fileName: publishedOn, sha256, publishedOn, figures, importedBy: 'test' };
}

it('a figure is not accepted past the newer file that is being taken in', async () => {
  await importVintage(deps, vintage('2026-05-02', '2026-04', '100'));
  await importVintage(deps, vintage('2026-06-02', '2026-05', '141'));
  const { id: observationId } = await deps.db.observation.findFirstOrThrow({ where: { kind: 'quarantined' } });
  const accept = (staffId: string) =>
    decideQuarantine(deps, { observationId, staffId, accepted: true, reason: 'checked' });
  await accept(ana);

  let isDecided = false;
  const decision = await deps.db.$transaction(
    async (tx) => {
      await takeVintage(tx, deps, vintage('2026-06-03', '2026-05', '105'));
      const second = accept(joao).finally(() => (isDecided = true));
      const waiting = () => deps.db.$queryRaw<{ n: number }[]>`
        SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      await until('the acceptance', waiting, ([row]) => isDecided || row?.n === 1);
      return { second };
    },
    { timeout: 60_000 },
  );
  expect(await decision.second).toMatchObject({ ok: false, code: 'not-waiting' });
  const last = await deps.db.observationInForce.findFirst({ orderBy: { position: 'desc' } });
  expect(last?.value.toFixed()).toBe('105');
});
