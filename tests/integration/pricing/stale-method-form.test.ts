import { afterAll, describe, expect, it } from 'vitest';
import { decideMethod } from '#app/valuation/change-methods/decide-method.server';
import { listProposals } from '#app/valuation/methods/proposals.server';
import { draftMethod, newestMethod, proposeMethod } from '#app/valuation/change-methods/propose-method.server';
import { termLines } from '#app/valuation/methods/term-fields';
import { startAppServer } from '#tests/support/app-server';
import { testOrganisation } from '#tests/support/people';
import { testDeps } from '#tests/support/test-deps';
import { signedIn, workForm } from '#tests/support/visitor';

const why = { reason: 'Buyers of the last quarter paid more.', citation: 'Offers of May 2026', sourceOn: '2026-05-31' };

describe('a change of terms that somebody else has changed meanwhile', async () => {
  const server = await startAppServer(await testDeps());
  const { deps } = server;
  afterAll(() => server.close());
  const { officer, controller } = (
    await testOrganisation(deps, { kind: 'programme', roles: ['officer', 'controller'] })
  ).as;

  const figuresOf = async (key: string) => {
    const cells = termLines(await newestMethod(deps, key)).flatMap((line) => line.cells);
    return Object.fromEntries(cells.map(({ path, value }) => [path, value]));
  };

  it('comes back with what was typed and what changed, and then changes only what its sender touched', async () => {
    const page = '/programme/methods/gold-dore';
    const by = await signedIn(server, officer);
    const opened = workForm((await by.get(page)).text, page);
    const figures = await figuresOf('gold-dore');
    const proposal = { ...why, sourceUrl: '', figures: { ...figures, 'terms.floor.discountPct': '9.25' } };
    const change = { actor: controller, methodKey: 'gold-dore', madeFrom: 'gold-dore/1', requestId: 'meanwhile' };
    expect(await proposeMethod(deps, { ...change, proposal })).toMatchObject({ ok: true });
    const work = async (who: typeof officer) => (await (await signedIn(server, who)).get('/programme/work')).text;
    expect(await work(controller)).toContain('None waits for you. One change that you proposed waits');
    expect(await work(officer)).not.toContain('None waits for you');
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

  it('is neither proposed nor approved', async () => {
    const lead = 'lead-concentrate';
    const cell = 'terms.fair.payables.0.discountPct';
    const method = await newestMethod(deps, lead);
    const figures = await figuresOf(lead);
    const was =
      termLines(method)
        .flatMap(({ cells }) => cells)
        .find(({ path }) => path === cell)?.value ?? '';
    const floor = 'terms.floor.payables.0.discountPct';
    const lower = `${Number(was) + 0.1}`;
    const send = async (madeFrom: string, changed: Record<string, string>) => ({
      madeFrom,
      methodKey: lead,
      actor: officer,
      proposal: { ...why, sourceUrl: '', figures: { ...figures, ...changed } },
      requestId: deps.newId(),
    });
    const stale = await send(method.id, { [floor]: '31' });
    const first = await proposeMethod(deps, await send(method.id, { [cell]: lower }));
    if (!first.ok) throw new Error(first.code);
    const approve = (methodId: string) =>
      decideMethod(deps, { actor: controller, methodId, approve: true, reason: '', requestId: deps.newId() });
    expect(await approve(first.value.methodId)).toMatchObject({ ok: true });

    const newer = { code: 'newer-version', params: { id: first.value.methodId } };
    expect(await draftMethod(deps, stale)).toMatchObject(newer);
    expect(await proposeMethod(deps, stale)).toMatchObject(newer);
    expect(await proposeMethod(deps, { ...stale, madeFrom: '' })).toMatchObject(newer);
    expect(await listProposals(deps, { methodKey: lead, waiting: true })).toEqual([]);

    // One that waited before versions were compared: made first, with the later one approved in between.
    const { definition, covers } = await deps.db.methodVersion.findUniqueOrThrow({
      where: { id: first.value.methodId },
    });
    const row = {
      methodKey: lead,
      covers,
      definition: definition as object,
      proposedBy: officer.name,
      reason: 'Older',
    };
    const old = { ...row, id: `${lead}/9`, version: 9, proposedById: officer.userId };
    await deps.db.methodVersion.create({ data: { ...old, proposedAt: new Date('2026-06-01T08:00:00Z') } });
    expect(await approve(old.id)).toMatchObject(newer);
    const reject = { actor: controller, methodId: old.id, approve: false, reason: 'Too old', requestId: deps.newId() };
    expect(await decideMethod(deps, reject)).toMatchObject({ ok: true });
  });
});
