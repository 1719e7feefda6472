import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchRaw } from '#tests/support/fetch-raw';
import { startAppServer, type AppServer } from '#tests/support/app-server';
import { testDeps } from '#tests/support/test-deps';

describe('what does not reach the pages', async () => {
  const deps = await testDeps();
  let server: AppServer;
  beforeAll(async () => (server = await startAppServer(deps)));
  afterAll(() => server.close());
  const odd = (headers: Record<string, string>) => fetchRaw(`${server.url}/lots/%2Fprogramme`, headers);

  it('is no error of ours where a method is not taken', async () => {
    const lines: { level: number; msg: string; path: string }[] = [];
    const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line) as never) });
    const logged = await startAppServer({ ...deps, log });
    for (const [method, path] of [
      ['DELETE', '/api/v1/series'],
      ['POST', '/prices'],
    ] as const) {
      const answer = await fetch(`${logged.url}${path}`, { method, headers: { Origin: logged.url } });
      expect([answer.status, (await answer.text()).length > 0]).toEqual([405, true]);
    }
    await logged.close();
    expect(lines.map(({ msg, path }) => [msg, path])).toEqual([
      ['request', '/api/v1/series'],
      ['request', '/prices'],
    ]);
  });

  it('is a small page for a browser, in its language', async () => {
    const { status, headers, text } = await odd({ Accept: 'text/html,*/*;q=0.8', 'Accept-Language': 'fr' });
    expect([status, headers['content-type'], headers['content-language']]).toEqual([
      400,
      'text/html; charset=utf-8',
      'fr',
    ]);
    expect(text).toContain('<html lang="fr">');
    expect(text).toContain('<a href="/">');
  });

  it('is a line of text for everything else', async () => {
    const { status, headers, text } = await odd({ Accept: '*/*' });
    expect([status, headers['content-type']]).toEqual([400, 'text/plain; charset=utf-8']);
    expect(text).not.toContain('<');
  });
});
