import { afterAll, describe, expect, it } from 'vitest';
import { startAppServer } from '#tests/support/app-server';
import { testOrganisation } from '#tests/support/people';
import { testDeps } from '#tests/support/test-deps';
import { signedIn } from '#tests/support/visitor';
import { market, must } from '#tests/integration/trading/market';

/** What differs from answer to answer whatever is asked: request ids and nonces. */
function withoutIds(text: string): string {
  return text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID').replace(/nonce="[^"]*"/g, '');
}

describe('what is left of a lot, asked for by those who may not order it', { timeout: 60_000 }, async () => {
  const server = await startAppServer(await testDeps());
  const { deps } = server;
  const town = await market(deps);
  const { as } = await testOrganisation(deps, {
    kind: 'buyer',
    roles: ['purchaser'],
    programmeId: town.programmeId,
  });
  const unaccepted = await signedIn(server, as.purchaser);
  const accepted = await signedIn(server, town.stranger);
  afterAll(() => server.close());
  // A price with which a part that is all of the rest would be rounded otherwise.
  const lotId = await town.lot({ divisible: true, askMinor: 10_000_001n });
  const form = `/lots/${lotId}/order`;

  async function everySight(): Promise<string[]> {
    const api = `${server.url}/api/v1/lots`;
    const open = [
      ...['?massMin=0.6', '?massMin=0.9', '?massMax=0.5', '?massMax=0.7', '?sort=mass', `/${lotId}`].map(
        (q) => api + q,
      ),
      ...[`/lots/${lotId}`, `/lots/${lotId}/working`, '/lots?massMin=0.7', '/lots?sort=mass'].map(
        (q) => server.url + q,
      ),
    ];
    const asked = await Promise.all(open.map(async (url) => (await fetch(url)).text()));
    for (const quantity of ['', '?quantity=647.3', '?quantity=800', '?quantity=893.7', '?quantity=1000'])
      asked.push((await unaccepted.get(form + quantity)).text);
    return asked.map(withoutIds);
  }

  it('is the same in every answer as long as it is in the same step', async () => {
    must(await town.place(lotId, { quantity: '106.3' }));
    const before = await everySight();
    const exact = await accepted.get(form);
    expect(exact.text).toContain('893.7');
    must(await town.place(lotId, { quantity: '246.4', anotherConfirmed: true }));
    expect(await everySight()).toEqual(before);
    expect((await accepted.get(form)).text).toContain('647.3');
    // Only where it was typed.
    expect(before.filter((text) => text.includes('893.7'))).toHaveLength(1);
  });

  it('is not told by what placing an order answers', async () => {
    const place = (quantity: string) => town.place(lotId, { actor: as.purchaser, quantity });
    for (const quantity of ['', '647.3', '647.4', '1000'])
      expect([quantity, await place(quantity)]).toMatchObject([quantity, { ok: false, code: 'buyer-not-accepted' }]);
    expect(await town.place(lotId, { actor: town.stranger, quantity: '647.4' })).toMatchObject({
      code: 'lot-not-available',
    });
  });
});
