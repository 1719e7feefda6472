import { describe, expect, it } from 'vitest';
import { trialBalance } from '#app/ledger/trial-balance.server';
import { confirmShareReceipt } from '#app/proceeds/distribution/confirm-share-receipt.server';
import { distributeOrder } from '#app/proceeds/distribution/distribute-order.server';
import type { DistributionInput } from '#app/proceeds/distribution/distribution-input';
import { distributionPage } from '#app/proceeds/distribution/distribution-page.server';
import { membersPage } from '#app/proceeds/members/members-page.server';
import { saveMember } from '#app/proceeds/members/save-member.server';
import { setMemberActive } from '#app/proceeds/members/set-member-active.server';
import { testOrganisation } from '#tests/support/people';
import { testDeps } from '#tests/support/test-deps';
import { settledOrder } from './settled-order';

describe('sharing an order’s proceeds', async () => {
  const deps = await testDeps();
  const programme = await testOrganisation(deps, { kind: 'programme', roles: ['officer'] });
  const programmeId = programme.organisationId;
  const cooperative = await testOrganisation(deps, {
    kind: 'cooperative',
    roles: ['manager', 'treasurer', 'member'],
    programmeId,
  });
  const stranger = await testOrganisation(deps, { kind: 'cooperative', roles: ['treasurer'], programmeId });
  const { manager, treasurer, member } = cooperative.as;
  const equal: DistributionInput = { rule: 'equal', costs: '10', community: '5', weights: {} };
  const people: string[] = [];
  for (const [name, hours] of [
    ['Ana', '30'],
    ['Berta', '10'],
    ['Carlos', '20'],
  ] as const) {
    const saved = await saveMember(deps, {
      actor: manager,
      requestId: deps.newId(),
      member: { code: '', name, sex: name === 'Carlos' ? 'male' : 'female', task: 'firing', hours, contribution: '' },
    });
    if (saved.ok) people.push(saved.value.memberId);
  }

  const sold = (priceMinor = 10_000n) =>
    settledOrder(deps, {
      programmeId,
      cooperativeId: cooperative.organisationId,
      priceMinor,
      currency: 'MZN',
      usdRate: '0.015625',
      deliveredAt: '2026-05-20T08:00:00Z',
      moneyAt: '2026-05-25T08:00:00Z',
    });
  const share = (
    orderId: string,
    change: Partial<{ requestId: string; actor: typeof treasurer; distribution: DistributionInput }> = {},
  ) => distributeOrder(deps, { actor: treasurer, orderId, distribution: equal, requestId: deps.newId(), ...change });
  const balance = async (code: string, ownerId: string) =>
    (await deps.db.ledgerAccount.findUnique({ where: { key: `${code}:${ownerId}:MZN` } }))?.balanceMinor ?? 0n;

  async function expectBooksToHold() {
    const { sums, drifted } = await trialBalance(deps);
    expect(drifted).toEqual([]);
    expect(sums.every(({ sumMinor }) => sumMinor === 0n)).toBe(true);
  }

  it('previews, posts to the cooperative’s own book and sums to the cent', async () => {
    const { orderId } = await sold();
    const before = await distributionPage(deps, { actor: treasurer, orderId, typed: equal });
    if (before.state !== 'open') throw new Error(before.state);
    expect(before.netMinor).toBe(10_000n);
    expect(before.preview?.lines.map(({ name, amountMinor }) => [name, amountMinor])).toEqual([
      ['Ana', 2834n],
      ['Berta', 2833n],
      ['Carlos', 2833n],
    ]);
    expect(await deps.db.distribution.count()).toBe(0);

    expect(await share(orderId)).toMatchObject({ ok: true });
    const after = await distributionPage(deps, { actor: member, orderId, typed: null });
    if (after.state !== 'shared') throw new Error(after.state);
    expect(after.canWrite).toBe(false);
    expect(after.sheet.lines.map(({ amountMinor }) => amountMinor)).toEqual([2834n, 2833n, 2833n]);
    expect(await balance('cooperative-proceeds', cooperative.organisationId)).toBe(0n);
    expect(await balance('production-cost', cooperative.organisationId)).toBe(-1_000n);
    expect(await balance('community-fund', cooperative.organisationId)).toBe(-500n);
    expect(await balance('payable-to-member', people[0] ?? '')).toBe(-2834n);
    await expectBooksToHold();
  });

  it('has one effect when the form is sent twice, or by two people at once', async () => {
    const { orderId } = await sold();
    const requestId = deps.newId();
    const [first, second] = await Promise.all([share(orderId, { requestId }), share(orderId, { requestId })]);
    expect(first).toEqual(second);
    const both = await sold();
    const results = await Promise.all(
      [treasurer, manager, treasurer, manager].map((actor) => share(both.orderId, { actor })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(
      results.filter((result) => !result.ok).every((result) => !result.ok && result.code === 'already-shared'),
    ).toBe(true);
    expect(await deps.db.journalEntry.count({ where: { kind: 'proceeds-shared', orderId: both.orderId } })).toBe(1);
    expect(await deps.db.journalEntry.count({ where: { kind: 'proceeds-shared', orderId } })).toBe(1);
    await expectBooksToHold();
  });

  it('pays each member once, however often it is confirmed', async () => {
    const { orderId } = await sold();
    await share(orderId, { distribution: { ...equal, rule: 'hours', costs: '', community: '' } });
    const page = await distributionPage(deps, { actor: treasurer, orderId, typed: null });
    if (page.state !== 'shared') throw new Error(page.state);
    const [first = '', second = ''] = page.sheet.lines.map(({ id }) => id);
    const cash = await balance('cooperative-cash', cooperative.organisationId);
    const confirm = (shareIds: string[]) => confirmShareReceipt(deps, { actor: treasurer, orderId, shareIds });
    const counts = await Promise.all([confirm([first, second]), confirm([second, first]), confirm([first])]);
    expect(counts.map((result) => (result.ok ? result.value.confirmed : -1)).reduce((a, b) => a + b)).toBe(2);
    expect(await balance('cooperative-cash', cooperative.organisationId)).toBe(cash - 5_000n - 1_667n);
    expect(await confirm([])).toMatchObject({ ok: false, code: 'nobody-chosen' });
    await expect(confirm([deps.newId()])).rejects.toMatchObject({ status: 404 });
    await expectBooksToHold();
  });

  it('refuses what cannot be shared, and writes nothing', async () => {
    const { orderId } = await sold();
    expect(await share(orderId, { distribution: { ...equal, costs: '100.01' } })).toMatchObject({
      code: 'deductions-too-high',
      path: 'costs',
    });
    expect(await share(orderId, { distribution: { ...equal, rule: 'custom' } })).toMatchObject({ code: 'no-weights' });
    expect(await share(orderId, { distribution: { ...equal, costs: '1,005' } })).toMatchObject({ code: 'bad-amount' });
    await deps.db.order.update({ where: { id: orderId }, data: { state: 'delivered' } });
    expect(await share(orderId)).toMatchObject({ code: 'not-received' });
    expect(await deps.db.distribution.count({ where: { orderId } })).toBe(0);
  });

  it('is closed to members, staff and other cooperatives', async () => {
    const { orderId } = await sold();
    await expect(share(orderId, { actor: member })).rejects.toMatchObject({ status: 403 });
    await expect(share(orderId, { actor: programme.as.officer as unknown as typeof treasurer })).rejects.toMatchObject({
      status: 403,
    });
    await expect(share(orderId, { actor: stranger.as.treasurer })).rejects.toMatchObject({ status: 404 });
    await expect(distributionPage(deps, { actor: stranger.as.treasurer, orderId, typed: null })).rejects.toMatchObject({
      status: 404,
    });
    const [id = ''] = people;
    const foreign = { actor: stranger.as.treasurer, memberId: id };
    await expect(setMemberActive(deps, { ...foreign, active: false })).rejects.toMatchObject({ status: 404 });
    await expect(membersPage(deps, { actor: stranger.as.treasurer, editId: id })).rejects.toMatchObject({
      status: 404,
    });
  });

  it('leaves out people who left the roll, and keeps codes unique', async () => {
    const line = { code: 'M-001', name: 'Dina', sex: 'female', task: 'office', hours: '', contribution: '' };
    expect(await saveMember(deps, { actor: manager, member: line, requestId: deps.newId() })).toMatchObject({
      code: 'code-taken',
      path: 'code',
    });
    const requests = await Promise.all(
      Array.from({ length: 5 }, () =>
        saveMember(deps, { actor: manager, member: { ...line, code: '' }, requestId: deps.newId() }),
      ),
    );
    expect(new Set(requests.map((saved) => saved.ok && saved.value.code)).size).toBe(5);
    const { members } = await membersPage(deps, { actor: manager, editId: null });
    for (const { id, name } of members)
      if (name === 'Dina') await setMemberActive(deps, { actor: manager, memberId: id, active: false });
    const { orderId } = await sold(300n);
    await share(orderId, { distribution: { ...equal, costs: '', community: '' } });
    const page = await distributionPage(deps, { actor: treasurer, orderId, typed: null });
    expect(page.state === 'shared' && page.sheet.lines.map(({ amountMinor }) => amountMinor)).toEqual([
      100n,
      100n,
      100n,
    ]);
  });
});
