import { beforeAll, describe, expect, it } from 'vitest';
import { bandRequestSchema } from '#app/valuation/api/band-request.schema';
import { requestedBand } from '#app/valuation/api/requested-band.server';
import type { Actor } from '#app/identity/actor';
import { previewMethod } from '#app/catalogue/preview-method/preview-method.server';
import { refreshListedLots } from '#app/catalogue/lot-band/refresh-listed-lots.server';
import { bandFor, type LotFacts } from '#app/valuation/bands/band-for.server';
import { decideMethod } from '#app/valuation/change-methods/decide-method.server';
import { draftMethod, newestMethod, proposeMethod } from '#app/valuation/change-methods/propose-method.server';
import { withdrawMethod } from '#app/valuation/change-methods/withdraw-method.server';
import { listProposals, proposalPage } from '#app/valuation/methods/proposals.server';
import { termLines } from '#app/valuation/methods/term-fields';
import { findMethod } from '#app/valuation/methods/method-book.server';
import { methodPage } from '#app/valuation/show-methods/method-page.server';
import { STARTING_METHODS } from '#app/valuation/methods/starting/starting-methods';
import { methodKeyOf } from '#app/valuation/methods/method';
import { loadSnapshot } from '#app/prices/snapshot/load-snapshot.server';
import { toAmount } from '#app/money/money';
import { GOLD, listLot } from '#tests/integration/catalogue/lot-maker';
import { acceptOrganisation, testOrganisation } from '#tests/support/people';
import { testDeps, type TestDeps } from '#tests/support/test-deps';

let deps: TestDeps;
let officer: Actor;
let controller: Actor;
let observer: Actor;
let manager: Actor;

beforeAll(async () => {
  deps = await testDeps();
  await loadSnapshot(deps);
  const staff = await testOrganisation(deps, { kind: 'programme', roles: ['officer', 'controller', 'observer'] });
  const cooperative = await testOrganisation(deps, {
    kind: 'cooperative',
    roles: ['manager'],
    programmeId: staff.organisationId,
  });
  await acceptOrganisation(deps, cooperative.organisationId);
  ({ officer, controller, observer } = staff.as);
  manager = cooperative.as.manager;
});

const dore: LotFacts = {
  mineral: 'gold',
  form: 'dore',
  quantity: { value: '1000', unit: 'g' },
  grades: [{ element: 'Au', value: '900', unit: 'permil' }],
  facts: {},
  originCountry: 'TZ',
  currency: 'USD',
};

async function figures(methodKey: string, changed: Record<string, string>): Promise<Record<string, string>> {
  const cells = termLines(await newestMethod(deps, methodKey)).flatMap((line) => line.cells);
  return { ...Object.fromEntries(cells.map(({ path, value }) => [path, value])), ...changed };
}

const why = {
  reason: 'Buyers of the last quarter paid more.',
  citation: 'Offers of May 2026',
  sourceOn: '2026-05-31',
  sourceUrl: 'https://example.org/offers',
};
const premium = { 'terms.fair.premium.value': '3' };

