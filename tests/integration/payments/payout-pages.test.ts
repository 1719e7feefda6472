import { afterAll, describe, expect, it } from 'vitest';
import { addMember } from '#app/identity/members/add-member.server';
import { samplePaper } from '#prisma/seed/sample-paper';
import { market, must } from '#tests/integration/trading/market';
import { startAppServer } from '#tests/support/app-server';
import { testDeps } from '#tests/support/test-deps';
import { signedIn, workForm } from '#tests/support/visitor';

const slip = () => new File([Buffer.from(samplePaper(['slip']))], 'slip.pdf', { type: 'application/pdf' });

describe('the pages of a payout', async () => {
  const server = await startAppServer(await testDeps());
  const { deps } = server;
  afterAll(() => server.close());
  const town = await market(deps);
  const controller = await signedIn(server, town.controller);
  const officer = await signedIn(server, town.officer);
  const payout = (id: string) => deps.db.payout.findUniqueOrThrow({ where: { id } });

  it('let the controller, whose form met another account, say that the money had left for the first', async () => {
    const { payoutId } = must(await town.steps.prepare(await town.orderIn('delivered')));
    const path = `/programme/payouts/${payoutId}`;
    const { text } = await controller.get(path);
    expect(text).toContain('to the account below');
    const { fields } = workForm(text, path, 'approve');
    const where = { organisationId: town.cooperativeId, retiredAt: null };
    const { id: known, ...facts } = await deps.db.payoutDestination.findFirstOrThrow({ where });
    const now = deps.clock.now();
    await deps.db.payoutDestination.update({ where: { id: known }, data: { retiredAt: now } });
    const newer = { ...facts, id: deps.newId(), accountNumber: '8888888888', verifiedAt: null, recordedAt: now };
    await deps.db.payoutDestination.create({ data: newer });

    const refused = await controller.post(path, { ...fields, reference: 'TT-77', proof: slip() });
    expect(refused.status).toBe(422);
    expect(refused.text).not.toContain('to the account below');
    expect(refused.text).toContain('Do not send');
    const again = workForm(refused.text, path, 'approve').fields;
    expect(again).toMatchObject({ reference: 'TT-77' });
    const said = { ...again, sentNote: 'It left at nine, before I knew', proof: slip() };
    expect((await controller.post(path, said)).status).toBe(422);
    // Without its tick it is an approval like any other, and keeps what was typed.
    const third = workForm((await controller.post(path, said)).text, path, 'approve').fields;
    expect(third).toMatchObject({ reference: 'TT-77', sentNote: said.sentNote });
    expect(third).not.toHaveProperty('sentAlready');
    const done = await controller.post(path, { ...third, sentAlready: 'on', proof: slip() });
    expect(done.status).toBe(303);
    expect(await payout(payoutId)).toMatchObject({ state: 'approved', destinationId: known, sentNote: said.sentNote });
    const treasurer = await signedIn(server, town.treasurer);
    expect((await treasurer.get(`/cooperative/payouts/${payoutId}`)).text).toContain(said.sentNote);
    await deps.db.payoutDestination.delete({ where: { id: newer.id } });
    await deps.db.payoutDestination.update({ where: { id: known }, data: { retiredAt: null } });
  });

  it('take back what had arrived with a paper, and show it where the next one is prepared', async () => {
    const orderId = await town.orderIn('delivered');
    const payoutId = await town.payoutOf(orderId);
    must(await town.steps.receive(payoutId, '100000.00'));
    const path = `/programme/payouts/${payoutId}`;
    const { fields } = workForm((await officer.get(path)).text, path, 'cancel');
    const refused = await officer.post(path, { ...fields, note: 'The bank sent it back' });
    expect(refused.status).toBe(422);
    const again = workForm(refused.text, path, 'cancel').fields;
    expect(again).toMatchObject({ note: 'The bank sent it back' });
    expect((await officer.post(path, { ...again, backProof: slip() })).status).toBe(303);
    const { number, backDocumentId } = await payout(payoutId);
    expect((await officer.get(path)).text).toContain('100,000.00');
    const next = await officer.get(`/programme/payouts/new?order=${orderId}`);
    for (const part of [number, '100,000.00 had arrived', 'The bank sent it back', `/documents/${backDocumentId}`])
      expect(next.text).toContain(part);
  });

  it('say before anything is sent that an order stands still, to staff and to the cooperative', async () => {
    const paid = await town.order(await town.orderIn('paid'));
    const waiting = await town.orderIn('delivered');
    const sentOrder = await town.order(await town.orderIn('delivered'));
    const sent = await payout(await town.payoutOf(sentOrder.id));
    const treasurer = await signedIn(server, town.treasurer);
    const ids = [paid.id, waiting, sent.orderId];
    expect((await treasurer.get('/cooperative')).text).toContain(`/cooperative/payouts/${sent.id}`);
    await deps.db.order.updateMany({
      where: { id: { in: ids } },
      data: { frozenFor: 'dispute', frozenAt: deps.clock.now() },
    });
    const draft = await officer.get(`/programme/payouts/new?order=${waiting}`);
    expect(draft.text).toContain('The order stands still');
    expect(draft.text).not.toContain('Prepare this payout<');
    const today = await treasurer.get('/cooperative');
    expect(today.text).not.toContain(`/cooperative/payouts/${sent.id}`);
    for (const { number } of [paid, sentOrder]) {
      expect(today.text).toContain(`${number} stands still`);
      expect(today.text).not.toContain(`Ship ${number}`);
    }
    await deps.db.order.updateMany({ where: { id: { in: ids } }, data: { frozenFor: null, frozenAt: null } });
  });

  it('say before anything is sent that the reader stands on both sides', async () => {
    const orderId = await town.orderIn('delivered');
    const { payoutId } = must(await town.steps.prepare(await town.orderIn('delivered')));
    const { cooperativeId: organisationId } = town;
    const onBothSides = [town.officer, town.controller].map(({ userId }) => userId);
    for (const userId of onBothSides) await addMember(deps, deps.db, { organisationId, userId, role: 'member' });
    const draft = await officer.get(`/programme/payouts/new?order=${orderId}`);
    const approval = await controller.get(`/programme/payouts/${payoutId}`);
    for (const page of [draft, approval]) expect(page.text).toContain('both sides');
    expect(draft.text).not.toContain('Prepare this payout<');
    expect(approval.text).not.toContain('name="reference"');
    await deps.db.membership.deleteMany({ where: { organisationId, userId: { in: onBothSides } } });
    expect((await controller.get(`/programme/payouts/${payoutId}`)).text).toContain('name="reference"');
  });
});
