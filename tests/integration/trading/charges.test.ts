import { describe, expect, it } from 'vitest';
import { Forbidden, NotFound } from '#app/platform/http/errors';
import { chargesPage } from '#app/ledger/charges/charges-page.server';
import { endChargeRule } from '#app/ledger/charges/end-charge-rule.server';
import { recordChargeRule } from '#app/ledger/charges/record-charge-rule.server';
import { testOrganisation } from '#tests/support/people';
import { testDeps } from '#tests/support/test-deps';
import { market, must } from './market';

const EXPORT = {
  kind: 'export',
  payee: 'Mineral Export Board',
  basis: 'Clearing of one consignment',
  percent: '',
  fixed: '120.50',
  cap: '',
  currency: 'USD',
  source: 'Tariff of 2026-01-01',
};

describe('charges of a cooperative', async () => {
  const deps = await testDeps();
  const town = await market(deps);
  const { cooperativeId, officer } = town;
  const chargesOf = async (orderId: string) =>
    (await deps.db.orderCharge.findMany({ where: { orderId }, orderBy: { position: 'asc' } })).map(
      ({ payee, amountMinor }) => [payee, amountMinor],
    );
  const usual = [
    ['Mining Commission', 354_069n],
    ['Geita Assay Office', 25_000n],
  ];

  it('are carried by orders placed after them, once for a form sent twice, and not by those before', async () => {
    const before = must(await town.place(await town.lot())).orderId;
    const form = { actor: officer, cooperativeId, charge: EXPORT, requestId: deps.newId() };
    const [first, second] = await Promise.all([recordChargeRule(deps, form), recordChargeRule(deps, form)]);
    expect(second).toEqual(first);
    expect(await recordChargeRule(deps, { ...form, charge: { ...EXPORT, fixed: '1' } })).toMatchObject({
      code: 'key-reused',
    });
    const after = must(await town.place(await town.lot())).orderId;
    expect(await chargesOf(before)).toEqual(usual);
    expect(await chargesOf(after)).toEqual([...usual, ['Mineral Export Board', 12_050n]]);
  });

  it('end with the next of their kind, payee and currency, or when staff end them', async () => {
    const dearer = { ...EXPORT, fixed: '200' };
    deps.clock.set('2026-06-02T09:00:00Z');
    const { chargeRuleId } = must(
      await recordChargeRule(deps, { actor: officer, cooperativeId, charge: dearer, requestId: deps.newId() }),
    );
    const replaced = must(await town.place(await town.lot())).orderId;
    expect(await chargesOf(replaced)).toEqual([...usual, ['Mineral Export Board', 20_000n]]);

    deps.clock.set('2026-06-02T10:00:00Z');
    await endChargeRule(deps, { actor: officer, cooperativeId, chargeRuleId });
    await endChargeRule(deps, { actor: officer, cooperativeId, chargeRuleId });
    expect(await chargesOf(must(await town.place(await town.lot())).orderId)).toEqual(usual);
    const page = await chargesPage(deps, { actor: officer, cooperativeId });
    expect(page.inForce.map(({ payee }) => payee).sort()).toEqual(['Geita Assay Office', 'Mining Commission']);
    expect(page.ended.map(({ fixedMinor, endedAt }) => [fixedMinor, endedAt])).toEqual([
      [20_000n, '2026-06-02T10:00:00.000Z'],
      [12_050n, '2026-06-02T09:00:00.000Z'],
    ]);
    const endings = await deps.db.auditEntry.count({ where: { action: 'charge:end', subjectId: cooperativeId } });
    expect(endings).toBe(1);
  });

  it('are closed to other programmes and to people who only look', async () => {
    const foreign = await testOrganisation(deps, { kind: 'programme', roles: ['officer', 'observer'] });
    const record = (actor: typeof officer) =>
      recordChargeRule(deps, { actor, cooperativeId, charge: EXPORT, requestId: deps.newId() });
    await expect(record(foreign.as.officer)).rejects.toBeInstanceOf(NotFound);
    await expect(record(foreign.as.observer)).rejects.toBeInstanceOf(Forbidden);
    await expect(chargesPage(deps, { actor: foreign.as.officer, cooperativeId })).rejects.toBeInstanceOf(NotFound);
    const [rule] = await deps.db.chargeRule.findMany({ where: { cooperativeId, kind: 'royalty' } });
    const ending = { actor: foreign.as.officer, cooperativeId, chargeRuleId: rule?.id ?? '' };
    await expect(endChargeRule(deps, ending)).rejects.toBeInstanceOf(NotFound);
    expect(await deps.db.chargeRule.count({ where: { cooperativeId, kind: 'royalty', activeTo: null } })).toBe(1);
  });
});
