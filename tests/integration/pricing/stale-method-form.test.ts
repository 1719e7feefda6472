import { afterAll, describe, expect, it } from 'vitest';
import { decideMethod } from '#app/pricing/methods/changes/decide-method.server';
import { newestMethod, proposeMethod } from '#app/pricing/methods/changes/propose-method.server';
import { termLines } from '#app/pricing/methods/changes/term-fields';
import { startAppServer } from '#tests/support/app-server';
import { testOrganisation } from '#tests/support/people';
import { testDeps } from '#tests/support/test-deps';
import { signedIn, workForm } from '#tests/support/visitor';

const why = { reason: 'Buyers of the last quarter paid more.', citation: 'Offers of May 2026', sourceOn: '2026-05-31' };

describe('a form of terms that somebody else has changed meanwhile', async () => {
  const server = await startAppServer(await testDeps());
  const { deps } = server;
  afterAll(() => server.close());
  const { officer, controller } = (
    await testOrganisation(deps, { kind: 'programme', roles: ['officer', 'controller'] })
  ).as;

  it('comes back with what was typed and what changed, and then changes only what its sender touched', async () => {
    const page = '/programme/methods/gold-dore';
    const by = await signedIn(server, officer);
    const opened = workForm((await by.get(page)).text, page);
    const cells = termLines(await newestMethod(deps, 'gold-dore')).flatMap((line) => line.cells);
    const figures = Object.fromEntries(cells.map(({ path, value }) => [path, value]));
    const proposal = { ...why, sourceUrl: '', figures: { ...figures, 'terms.floor.discountPct': '9.25' } };
    const change = { actor: controller, methodKey: 'gold-dore', madeFrom: 'gold-dore/1', requestId: 'meanwhile' };
    expect(await proposeMethod(deps, { ...change, proposal })).toMatchObject({ ok: true });
    const word = { actor: officer, methodId: 'gold-dore/2', approve: true, reason: '', requestId: 'word' };
    expect(await decideMethod(deps, word)).toMatchObject({ ok: true });

    const typed = { ...opened.fields, ...why, 'terms.fair.premium.value': '3', intent: 'propose' };
    const refused = await by.post(page, typed);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('What gold-dore/2 changed meanwhile');
    expect(refused.text).toMatch(/<del[^>]*>[\d.]+<\/del>\s*<strong>9.25<\/strong>/);
    const again = workForm(refused.text, page).fields;
    expect(again).toMatchObject({
      madeFrom: 'gold-dore/2',
      'terms.floor.discountPct': '9.25',
      'terms.fair.premium.value': '3',
      reason: why.reason,
    });
    const sent = await by.post(page, { ...again, intent: 'propose' });
    expect(sent.status).toBeLessThan(400);
    const { definition } = await deps.db.methodVersion.findUniqueOrThrow({ where: { id: 'gold-dore/3' } });
    expect(definition).toMatchObject({ terms: { floor: { discountPct: '9.25' }, fair: { premium: { value: '3' } } } });
  });
});
