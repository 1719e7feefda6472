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
