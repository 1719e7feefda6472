import { describe, expect, it } from 'vitest';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { lockPayout } from '#app/payments/payouts/lock-payout.server';
import { movePayout } from '#app/payments/payouts/move-payout.server';
import { storeDocument } from '#app/verification/documents/store-document.server';
import { approvePayout } from '#app/payments/approve-payout/approve-payout.server';
import { getPayout } from '#app/payments/show-payout/payout-page.server';
import { listPayouts } from '#app/payments/payouts/payouts-page.server';
import { owedPayouts } from '#app/payments/payouts/owed-payouts.server';
import { cancelPayout, recheckPayout } from '#app/payments/short-payout/resolve-payout.server';
import { confirmPayout } from '#app/trading/settlement/confirm-payout.server';
import { market, must } from '#tests/integration/trading/market';
import { expectBooksToHold } from '#tests/support/money-invariants';
import { colleagueOf, testOrganisation } from '#tests/support/people';
import { samplePdf } from '#tests/support/examples/sample-files';
import { testDeps } from '#tests/support/test-deps';

describe('off-platform payouts', async () => {
  const deps = await testDeps();
  const town = await market(deps);
  const state = async (payoutId: string) => (await deps.db.payout.findUniqueOrThrow({ where: { id: payoutId } })).state;
  const owed = async () =>
    (await deps.db.ledgerAccount.findUnique({ where: { key: `payable-to-cooperative:${town.cooperativeId}:USD` } }))
      ?.balanceMinor;

  it('are owed from the delivery on, and listed until one is prepared', async () => {
    const orderId = await town.orderIn('delivered');
    expect((await owedPayouts(deps, { actor: town.officer })).map((row) => [row.orderId, row.amountMinor])).toEqual([
      [orderId, 11_187_187n],
    ]);
    const { payoutId } = must(await town.steps.prepare(orderId));
    expect(await owedPayouts(deps, { actor: town.officer })).toEqual([]);
    expect(await owed()).toBe(-11_187_187n);
    expect((await listPayouts(deps, { actor: town.officer, side: 'programme' })).items.map(({ id }) => id)).toContain(
      payoutId,
    );
    // What staff only prepare is not yet the cooperative's to see.
    await expect(getPayout(deps, { actor: town.treasurer, side: 'cooperative', payoutId })).rejects.toMatchObject({
      status: 404,
    });
    must(await town.steps.approve(payoutId));
    const seen = await getPayout(deps, { actor: town.treasurer, side: 'cooperative', payoutId });
    expect(seen).toMatchObject({ state: 'approved', reference: 'TT-1' });
    expect(seen.destination.accountNumber).not.toContain('0150123456');
    expect(await owed()).toBe(0n);
  });

  it('need a second person, a reference and a proof', async () => {
    const { payoutId } = must(await town.steps.prepare(await town.orderIn('delivered'), town.controller));
    const approve = (change: object) =>
      approvePayout(deps, {
        actor: town.controller,
        payoutId,
        reference: 'TT',
        proof: { documentId: town.proof },
        requestId: deps.newId(),
        ...change,
      });
    expect(await approve({})).toMatchObject({ code: 'same-person' });
    const other = await colleagueOf(deps, town.controller);
    expect(await approve({ actor: other, reference: ' ' })).toMatchObject({ code: 'reference', path: 'reference' });
    expect(await approve({ actor: other, proof: null })).toMatchObject({ code: 'proof', path: 'proof' });
    expect(await approve({ actor: other, proof: { documentId: deps.newId() } })).toMatchObject({ code: 'proof' });
    await expect(approve({ actor: town.officer })).rejects.toMatchObject({ status: 403 });
    expect(await state(payoutId)).toBe('prepared');
    const liar = { name: 'slip.pdf', bytes: new TextEncoder().encode('<script>') };
    expect(await approve({ actor: other, proof: liar })).toMatchObject({ ok: false, path: 'proof' });
    must(await approve({ actor: other }));
  });

  it('go to a verified destination only', async () => {
    const orderId = await town.orderIn('delivered');
    const where = { organisationId: town.cooperativeId };
    await deps.db.payoutDestination.updateMany({ where, data: { verifiedAt: null } });
    expect(await town.steps.prepare(orderId)).toMatchObject({ code: 'destination-unverified' });
    await deps.db.payoutDestination.updateMany({
      where,
      data: { verifiedAt: deps.clock.now(), retiredAt: deps.clock.now() },
    });
    expect(await town.steps.prepare(orderId)).toMatchObject({ code: 'destination-missing' });
    await deps.db.payoutDestination.updateMany({ where, data: { retiredAt: null } });
    must(await town.steps.prepare(orderId));
  });

  it('become a case when another sum arrives, and are counted again or taken back', async () => {
    const orderId = await town.orderIn('delivered');
    const before = await owed();
    const payoutId = await town.payoutOf(orderId);
    expect(await town.steps.receive(payoutId, '111,871')).toMatchObject({ code: 'received-amount', path: 'received' });
    expect(await town.steps.receive(payoutId, '111871.875')).toMatchObject({ code: 'received-amount' });
    expect(must(await town.steps.receive(payoutId, '111000.00'))).toMatchObject({ state: 'mismatch' });
    expect((await town.order(orderId)).state).toBe('delivered');
    expect(await town.steps.receive(payoutId, '111871.87')).toMatchObject({ code: 'payout-state' });

    const note = { actor: town.officer, payoutId, note: 'The bank confirms the full sum', requestId: deps.newId() };
    must(await recheckPayout(deps, note));
    const asked = { staffNote: 'The bank confirms the full sum', note: null, receivedMinor: null };
    expect(await getPayout(deps, { actor: town.officer, side: 'programme', payoutId })).toMatchObject(asked);
    const none = { actor: town.treasurer, payoutId, received: '0', note: 'Our bank shows nothing' };
    expect(must(await confirmPayout(deps, { ...none, requestId: deps.newId() }))).toMatchObject({ state: 'mismatch' });
    must(await cancelPayout(deps, { ...note, note: 'Sent to a closed account', requestId: deps.newId() }));
    expect(await state(payoutId)).toBe('cancelled');
    // Neither side's words replace the other's.
    const both = { note: 'Our bank shows nothing', staffNote: 'Sent to a closed account' };
    expect(await getPayout(deps, { actor: town.officer, side: 'programme', payoutId })).toMatchObject(both);
    expect(await owed()).toBe(before);

    const again = await town.payoutOf(orderId);
    expect(must(await town.steps.receive(again, '111871.87'))).toMatchObject({ state: 'confirmed' });
    expect((await town.order(orderId)).state).toBe('settled');
    await expectBooksToHold(deps);
  });

  it('move by their table alone: its guard is asked, and what is posted is held against it', async () => {
    const orderId = await town.orderIn('delivered');
    const { payoutId } = must(await town.steps.prepare(orderId));
    const force = (data: { approvedById?: string; reference?: string; proofDocumentId?: string }) =>
      inTransaction(deps.db, async (tx) => {
        const payout = await lockPayout(tx, payoutId, {});
        await movePayout(tx, deps, payout, { action: 'approve', by: 'programme', data });
      });
    const { documentId: proofDocumentId } = must(
      await storeDocument(deps, {
        ...{ actor: town.officer, kind: 'payout-proof' },
        file: { name: 'slip.pdf', bytes: samplePdf('Slip') },
      }),
    );
    const sent = { reference: 'TRX-1', proofDocumentId };
    await expect(force({ ...sent, approvedById: town.officer.userId })).rejects.toThrow(/cannot approve: not so that/);
    await expect(force({ ...sent, approvedById: town.controller.userId })).rejects.toThrow(
      /approve of P-\d+ post payout-sent, and did not/,
    );
    await expect(
      inTransaction(deps.db, async (tx) =>
        movePayout(tx, deps, await lockPayout(tx, payoutId, {}), { action: 'confirm', by: 'cooperative' }),
      ),
    ).rejects.toThrow(/is prepared: cooperative cannot confirm it/);
    expect(await state(payoutId)).toBe('prepared');
    await expectBooksToHold(deps);
  });

  it('are not there for another programme, and nothing is owed before delivery', async () => {
    const orderId = await town.orderIn('delivered');
    const elsewhere = await testOrganisation(deps, { kind: 'programme', roles: ['officer', 'controller'] });
    await expect(town.steps.prepare(orderId, elsewhere.as.officer)).rejects.toMatchObject({ status: 404 });
    const { payoutId } = must(await town.steps.prepare(orderId));
    await expect(town.steps.approve(payoutId, elsewhere.as.controller)).rejects.toMatchObject({ status: 404 });
    await expect(getPayout(deps, { actor: elsewhere.as.officer, side: 'programme', payoutId })).rejects.toMatchObject({
      status: 404,
    });
    expect(await town.steps.prepare(await town.orderIn('shipped'))).toMatchObject({ code: 'nothing-owed' });
    const note = { actor: town.officer, payoutId, note: 'x', requestId: deps.newId() };
    expect(await cancelPayout(deps, note)).toMatchObject({ code: 'note' });
    must(await cancelPayout(deps, { ...note, note: 'prepared by mistake' }));
    expect(await recheckPayout(deps, { ...note, note: 'again please', requestId: deps.newId() })).toMatchObject({
      code: 'payout-state',
    });
  });
});
