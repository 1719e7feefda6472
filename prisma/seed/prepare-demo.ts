import type { Deps } from '#app/platform/deps';
import { keepClockShift } from '#app/platform/clock.server';
import type { Settings } from '#app/platform/settings';
import { wire } from '#app/platform/wiring.server';
import { closeEvidenceDays } from '#app/evidence/days/close-evidence-days.server';
import { SNAPSHOT_PUBLISHED_ON } from '#app/prices/snapshot/snapshot-facts';
import { seedDemo } from './seed-demo';

const KEY = 'demo';
type State = 'seeding' | 'ready';

/**
 * Fills an empty database with the demo, once. A seed that was cut off (the mark says so) is wiped and made
 * anew. A database that holds anything else is never touched.
 */
export async function prepareDemo(settings: Settings, say: (text: string) => void): Promise<void> {
  const deps = await wire(
    { ...settings, databaseUrl: withLazyCommits(settings.databaseUrl) },
    { name: 'seed', poolSize: 4 },
  );
  try {
    const state = await readState(deps);
    if (state === 'ready') return;
    if (state === null && (await deps.db.organisation.count()) > 0) {
      say('this database has organisations of its own: no demo is added');
      return;
    }
    if (state === 'seeding') await wipe(deps);
    await markState(deps, 'seeding');
    const started = Date.now();
    const end = new Date(`${SNAPSHOT_PUBLISHED_ON}T08:00:00Z`);
    await seedDemo(deps, { end, onProgress: createBar(say) });
    await closeEvidenceDays({ ...deps, clock: { now: () => end } });
    await keepClockShift(deps.db, end.getTime() - Date.now());
    await markState(deps, 'ready');
    say(`demo made in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  } finally {
    await deps.db.$disconnect();
  }
}

/**
 * Thousands of commits that each wait for the disk would take minutes. The log is written in order all the
 * same: if the last mark survives a power cut, so did everything before it, and if not the seed is made anew.
 */
function withLazyCommits(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set('options', '-c synchronous_commit=off -c jit=off');
  return url.toString();
}

async function readState(deps: Deps): Promise<State | null> {
  const row = await deps.db.installation.findUnique({ where: { key: KEY } });
  return row?.value === 'ready' || row?.value === 'seeding' ? row.value : null;
}

async function markState(deps: Deps, value: State): Promise<void> {
  await deps.db.installation.upsert({ where: { key: KEY }, create: { key: KEY, value }, update: { value } });
}

/** Only ever reached where the mark says that all there is came from a seed that was cut off. */
async function wipe({ db }: Deps): Promise<void> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;
  await db.$executeRawUnsafe(`TRUNCATE ${tables.map(({ name }) => name).join(', ')} RESTART IDENTITY CASCADE`);
}

/** A bar that redraws itself on a terminal and prints every tenth elsewhere. */
function createBar(say: (text: string) => void): (done: number, total: number, what: string) => void {
  let last = -1;
  return (done, total, what) => {
    const tenth = Math.floor((done * 10) / total);
    if (process.stdout.isTTY) {
      const width = Math.floor((done * 30) / total);
      process.stdout.write(
        `\r  making the demo: ${what.padEnd(16)} ${'█'.repeat(width)}${'░'.repeat(30 - width)} ${done}/${total}`,
      );
      if (done === total && total > 1) process.stdout.write('\n');
    } else if (tenth !== last) say(`making the demo: ${what} ${done}/${total}`);
    last = tenth;
  };
}
