import { afterAll, describe, expect, it } from 'vitest';
import { decideLot } from '#app/catalogue/review-lot/decide-lot.server';
import { startAppServer } from '#tests/support/app-server';
import { testDeps } from '#tests/support/test-deps';
import { signedIn } from '#tests/support/visitor';
import { storedRows } from '#tests/abuse/stored-rows';
import { market } from '../trading/market';
import { GOLD, listLot } from './lot-maker';

const YES = 'Yes, I mean this price';
const REASON = 'The buyer pays in cash before the rains.';

describe('a new price of a listed lot', { timeout: 60_000 }, async () => {
  const server = await startAppServer(await testDeps());
  const { deps } = server;
  const town = await market(deps);
  const manager = await signedIn(server, town.manager);
  afterAll(() => server.close());

  const reprice = async (lotId: string, fields: Record<string, string>) => {
    const { status, text } = await manager.post(`/cooperative/lots/${lotId}`, {
      intent: 'reprice',
      requestId: deps.newId(),
      ...fields,
    });
    const confirmed = /name="confirmed"[^>]*value="([^"]+)"/.exec(text)?.[1] ?? '';
    // A sum and its currency stay on one line.
    return { status, confirmed, text: text.replace(/\s/g, ' ') };
  };
  const askOf = async (lotId: string) => (await deps.db.lot.findUniqueOrThrow({ where: { id: lotId } })).askMinor;

  it('that is far below the band comes back with how far, and is in force only once it is confirmed', async () => {
    const lotId = await town.lot({});
    const before = [await askOf(lotId), await storedRows(deps)];
    const asked = await reprice(lotId, { ask: '128.40' });
    expect(asked.status).toBe(422);
    expect(asked.text).toMatch(/USD 128\.40 is USD [\d,.]+ \(99\.9%\) below the floor of today’s band, USD [\d,.]+/);
    expect(asked.text).toContain(YES);
    expect(asked.text).toContain('value="128.40"');
    expect([await askOf(lotId), await storedRows(deps)]).toEqual(before);

    // The tick is for this price: another that is as far off is asked about anew.
    const other = await reprice(lotId, { ask: '12.84', confirmed: asked.confirmed, belowFloorReason: REASON });
    expect([other.status, other.confirmed.startsWith('1284 ')]).toEqual([422, true]);
    const form = { ask: '128.40', confirmed: asked.confirmed, belowFloorReason: REASON, requestId: deps.newId() };
    for (const _ of [1, 2]) expect([(await reprice(lotId, form)).status, await askOf(lotId)]).toEqual([303, 12_840n]);
  });

  it('that is below the floor takes the lot off sale until staff have approved it with a note', async () => {
    const lotId = await town.lot({});
    const stateOf = async () => (await deps.db.lot.findUniqueOrThrow({ where: { id: lotId } })).state;
    const asked = await reprice(lotId, { ask: '118000' });
    expect(asked.text).toContain('the lot goes off sale until your programme has approved it');
    const form = { ask: '118000', confirmed: asked.confirmed, belowFloorReason: REASON };
    expect((await reprice(lotId, form)).status).toBe(303);
    expect(await stateOf()).toBe('submitted');
    const decide = (reason: string) =>
      decideLot(deps, { actor: town.officer, lotId, decision: 'approve', reason, seenAskMinor: 11_800_000n });
    expect(await decide('')).toMatchObject({ code: 'note-missing' });
    expect(await decide('Seen with the manager by phone.')).toMatchObject({ ok: true });
    expect(await stateOf()).toBe('listed');
  });

  it('is looked at without losing the reason that was typed', async () => {
    const lotId = await town.lot({});
    const looked = await reprice(lotId, { intent: 'reprice-look', ask: '118000', belowFloorReason: REASON });
    expect(looked.status).toBe(200);
    expect(looked.text).toContain(REASON);
  });

  it('that is far above the band comes back too, and one that is likely does not', async () => {
    const lotId = await town.lot({});
    const asked = await reprice(lotId, { ask: '12802302' });
    expect([asked.status, asked.text.includes('above the ceiling of today’s band')]).toEqual([422, true]);
    expect((await reprice(lotId, { ask: '130000' })).status).toBe(303);
    expect(await askOf(lotId)).toBe(13_000_000n);
  });

  it('is measured against the price in force where there is no band', async () => {
    // No rate into this currency is known.
    const priced = { ...GOLD, currency: 'RWF', ask: '40000000' };
    const lotId = await listLot(deps, { manager: town.manager, officer: town.officer }, priced);
    const less = await reprice(lotId, { ask: '4000000' });
    expect([less.status, less.text.includes('(90.0%) less than the price in force, RWF 40,000,000')]).toEqual([
      422,
      true,
    ]);
    const more = await reprice(lotId, { ask: '120000000' });
    expect([more.status, more.text.includes('(200.0%) more than the price in force, RWF 40,000,000')]).toEqual([
      422,
      true,
    ]);
    expect((await reprice(lotId, { ask: '50000000' })).status).toBe(303);
  });

  it('that is the old one changes nothing, and says so', async () => {
    const lotId = await town.lot({});
    const audits = () => deps.db.auditEntry.count({ where: { action: 'lot:reprice', subjectId: lotId } });
    expect((await reprice(lotId, { ask: '130000' })).status).toBe(303);
    const [before, again] = [await audits(), await reprice(lotId, { ask: '130000' })];
    expect([again.status, await audits(), await askOf(lotId)]).toEqual([303, before, 13_000_000n]);
  });

  it('of nothing is refused in plain words', async () => {
    const lotId = await town.lot({});
    const { status, text } = await reprice(lotId, { ask: '0' });
    expect([status, text.includes('The number must be above zero.')]).toEqual([422, true]);
  });
});
