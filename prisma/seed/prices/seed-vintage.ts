import { createHash } from 'node:crypto';
import { importVintage } from '#app/prices/imports/import-vintage.server';
import { listQuarantined } from '#app/prices/waiting/list-quarantined.server';
import { reviewQuarantined } from '#app/prices/waiting/review-quarantined.server';
import { SNAPSHOT_PUBLISHED_ON } from '#app/prices/snapshot/snapshot-facts';
import { loadSnapshot, snapshotVintage } from '#app/prices/snapshot/load-snapshot.server';
import { seedOperatorPrices } from './seed-operator-prices';
import { actorOf, must, type Cast, type SeedDeps } from '../seed-world';
import { PROGRAMMES } from '../world/programmes';

/**
 * What came out on a day: the shipped figures of the months that had ended by then, so that the demo knew at
 * no time what was not published yet. The last is the shipped file itself.
 */
export async function seedVintage(deps: SeedDeps, publishedOn: string): Promise<void> {
  if (publishedOn === SNAPSHOT_PUBLISHED_ON) await loadSnapshot(deps);
  else await seedEarlierFile(deps, publishedOn);
  await seedOperatorPrices(deps, { publishedOn });
}

async function seedEarlierFile(deps: SeedDeps, publishedOn: string): Promise<void> {
  const shipped = snapshotVintage();
  const month = publishedOn.slice(0, 7);
  const figures = shipped.figures.filter(({ period }) => period < month);
  await importVintage(deps, {
    ...shipped,
    fileName: `demo-pink-sheet-${month}`,
    sha256: createHash('sha256').update(JSON.stringify(figures)).digest('hex'),
    publishedOn,
    figures,
    importedBy: 'demo',
  });
}

/**
 * What leapt in a file (silver did, in January 2026) is looked up at its publisher and accepted by two of the
 * staff the same morning.
 */
export async function believeLeaps(deps: SeedDeps, cast: Cast): Promise<void> {
  const [programme] = PROGRAMMES;
  if (!programme) return;
  const officer = actorOf(cast, programme.key, 'officer');
  const controller = actorOf(cast, programme.key, 'controller');
  for (const { id: observationId } of await listQuarantined(deps, { actor: officer })) {
    for (const actor of [officer, controller]) {
      const word = { accept: true, reason: 'The publisher says the same on its page.', requestId: deps.newId() };
      must(await reviewQuarantined(deps, { actor, observationId, ...word }), 'a figure that leapt');
    }
  }
}
