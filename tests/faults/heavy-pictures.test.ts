import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { acceptOrganisation, testOrganisation } from '#tests/support/people';
import { sessionCookie, visitor } from '#tests/support/visitor';
import { LEAST_BASE_MS, percentile, timesOf } from './page-times';
import { startProcess } from './processes';
import { servedDeps } from './served-deps';

const UPLOADS = 12;

describe('pictures of 59 million points', { timeout: 240_000 }, async () => {
  const { deps, url } = await servedDeps();
  const programme = await testOrganisation(deps, { kind: 'programme', roles: ['officer'] });
  const { organisationId: programmeId } = programme;
  const buyer = await testOrganisation(deps, { kind: 'buyer', roles: ['purchaser'], programmeId });
  await acceptOrganisation(deps, buyer.organisationId);
  await deps.db.application.updateMany({ data: { state: 'draft' } });

  it('sent twelve at once: pages come as before, and each sender gets a clear answer', async () => {
    const create = { width: 9100, height: 6500, channels: 3 as const, background: '#b87333' };
    const png = await sharp({ create }).png().toBuffer();
    const person = visitor({ url }, { cookie: await sessionCookie(deps, buyer.as.purchaser) });
    const server = await startProcess('scripts/serve.ts', deps);
    const read = () => person.get('/buyer/orders');
    await timesOf(read, { times: 20 });
    const before = await timesOf(read, { times: 80 });

    let waiting = true;
    const sent = Array.from({ length: UPLOADS }, () =>
      person.post('/buyer/application?requirement=registration', {
        requestId: deps.newId(),
        'file-registration': new File([new Uint8Array(png)], 'registration.png', { type: 'image/png' }),
        'expiresOn-registration': '',
        'statement-registration': '',
      }),
    );
    const all = Promise.all(sent).finally(() => (waiting = false));
    const during = await timesOf(read, { while: () => waiting });
    const answers = await all;

    const [base, busy] = [percentile(before, 99), percentile(during, 99)];
    const taken = answers.filter(({ status }) => status === 303);
    const refused = answers.filter(({ status }) => status === 422);
    console.log(
      `p99 of a page: ${base} ms alone, ${busy} ms while ${UPLOADS} pictures came (${during.length} pages); ${taken.length} taken, ${refused.length} asked to try again`,
    );
    expect(taken.length + refused.length).toBe(UPLOADS);
    expect(taken.length).toBeGreaterThanOrEqual(1);
    for (const { text } of refused) expect(text).toContain('Many photos are being read right now');
    expect(await deps.db.document.count()).toBe(taken.length);
    // Drawn in the web process they stood for many seconds.
    expect(busy).toBeLessThan(2 * Math.max(base, LEAST_BASE_MS));
    await server.kill();
  });
});
