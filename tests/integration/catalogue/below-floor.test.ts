import { describe, expect, it } from 'vitest';
import { belowFloorLots } from '#app/catalogue/below-floor/below-floor-lots.server';
import { createLot } from '#app/catalogue/list-lot/create-lot.server';
import { decideLot } from '#app/catalogue/review-lot/decide-lot.server';
import { repriceLot } from '#app/catalogue/own-lots/reprice-lot.server';
import { submitLot } from '#app/catalogue/list-lot/submit-lot.server';
import { confirmNoRoyalty } from '#app/ledger/charges/confirm-no-royalty.server';
import { endChargeRule } from '#app/ledger/charges/end-charge-rule.server';
import { listRoyaltyUnset } from '#app/ledger/charges/royalty-unset.server';
import { acceptOrganisation, testOrganisation } from '#tests/support/people';
import { testDeps } from '#tests/support/test-deps';
import { market, must } from '../trading/market';
import { GOLD, listLot, submitConfirmed } from './lot-maker';

const REASON = 'We need money for the pump before the rains.';
const NOTE = 'Talked with the manager; the choice is theirs.';

describe('an ask under the floor', async () => {
  const deps = await testDeps();
  const { manager, officer, cooperativeId } = await market(deps);

  async function draft(ask: string): Promise<string> {
    const made = await createLot(deps, { actor: manager, requestId: deps.newId(), input: { ...GOLD, ask } });
    if (!made.ok) throw new Error(JSON.stringify(made));
    return made.value.lotId;
  }

  const lotOf = (id: string) => deps.db.lot.findUniqueOrThrow({ where: { id } });

  async function doubtsOf(lotId: string) {
    const sent = await submitLot(deps, { actor: manager, lotId });
    if (sent.ok || !('doubts' in sent)) throw new Error('nothing was doubted');
    return sent.doubts;
  }

  it('is sent with a reason and the word that this sum in hand is meant, and not before', async () => {
    const lotId = await draft('95000');
    const { token, belowFloor } = await doubtsOf(lotId);
    // 95,000 − 3% royalty − 250 assay − the platform fee: what the waterfall of an order at this price says.
    expect(belowFloor?.inHand?.minor).toBe(
      9_500_000n - 285_000n - 25_000n - BigInt(deps.settings.platformFeeBps * 950),
    );
    for (const said of [
      { confirmed: token },
      { confirmed: token, belowFloorReason: ' too short ' },
      { belowFloorReason: REASON },
      { confirmed: token.replace('9500000', '9400000'), belowFloorReason: REASON },
    ])
      expect((await submitLot(deps, { actor: manager, lotId, ...said })).ok, JSON.stringify(said)).toBe(false);
    expect((await lotOf(lotId)).state).toBe('draft');
    must(await submitLot(deps, { actor: manager, lotId, confirmed: token, belowFloorReason: REASON }));
    expect(await deps.db.belowFloorAsk.findMany({ where: { lotId } })).toMatchObject([
      { reason: REASON, askMinor: 9_500_000n, netMinor: belowFloor?.inHand?.minor, statedById: manager.userId },
    ]);
  });

  it('is approved with a note of staff only, and stands on their list with its reason', async () => {
    const lotId = await draft('95100');
    const { token } = await doubtsOf(lotId);
    must(await submitLot(deps, { actor: manager, lotId, confirmed: token, belowFloorReason: REASON }));
    const deciding = { actor: officer, lotId, decision: 'approve' as const };
    expect(await decideLot(deps, { ...deciding, reason: '' })).toMatchObject({
      ok: false,
      code: 'note-missing',
      path: 'reason',
    });
    expect(await decideLot(deps, { ...deciding, reason: NOTE, seenAskMinor: 1n })).toMatchObject({
      code: 'ask-changed',
    });
    must(await decideLot(deps, { ...deciding, reason: NOTE }));
    const listed = (await belowFloorLots(deps, { actor: officer })).find(({ lot }) => lot.id === lotId);
    expect(listed).toMatchObject({ state: 'listed', statement: { reason: REASON, byName: manager.name } });
    const others = await testOrganisation(deps, { kind: 'programme', roles: ['officer'] });
    expect(await belowFloorLots(deps, { actor: others.as.officer })).toEqual([]);
  });

  it('needs both for a new price of a listed lot too', async () => {
    const lotId = await listLot(deps, { manager, officer }, GOLD);
    const asked = await repriceLot(deps, { actor: manager, lotId, ask: '94000' });
    if (asked.ok || !('doubts' in asked)) throw new Error('nothing was doubted');
    const { token } = asked.doubts;
    expect(await repriceLot(deps, { actor: manager, lotId, ask: '94000', confirmed: token })).toMatchObject({
      ...{ ok: false, code: 'reason-missing', path: 'belowFloorReason' },
    });
    expect((await lotOf(lotId)).askMinor).toBe(11_802_302n);
    must(await repriceLot(deps, { actor: manager, lotId, ask: '94000', confirmed: token, belowFloorReason: REASON }));
    expect((await lotOf(lotId)).askMinor).toBe(9_400_000n);
  });

  it('has one statement from two presses of one form', async () => {
    const lotId = await draft('95200');
    const { token } = await doubtsOf(lotId);
    const sent = { actor: manager, lotId, confirmed: token, belowFloorReason: REASON, requestId: deps.newId() };
    const both = await Promise.all([submitLot(deps, sent), submitLot(deps, sent)]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await deps.db.belowFloorAsk.count({ where: { lotId } })).toBe(1);
  });

  describe('a royalty that nobody looked at', () => {
    it('keeps a cooperative from listing until it is named or found to be none', async () => {
      const { programmeId } = officer;
      const fresh = await testOrganisation(deps, { kind: 'cooperative', roles: ['manager'], programmeId });
      await acceptOrganisation(deps, fresh.organisationId, { royalty: 'unset' });
      const actor = fresh.as.manager;
      const made = await createLot(deps, { actor, requestId: deps.newId(), input: GOLD });
      if (!made.ok) throw new Error(JSON.stringify(made));
      const { lotId } = made.value;
      expect(await submitLot(deps, { actor, lotId })).toMatchObject({ ok: false, code: 'charges-unset' });
      expect((await listRoyaltyUnset(deps, { actor: officer })).map(({ cooperativeId: id }) => id)).toContain(
        fresh.organisationId,
      );

      const checked = { actor: officer, cooperativeId: fresh.organisationId, requestId: deps.newId() };
      expect(await confirmNoRoyalty(deps, { ...checked, source: 'no' })).toMatchObject({ code: 'source-missing' });
      must(await confirmNoRoyalty(deps, { ...checked, source: 'Decree 20/2015, article 3' }));
      expect((await listRoyaltyUnset(deps, { actor: officer })).map(({ cooperativeId: id }) => id)).not.toContain(
        fresh.organisationId,
      );
      must(await submitConfirmed(deps, { actor, lotId }));
    });

    it('is unset again once a royalty that was named has ended', async () => {
      const rule = await deps.db.chargeRule.findFirstOrThrow({ where: { cooperativeId, kind: 'royalty' } });
      const named = await confirmNoRoyalty(deps, {
        actor: officer,
        cooperativeId,
        source: 'A letter of 2026',
        requestId: deps.newId(),
      });
      expect(named).toMatchObject({ ok: false, code: 'royalty-entered' });
      // Named after the check of the day before.
      deps.clock.set('2026-06-03T08:00:00Z');
      await deps.db.chargeRule.update({
        where: { id: rule.id },
        data: { activeFrom: new Date('2026-06-03T07:00:00Z') },
      });
      must(await endChargeRule(deps, { actor: officer, cooperativeId, chargeRuleId: rule.id }));
      const lotId = await draft('118023.02');
      expect(await submitLot(deps, { actor: manager, lotId })).toMatchObject({ ok: false, code: 'charges-unset' });
    });
  });
});