describe('a change of terms', () => {
  it.each([
    ['nothing-changed', {}, {}],
    ['bad-figure', { 'terms.fair.premium.value': '-3' }, {}],
    ['bad-figure', { 'terms.fair.premium.value': '1e3' }, {}],
    ['bad-figure', { 'terms.floor.discountPct': '101' }, {}],
    ['zero-price', { 'terms.floor.payablePct': '0' }, {}],
    ['out-of-order', { 'terms.fair.premium.value': '7' }, {}],
    ['out-of-order', { 'terms.floor.discountPct': '4' }, {}],
    ['reason-missing', premium, { reason: 'so' }],
    ['source-missing', premium, { citation: '' }],
    ['source-missing', premium, { sourceOn: '2026-06-03' }],
    ['source-missing', premium, { sourceUrl: 'javascript:alert(1)' }],
  ])('is refused with %s for %j %j, and leaves nothing', async (code, changed, more) => {
    const proposal = { ...why, ...more, figures: await figures('gold-dore', changed) };
    const answer = await proposeMethod(deps, {
      actor: officer,
      methodKey: 'gold-dore',
      madeFrom: 'gold-dore/1',
      proposal,
      requestId: deps.newId(),
    });
    expect(answer).toMatchObject({ ok: false, code });
    expect(await deps.db.methodVersion.count({ where: { starting: false } })).toBe(0);
  });

  it('can be made for every method, with terms that come out as they went in', async () => {
    for (const { id } of STARTING_METHODS) {
      const key = methodKeyOf(id);
      const method = await newestMethod(deps, key).catch(() => null);
      if (!method) continue;
      const [line] = termLines(method).filter(({ figure }) => figure !== 'franchisePct');
      const cell = line?.cells.find(({ level }) => level === 'ceiling') ?? line?.cells[0];
      if (!cell) throw new Error(key);
      const lower = `${Number(cell.value) > 1 ? Number(cell.value) - 0.5 : 0.5}`;
      const value = line?.figure === 'percentile' ? `${Number(cell.value) + 1}` : lower;
      const draft = await draftMethod(deps, {
        methodKey: key,
        madeFrom: method.id,
        proposal: { ...why, figures: await figures(key, { [cell.path]: value }) },
      });
      // Less paid at the ceiling than at fair is out of order. Anything else is a method.
      if (!draft.ok) expect([key, draft.code]).toEqual([key, 'out-of-order']);
      else
        expect(
          termLines(draft.value)
            .flatMap(({ cells }) => cells)
            .find(({ path }) => path === cell.path)?.value,
        ).toBe(value);
    }
  });

  it('is looked at on real lots, approved by a second person, and in force from then on only', async () => {
    const lotId = await listLot(deps, { manager, officer }, GOLD);
    const proposal = { ...why, figures: await figures('gold-dore', premium) };
    const draft = await draftMethod(deps, { methodKey: 'gold-dore', madeFrom: 'gold-dore/1', proposal });
    if (!draft.ok) throw new Error(draft.code);
    const { lots } = await previewMethod(deps, { candidate: draft.value });
    expect(lots[0]?.before.band?.fairMinor).not.toBe(lots[0]?.after.band?.fairMinor);
    expect((lots[0]?.after.band?.fairMinor ?? 0n) - (lots[0]?.before.band?.fairMinor ?? 0n)).toBe(90_000n);

    const requestId = deps.newId();
    const twice = await Promise.all([
      proposeMethod(deps, { actor: officer, methodKey: 'gold-dore', madeFrom: 'gold-dore/1', proposal, requestId }),
      proposeMethod(deps, { actor: officer, methodKey: 'gold-dore', madeFrom: 'gold-dore/1', proposal, requestId }),
    ]);
    expect(twice).toEqual([
      { ok: true, value: { methodId: 'gold-dore/2' } },
      { ok: true, value: { methodId: 'gold-dore/2' } },
    ]);
    const other = await proposeMethod(deps, {
      actor: controller,
      methodKey: 'gold-dore',
      madeFrom: 'gold-dore/1',
      proposal,
      requestId: deps.newId(),
    });
    expect(other).toMatchObject({ ok: false, code: 'already-waiting' });
    expect(await findMethod(deps, 'gold-dore/2')).toBeNull();
    expect(await bandFor(deps, { facts: dore, asOf: '2026-05-31' })).toMatchObject({
      value: { methodId: 'gold-dore/1' },
    });

    const decide = (actor: Actor) =>
      decideMethod(deps, { actor, methodId: 'gold-dore/2', approve: true, reason: '', requestId: deps.newId() });
    expect(await decide(officer)).toMatchObject({ ok: false, code: 'own-proposal' });
    await expect(decide(observer)).rejects.toThrow();
    await expect(decide(manager)).rejects.toThrow();
    deps.clock.set('2026-06-02T09:00:00Z');
    const both = await Promise.all([decide(controller), decide(controller)]);
    expect(both.map((answer) => (answer.ok ? 'ok' : answer.code)).sort()).toEqual(['already-decided', 'ok']);

    const now = await bandFor(deps, { facts: dore, asOf: '2026-05-31' });
    const before = await bandFor(deps, { facts: dore, asOf: '2026-05-31', knownAt: new Date('2026-06-02T08:30:00Z') });
    if (!now.ok || !before.ok) throw new Error('no band');
    expect([now.value.methodId, before.value.methodId]).toEqual(['gold-dore/2', 'gold-dore/1']);
    expect(now.value.fair.minor - before.value.fair.minor).toBe(90_000n);

    // A program that names a version is told when it was not in force. One that names none gets what was.
    const { quantity, grades } = dore;
    const asked = { asOf: '2026-05-31', quantity, grades };
    const known = async (knownAt: string | null, method: object) => {
      const input = bandRequestSchema.parse({ ...asked, ...method, knownAt });
      const answer = await requestedBand(deps, input);
      if ('issues' in answer) return answer.issues[0]?.path;
      return answer.result.ok ? answer.result.value.methodId : answer.result.code;
    };
    const [early, late] = ['2026-06-02T08:30:00Z', '2026-06-02T09:00:00Z'];
    expect(await known(early, { method: 'gold-dore/2' })).toBe('method-not-in-force-then');
    expect(await known(late, { method: 'gold-dore/2' })).toBe('gold-dore/2');
    expect(await known(null, { method: 'gold-dore/2' })).toBe('gold-dore/2');
    expect(await known(early, { method: 'gold-dore/1' })).toBe('gold-dore/1');
    expect(await known(early, { mineral: 'gold', form: 'dore' })).toBe('gold-dore/1');
    expect(await known(late, { mineral: 'gold', form: 'dore' })).toBe('gold-dore/2');
    expect(await known(early, { method: 'gold-dore/9' })).toBe('method');
    expect(toAmount(before.value.floor)).toBe(toAmount(now.value.floor));
    expect((await findMethod(deps, 'gold-dore/1'))?.id).toBe('gold-dore/1');
    const page = await methodPage(deps, 'gold-dore');
    expect(page.versions.map(({ id }) => id)).toEqual(['gold-dore/2', 'gold-dore/1']);
    expect(page.method.sources[0]).toMatchObject({ citation: 'Offers of May 2026', on: '2026-05-31' });
    expect(page.example.known && page.example.steps.fair.at(-1)?.kind).toBe('total');

    // The job values the lot anew, once, and staff see how far it was.
    expect(await deps.db.longWork.count({ where: { kind: 'recompute-bands', endedAt: null } })).toBe(1);
    expect(await refreshListedLots(deps)).toEqual({ expired: 0, recomputed: 1, changed: 1 });
    expect(await deps.db.longWork.findFirstOrThrow({ where: { subjectId: 'gold-dore/2' } })).toMatchObject({
      state: 'done',
      done: 1,
      total: 1,
    });
    expect(await deps.db.lot.findUniqueOrThrow({ where: { id: lotId } })).toMatchObject({ bandMethod: 'gold-dore/2' });
    expect(await deps.db.auditEntry.count({ where: { subjectId: 'gold-dore/2' } })).toBe(2);
  });

  it('is turned down with a reason, keeps its number, and is never changed', async () => {
    const proposal = { ...why, figures: await figures('silver-dore', { 'terms.fair.premiumPct': '9' }) };
    const made = await proposeMethod(deps, {
      actor: controller,
      methodKey: 'silver-dore',
      madeFrom: 'silver-dore/1',
      proposal,
      requestId: deps.newId(),
    });
    expect(made).toMatchObject({ ok: true, value: { methodId: 'silver-dore/2' } });
    const reject = (reason: string) =>
      decideMethod(deps, {
        actor: officer,
        methodId: 'silver-dore/2',
        approve: false,
        reason,
        requestId: deps.newId(),
      });
    expect(await reject(' ')).toMatchObject({ ok: false, code: 'reason-missing' });
    expect((await listProposals(deps, { waiting: true })).map(({ id }) => id)).toEqual(['silver-dore/2']);
    expect((await reject('No buyer confirms it.')).ok).toBe(true);
    expect(await listProposals(deps, { waiting: true })).toEqual([]);
    expect((await newestMethod(deps, 'silver-dore')).id).toBe('silver-dore/1');
    expect((await proposalPage(deps, { methodKey: 'silver-dore', version: 2 })).proposal.decision?.outcome).toBe(
      'rejected',
    );
    const again = await proposeMethod(deps, {
      actor: controller,
      methodKey: 'silver-dore',
      madeFrom: 'silver-dore/1',
      proposal,
      requestId: deps.newId(),
    });
    expect(again).toMatchObject({ ok: true, value: { methodId: 'silver-dore/3' } });
    await expect(
      deps.db.methodVersion.update({ where: { id: 'silver-dore/2' }, data: { reason: 'other' } }),
    ).rejects.toThrow();
  });

  it('is taken back by its proposer alone, once from two tabs, and the next may come', async () => {
    const proposal = { ...why, figures: await figures('tin-concentrate', { 'terms.fair.discountPct': '19' }) };
    const enter = async () => {
      const made = await proposeMethod(deps, {
        actor: officer,
        methodKey: 'tin-concentrate',
        madeFrom: 'tin-concentrate/1',
        proposal,
        requestId: deps.newId(),
      });
      if (!made.ok) throw new Error(made.code);
      return made.value.methodId;
    };
    const methodId = await enter();
    const take = (actor: Actor, requestId = deps.newId()) => withdrawMethod(deps, { actor, methodId, requestId });
    expect(await take(controller)).toMatchObject({ ok: false, code: 'not-yours' });
    await expect(take(observer)).rejects.toMatchObject({ status: 403 });
    const tabs = await Promise.all([take(officer, 'tab-1'), take(officer, 'tab-2'), take(officer, 'tab-1')]);
    expect(tabs).toEqual([1, 2, 3].map(() => ({ ok: true, value: { methodId } })));
    expect(await deps.db.methodDecision.count({ where: { methodId } })).toBe(1);
    expect(await deps.db.auditEntry.count({ where: { subjectId: methodId, action: 'method:withdraw' } })).toBe(1);

    expect((await proposalPage(deps, { methodKey: 'tin-concentrate', version: 2 })).proposal.decision).toMatchObject({
      outcome: 'withdrawn',
      by: officer.name,
    });
    const late = { actor: controller, methodId, approve: true, reason: '', requestId: deps.newId() };
    expect(await decideMethod(deps, late)).toMatchObject({ ok: false, code: 'already-decided' });
    expect((await newestMethod(deps, 'tin-concentrate')).id).toBe('tin-concentrate/1');

    const next = await enter();
    expect(next).toBe('tin-concentrate/3');
    const [withdrawn, approved] = await Promise.all([
      withdrawMethod(deps, { actor: officer, methodId: next, requestId: deps.newId() }),
      decideMethod(deps, { ...late, methodId: next, requestId: deps.newId() }),
    ]);
    expect([withdrawn.ok, approved.ok].sort()).toEqual([false, true]);
    expect(await deps.db.methodDecision.count({ where: { methodId: next } })).toBe(1);
  });

  it('is approved by nobody who proposed it, whatever the code says', async () => {
    const proposal = { ...why, figures: await figures('platinum-dore', { 'terms.fair.premiumPct': '9' }) };
    const requestId = deps.newId();
    expect(
      (
        await proposeMethod(deps, {
          actor: officer,
          methodKey: 'platinum-dore',
          madeFrom: 'platinum-dore/1',
          proposal,
          requestId,
        })
      ).ok,
    ).toBe(true);
    const own = { proposedById: officer.userId, decidedById: officer.userId, decidedBy: officer.name, reason: '' };
    const row = { ...own, methodId: 'platinum-dore/2', decidedAt: deps.clock.now() };
    await expect(deps.db.methodDecision.create({ data: { ...row, approved: true } })).rejects.toThrow();
  });
});
