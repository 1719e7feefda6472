import express from 'express';
import { afterAll, describe, expect, it } from 'vitest';
import { openRateLimit } from '#app/platform/serve/api/rate-limit.server';
import { loopbackServer } from '#tests/support/loopback-server';
import { testDeps } from '#tests/support/test-deps';

describe('rate limits', async () => {
  const deps = await testDeps();
  const settings = { ...deps.settings, api: { readsPerMinute: 5, sumsPerMinute: 2 } };
  const processes = await Promise.all([1, 2].map(() => start()));
  afterAll(() => Promise.all(processes.map(({ stop }) => stop())));

  /** A process of its own, as far as the limits can tell. */
  async function start() {
    const limit = openRateLimit(settings, deps.log);
    const app = express().set('trust proxy', 'loopback').use('/api', limit.handler);
    app.use((_request, response) => response.send('ok'));
    const { url: site } = await loopbackServer(app);
    const url = `${site}/api/v1/series`;
    return {
      ask: (from: string, method = 'GET') => fetch(url, { method, headers: { 'X-Forwarded-For': from } }),
      stop: () => limit.stop(),
    };
  }
  const [one, other] = processes;
  if (!one || !other) throw new Error('two are needed');

  it('count over all processes together, and say what is left and when to come back', async () => {
    const answers = [];
    for (let turn = 0; turn < 7; turn += 1) answers.push(await (turn % 2 ? one : other).ask('192.0.2.1'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429, 429]);
    const [first] = answers;
    expect(first?.headers.get('RateLimit-Policy')).toBe('"reads";q=5;w=60');
    expect(first?.headers.get('RateLimit')).toMatch(/^"reads";r=4;t=\d+$/);
    const last = answers.at(-1);
    expect(Number.parseInt(last?.headers.get('Retry-After') ?? '', 10)).toBeGreaterThan(0);
    expect(last?.headers.get('RateLimit')).toMatch(/^"reads";r=0;t=\d+$/);
    expect(await last?.json()).toMatchObject({ status: 429 });
  });

  it('count sums apart from reads, and every address for itself', async () => {
    const statuses = [];
    for (let turn = 0; turn < 3; turn += 1) statuses.push((await one.ask('192.0.2.2', 'POST')).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect((await other.ask('192.0.2.2')).status).toBe(200);
    expect((await other.ask('192.0.2.3', 'POST')).status).toBe(200);
  });
});
