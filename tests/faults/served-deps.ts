import { afterAll } from 'vitest';
import { keepClockShift } from '#app/platform/clock.server';
import { freePort } from '#app/platform/postgres/free-port.server';
import { testDeps, type TestDeps } from '#tests/support/test-deps';

/**
 * What a test shares with the processes that it starts: a database, the ports of their server and sandbox,
 * and the test's clock.
 */
export async function servedDeps(): Promise<{ deps: TestDeps; url: string }> {
  const given = await testDeps();
  const [port, sandboxPort] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const payments = { ...given.settings.payments, sandboxPort };
  const deps = { ...given, settings: { ...given.settings, port, publicUrl: url, payments } };
  await keepClockShift(deps.db, deps.clock.now().getTime() - Date.now());
  afterAll(() => deps.db.$disconnect());
  return { deps, url };
}
