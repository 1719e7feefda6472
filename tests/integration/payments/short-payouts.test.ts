import { describe, expect, it } from 'vitest';
import { acceptPayoutCost } from '#app/trading/settlement/accept-payout-cost.server';
import { proposeBankCost } from '#app/payments/short-payout/accept-bank-cost.server';
import type { Actor } from '#app/identity/actor';
import { payoutDraft } from '#app/payments/prepare-payout/payout-new-page.server';
import { getPayout } from '#app/payments/show-payout/payout-page.server';
import { owedPayouts } from '#app/payments/payouts/owed-payouts.server';
import { cancelPayout, recheckPayout } from '#app/payments/short-payout/resolve-payout.server';
import { listPayouts } from '#app/payments/payouts/payouts-page.server';
import { sendRest } from '#app/payments/short-payout/send-rest.server';
import { convertMoney } from '#app/prices/rates/convert-money.server';
import { overviewPage } from '#app/programme/overview/overview-page.server';
import { cooperativeOrderPage } from '#app/trading/orders/order-page.server';
import { unsharedProceeds } from '#app/proceeds/distribution/proceeds.server';
import { samplePaper } from '#prisma/seed/sample-paper';
import { moneyOnItsWay } from '#app/front/today/coming-money.server';
import { market, must } from '#tests/integration/trading/market';
import { expectBooksToHold } from '#tests/support/money-invariants';
import { testDeps } from '#tests/support/test-deps';

const SENT = 11_187_187n;
const slip = (name: string) => ({ name: `${name}.pdf`, bytes: new Uint8Array(Buffer.from(samplePaper([name]))) });

