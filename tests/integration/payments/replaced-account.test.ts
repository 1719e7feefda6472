import { describe, expect, it } from 'vitest';
import { approvePayout } from '#app/payments/approve-payout/approve-payout.server';
import { getPayout } from '#app/payments/show-payout/payout-page.server';
import { samplePaper } from '#prisma/seed/sample-paper';
import { market, must } from '#tests/integration/trading/market';
import { expectBooksToHold } from '#tests/support/money-invariants';
import { testDeps } from '#tests/support/test-deps';

const SENT = 11_187_187n;
const slip = (name: string) => ({ name: `${name}.pdf`, bytes: new Uint8Array(Buffer.from(samplePaper([name]))) });

describe('payouts whose account was replaced after they were prepared', async () => {
  const deps = await testDeps();
  const town = await market(deps);
  const { officer, controller, treasurer, cooperativeId } = town;
  const payout = (id: string) => deps.db.payout.findUniqueOrThrow({ where: { id } });

  /** The cooperative has another account from now on, that staff have checked. Gives the way back. */
  async function replaceAccount() {
    const now = deps.clock.now();
    const where = { organisationId: cooperativeId, retiredAt: null };
    const { id: known, ...facts } = await deps.db.payoutDestination.findFirstOrThrow({ where });
    await deps.db.payoutDestination.update({ where: { id: known }, data: { retiredAt: now } });
    const id = deps.newId();
    await deps.db.payoutDestination.create({ data: { ...facts, id, accountNumber: '9999999999', recordedAt: now } });
    return async () => {
      await deps.db.payoutDestination.delete({ where: { id } });
      await deps.db.payoutDestination.update({ where: { id: known }, data: { retiredAt: null } });
    };
  }

  it('are recorded as sent where the money had left for the account before it was replaced', async () => {
    const orderId = await town.orderIn('delivered');
    const { payoutId } = must(await town.steps.prepare(orderId));
    const { destinationId, preparedAt } = await payout(payoutId);
    const where = { id: destinationId };
    const restore = await replaceAccount();
    const approve = (change: object = {}) =>
      approvePayout(deps, {
        ...{ actor: controller, payoutId, reference: 'TT-9', proof: slip('sent'), requestId: deps.newId() },
        sentAlready: { note: 'It left an hour before the change' },
        ...change,
      });
    const page = () => getPayout(deps, { actor: controller, side: 'programme', payoutId });
    expect(await page()).toMatchObject({ changes: ['destination'], mayHaveBeenSent: true });
    expect(await approve({ sentAlready: null })).toMatchObject({ code: 'destination-changed' });
    expect(await approve({ sentAlready: { note: ' ' } })).toMatchObject({ code: 'note', path: 'sentNote' });
    expect(await approve({ proof: null })).toMatchObject({ code: 'proof' });
    expect(await approve({ actor: { ...officer, role: 'controller' } })).toMatchObject({ code: 'same-person' });
    // Never where staff had not checked that account before, nor where another sum is owed.
    await deps.db.payoutDestination.update({ where, data: { verifiedAt: new Date(preparedAt.getTime() + 1) } });
    expect(await page()).toMatchObject({ mayHaveBeenSent: false });
    expect(await approve()).toMatchObject({ code: 'destination-changed' });
    await deps.db.payoutDestination.update({ where, data: { verifiedAt: preparedAt } });
    await deps.db.payout.update({ where: { id: payoutId }, data: { amountMinor: SENT + 1n } });
    expect(await approve()).toMatchObject({ code: 'destination-changed' });
    await deps.db.payout.update({ where: { id: payoutId }, data: { amountMinor: SENT } });
    expect((await payout(payoutId)).state).toBe('prepared');
    must(await approve());
    expect(await payout(payoutId)).toMatchObject({
      ...{ state: 'approved', destinationId, reference: 'TT-9', sentNote: 'It left an hour before the change' },
    });
    expect(
      await deps.db.auditEntry.findFirst({ where: { subjectId: payoutId, action: 'payout:approve-sent' } }),
    ).toMatchObject({
      userId: controller.userId,
      detail: { destination: destinationId, note: 'It left an hour before the change' },
    });
    must(await town.steps.receive(payoutId, '111871.87'));
    expect((await town.order(orderId)).state).toBe('settled');
    await restore();
    await expectBooksToHold(deps);
  });

  it('are not sent to an account that was replaced, nor with another sum than is owed now', async () => {
    const orderId = await town.orderIn('delivered');
    const { payoutId } = must(await town.steps.prepare(orderId));
    const restore = await replaceAccount();
    expect(await town.steps.approve(payoutId)).toMatchObject({ code: 'destination-changed' });
    const page = await getPayout(deps, { actor: controller, side: 'programme', payoutId });
    expect(page.changes).toEqual(['destination']);
    await restore();
    await deps.db.payout.update({ where: { id: payoutId }, data: { amountMinor: SENT + 1n } });
    expect(await town.steps.approve(payoutId)).toMatchObject({ code: 'sum-changed' });
    await deps.db.payout.update({ where: { id: payoutId }, data: { amountMinor: SENT } });

    // Another slip under the request id of the first is another input, and not a repeat.
    const requestId = deps.newId();
    const approve = (name: string) =>
      approvePayout(deps, { actor: controller, payoutId, reference: 'TT-7', proof: slip(name), requestId });
    must(await approve('one'));
    must(await approve('one'));
    expect(await approve('two')).toMatchObject({ code: 'key-reused' });
    expect((await getPayout(deps, { actor: treasurer, side: 'cooperative', payoutId })).changes).toEqual([]);
  });
});