describe('payouts of which another sum arrived', async () => {
  const deps = await testDeps();
  const town = await market(deps);
  const { officer, controller, treasurer, cooperativeId } = town;
  const payout = (id: string) => deps.db.payout.findUniqueOrThrow({ where: { id } });
  const proceeds = (orderId: string) => unsharedProceeds(deps.db, { orderId, cooperativeId });
  const propose = (payoutId: string, change: object = {}) =>
    proposeBankCost(deps, {
      ...{ actor: officer, payoutId, payee: 'Standard Bank', proof: slip('fee'), requestId: deps.newId() },
      ...change,
    });
  const accept = (payoutId: string, actor = controller) =>
    acceptPayoutCost(deps, { actor, payoutId, requestId: deps.newId() });
  async function short(received: string) {
    const orderId = await town.orderIn('delivered');
    const payoutId = await town.payoutOf(orderId);
    expect(must(await town.steps.receive(payoutId, received))).toMatchObject({ state: 'mismatch' });
    return { orderId, payoutId };
  }

  it('end as a named cost of a bank that two persons accept, up to a limit', async () => {
    const { orderId, payoutId } = await short('111846.87');
    expect(await propose(payoutId, { payee: ' ' })).toMatchObject({ code: 'payee', path: 'payee' });
    expect(await propose(payoutId, { proof: null })).toMatchObject({ code: 'proof', path: 'proof' });
    must(await propose(payoutId, { actor: controller }));
    expect(await accept(payoutId)).toMatchObject({ code: 'same-person' });
    await expect(accept(payoutId, { ...officer, role: 'observer' })).rejects.toMatchObject({ status: 403 });
    // Counted again: the proposal is gone with the count.
    must(await recheckPayout(deps, { actor: officer, payoutId, note: 'count again', requestId: deps.newId() }));
    expect(await payout(payoutId)).toMatchObject({ state: 'approved', costPayee: null, costProposedById: null });
    must(await town.steps.receive(payoutId, '111846.87'));
    must(await propose(payoutId));
    expect((await town.order(orderId)).state).toBe('delivered');
    const twice = await Promise.all([accept(payoutId), accept(payoutId)]);
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await payout(payoutId)).toMatchObject({ state: 'confirmed', costPayee: 'Standard Bank' });
    expect((await town.order(orderId)).state).toBe('settled');
    expect(await proceeds(orderId)).toBe(SENT - 2_500n);
    expect(await deps.db.journalEntry.findFirst({ where: { orderId, kind: 'payout-bank-cost' } })).toMatchObject({
      memo: { payee: 'Standard Bank' },
    });
    await expectBooksToHold(deps);

    // Every page and figure says what arrived, and who kept the rest.
    const page = await cooperativeOrderPage(deps, { actor: treasurer, orderId });
    expect(page.waterfall.netMinor).toBe(SENT - 2_500n);
    const line = (part: string) => page.waterfall.parts.find((one) => one.part === part);
    expect(line('net')).toMatchObject({ plannedMinor: SENT, settledMinor: SENT - 2_500n });
    expect(line('bank-cost')).toMatchObject({ payee: 'Standard Bank', plannedMinor: 0n, settledMinor: 2_500n });
    const arrived = { state: 'confirmed', amountMinor: SENT, receivedMinor: SENT - 2_500n };
    for (const [actor, side] of [[treasurer, 'cooperative'] as const, [officer, 'programme'] as const]) {
      const { items } = await listPayouts(deps, { actor, side });
      expect(items.find(({ id }) => id === payoutId)).toMatchObject(arrived);
      expect(await getPayout(deps, { actor, side, payoutId })).toMatchObject({
        sumMinor: SENT - 2_500n,
        missingMinor: 2_500n,
        cost: { payee: 'Standard Bank' },
      });
    }
    const { figures } = await overviewPage(deps, { actor: officer });
    // 11,184,687 ÷ 11,802,302
    expect(figures['retained-share'].value).toMatch(/^94\.766995455/);
    const { baselineMinor } = await town.order(orderId);
    const gain = ((SENT - 2_500n - (baselineMinor ?? 0n)) * 10_000n) / (baselineMinor ?? 1n);
    expect(figures.uplift.value?.replace('.', '').startsWith(gain.toString())).toBe(true);

    const { payoutId: tooShort } = await short('100000.00');
    expect(await propose(tooShort)).toMatchObject({ code: 'cost-too-large' });
    const { payoutId: nothing } = await short('0');
    expect(await propose(nothing)).toMatchObject({ code: 'no-part' });
    const { payoutId: more } = await short('111871.88');
    expect(await propose(more)).toMatchObject({ code: 'no-part' });
    await expectBooksToHold(deps);
  });

  it('end as a bank’s cost in a programme with one controller, whoever of the two proposes it', async () => {
    for (const [first, second] of [
      [controller, officer],
      [officer, controller],
    ] as const) {
      const { orderId, payoutId } = await short('111846.87');
      must(await propose(payoutId, { actor: first }));
      expect(await accept(payoutId, first)).toMatchObject({ code: 'same-person' });
      must(await accept(payoutId, second));
      expect((await town.order(orderId)).state).toBe('settled');
    }
  });

  it('end with the rest in a payout of its own, which may itself arrive in part', async () => {
    const { orderId, payoutId } = await short('100000.00');
    const send = (id: string, change: object = {}) =>
      sendRest(deps, {
        ...{ actor: officer, payoutId: id, note: 'The rest came back', requestId: deps.newId() },
        ...change,
      });
    expect(await send(payoutId, { note: '' })).toMatchObject({ code: 'note' });
    const { payoutId: rest } = must(await send(payoutId));
    expect(await send(payoutId)).toMatchObject({ code: 'payout-state' });
    expect(await payout(payoutId)).toMatchObject({ state: 'partial' });
    expect(await payout(rest)).toMatchObject({ state: 'prepared', amountMinor: 1_187_187n, completesId: payoutId });
    expect(await proceeds(orderId)).toBe(10_000_000n);
    expect(await town.steps.prepare(orderId)).toMatchObject({ code: 'payout-exists' });
    // Called off, the rest is owed and listed again.
    must(await cancelPayout(deps, { actor: officer, payoutId: rest, note: 'wrong day', requestId: deps.newId() }));
    expect((await owedPayouts(deps, { actor: officer })).find((row) => row.orderId === orderId)).toMatchObject({
      amountMinor: 1_187_187n,
    });
    expect((await moneyOnItsWay(deps, { cooperativeId })).find((row) => row.orderId === orderId)).toMatchObject({
      stage: 'delivered',
      amountMinor: 1_187_187n,
    });
    const { payoutId: second } = must(await town.steps.prepare(orderId));
    must(await town.steps.approve(second));
    must(await town.steps.receive(second, '11000.00'));
    const { payoutId: third } = must(await send(second));
    must(await town.steps.approve(third));
    must(await town.steps.receive(third, '871.87'));
    expect((await town.order(orderId)).state).toBe('settled');
    expect(await proceeds(orderId)).toBe(SENT);
    expect(await deps.db.journalEntry.count({ where: { orderId, kind: 'proceeds-received' } })).toBe(1);
    await expectBooksToHold(deps);
  });

  it('end by being taken back, with the paper that what had arrived is here again, and made again', async () => {
    const { orderId, payoutId } = await short('100000.00');
    const cancel = (change: object = {}) =>
      cancelPayout(deps, {
        ...{ actor: officer, payoutId, note: 'it all came back', proof: slip('back'), requestId: deps.newId() },
        ...change,
      });
    const papers = await deps.db.document.count();
    expect(await cancel({ proof: null })).toMatchObject({ code: 'back-proof', path: 'backProof' });
    expect(await cancel({ proof: { documentId: deps.newId() } })).toMatchObject({ code: 'back-proof' });
    expect(await cancel({ note: '' })).toMatchObject({ code: 'note' });
    const liar = { name: 'slip.pdf', bytes: new TextEncoder().encode('<script>') };
    expect(await cancel({ proof: liar })).toMatchObject({ ok: false, path: 'backProof' });
    expect(await deps.db.document.count()).toBe(papers);
    expect(await payout(payoutId)).toMatchObject({ state: 'mismatch' });
    must(await cancel());
    const back = await payout(payoutId);
    expect(back).toMatchObject({ state: 'cancelled', receivedMinor: 10_000_000n, staffNote: 'it all came back' });
    const forced = { state: 'cancelled', receivedMinor: 1n, backDocumentId: null } as const;
    await expect(deps.db.payout.update({ where: { id: payoutId }, data: forced })).rejects.toThrow();

    // Whoever prepares and approves the next one knows of it. An observer reads it without the paper.
    const known = {
      ...{ id: payoutId, number: back.number, state: 'cancelled', amountMinor: SENT, receivedMinor: 10_000_000n },
      ...{ staffNote: 'it all came back', backDocumentId: back.backDocumentId },
    };
    expect((await payoutDraft(deps, { actor: officer, orderId })).earlier).toMatchObject([known]);
    const next = await town.payoutOf(orderId);
    const page = (actor: Actor, id = next) => getPayout(deps, { actor, side: 'programme', payoutId: id });
    expect((await page(controller)).earlier).toMatchObject([known]);
    expect((await page({ ...officer, role: 'observer' })).earlier).toMatchObject([{ ...known, backDocumentId: null }]);
    expect(await page(controller, payoutId)).toMatchObject({ earlier: [], backDocumentId: back.backDocumentId });
    must(await town.steps.receive(next, '111871.87'));
    expect(await proceeds(orderId)).toBe(SENT);
    await expectBooksToHold(deps);
  });

  it('are told of while the order stands still; the whole sum waits', async () => {
    const orderId = await town.orderIn('delivered');
    const payoutId = await town.payoutOf(orderId);
    const seen = () => getPayout(deps, { actor: treasurer, side: 'cooperative', payoutId });
    await town.dispute(orderId, 'open');
    expect(await seen()).toMatchObject({ frozen: true, state: 'approved' });
    const entries = await deps.db.journalEntry.count({ where: { orderId } });
    expect(await town.steps.receive(payoutId, '111871.87')).toMatchObject({ code: 'order-frozen', path: 'received' });
    expect(must(await town.steps.receive(payoutId, '111846.87'))).toMatchObject({ state: 'mismatch' });
    expect(await deps.db.journalEntry.count({ where: { orderId } })).toBe(entries);
    expect(await propose(payoutId)).toMatchObject({ code: 'order-frozen' });
    must(await recheckPayout(deps, { actor: officer, payoutId, note: 'count again', requestId: deps.newId() }));
    await town.dispute(orderId, 'won');
    expect(await seen()).toMatchObject({ frozen: false });
    must(await town.steps.receive(payoutId, '111871.87'));
    expect((await town.order(orderId)).state).toBe('settled');
    await expectBooksToHold(deps);
  });

  it('say what the sum is in the payee’s currency, with the rate, its day and its source', async () => {
    await deps.db.fxRate.create({
      data: {
        ...{
          id: deps.newId(),
          base: 'USD',
          quote: 'TZS',
          rate: '2600',
          source: 'Bank of Tanzania',
          enteredBy: officer.userId,
          approvedBy: controller.userId,
        },
        on: new Date('2026-06-01'),
        recordedAt: new Date('2026-06-01T10:00:00Z'),
      },
    });
    const asked = { minor: SENT, currency: 'USD' };
    expect(await convertMoney(deps, { ...asked, to: 'TZS' })).toMatchObject({
      minor: 29_086_686_200n,
      rate: '2600',
      date: '2026-06-01',
      source: 'Bank of Tanzania',
    });
    expect(await convertMoney(deps, { ...asked, to: 'USD' })).toBeNull();
  });
});
