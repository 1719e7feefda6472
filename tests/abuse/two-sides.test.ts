import { describe, expect, it } from 'vitest';
import { decideLot } from '#app/catalogue/review-lot/decide-lot.server';
import { addMember } from '#app/identity/members/add-member.server';
import { inviteMember } from '#app/identity/members/invite-member.server';
import { proposeBankCost } from '#app/payments/short-payout/accept-bank-cost.server';
import { cancelPayout, recheckPayout } from '#app/payments/short-payout/resolve-payout.server';
import { sendRest } from '#app/payments/short-payout/send-rest.server';
import { samplePaper } from '#prisma/seed/sample-paper';
import { confirmNoRoyalty } from '#app/ledger/charges/confirm-no-royalty.server';
import { endChargeRule } from '#app/ledger/charges/end-charge-rule.server';
import type { Actor } from '#app/identity/actor';
import {
  setPayoutDestination,
  verifyPayoutDestination,
} from '#app/verification/payout-destination/set-destination.server';
import { market, must } from '#tests/integration/trading/market';
import { colleagueOf, confirmTestPerson, testOrganisation, testPerson } from '#tests/support/people';
import { testDeps } from '#tests/support/test-deps';

describe('one human being on two sides', async () => {
  const deps = await testDeps();
  const town = await market(deps);
  const { cooperativeId, programmeId } = town;

  /** A second account of somebody who has one already, in another role. */
  async function secondAccount(of: Actor, as: Actor): Promise<Actor> {
    const { userId } = await testPerson(deps);
    await addMember(deps, deps.db, { organisationId: as.organisationId, userId, role: as.role });
    const first = await deps.db.user.findUniqueOrThrow({ where: { id: of.userId } });
    await deps.db.user.update({ where: { id: userId }, data: { personId: first.personId } });
    return { ...as, userId };
  }
  async function submitted(lister: Actor) {
    const lotId = await town.lot();
    await deps.db.lot.update({ where: { id: lotId }, data: { state: 'submitted', createdById: lister.userId } });
    return lotId;
  }
  const reject = (actor: Actor, lotId: string) =>
    decideLot(deps, { actor, lotId, decision: 'reject', reason: 'Weigh it again' });
  const approve = (actor: Actor, lotId: string) => decideLot(deps, { actor, lotId, decision: 'approve', reason: '' });

  it('makes one person of two accounts with one identity number, however it is written', async () => {
    const [one, two] = [await testPerson(deps), await testPerson(deps)];
    const first = await confirmTestPerson(deps, { userId: one.userId, number: 'AB1234', phone: '+258840000001' });
    expect(await confirmTestPerson(deps, { userId: two.userId, number: 'AB1234', phone: '+258840000001' })).toBe(first);
    expect(JSON.stringify(await deps.db.person.findMany())).not.toContain('AB1234');
  });

  it('does not approve the lot that it listed with another account', async () => {
    const lister = await colleagueOf(deps, town.manager);
    const lotId = await submitted(lister);
    const officer = await secondAccount(lister, town.officer);
    expect(await approve(officer, lotId)).toMatchObject({ code: 'same-person' });
    // Nor does somebody else's lot, for the person still sells here.
    const another = await submitted(town.manager);
    expect(await approve(officer, another)).toMatchObject({ code: 'both-sides' });
    // Nor is one sent back by who sells here.
    for (const id of [lotId, another]) expect(await reject(officer, id)).toMatchObject({ code: 'both-sides' });
    must(await reject(town.officer, another));
    // Nor is it approved by an honest colleague while the lister sits in the programme too.
    expect(await approve(town.officer, lotId)).toMatchObject({ code: 'both-sides' });
    expect(await deps.db.lot.findUniqueOrThrow({ where: { id: lotId } })).toMatchObject({ state: 'submitted' });
    must(await approve(town.officer, await submitted(town.manager)));
  });

  it('decides nothing before an officer has seen the papers of both', async () => {
    const { userId } = await testPerson(deps);
    await addMember(deps, deps.db, { organisationId: programmeId, userId, role: 'officer' });
    const unknown = { ...town.officer, userId };
    for (const decide of [approve, reject])
      expect(await decide(unknown, await submitted(town.manager))).toMatchObject({ code: 'person-unconfirmed' });
    const lister = await testPerson(deps);
    const lotId = await submitted({ ...town.manager, userId: lister.userId });
    expect(await approve(town.officer, lotId)).toMatchObject({ code: 'other-unconfirmed' });
    await confirmTestPerson(deps, lister);
    must(await approve(town.officer, lotId));
    const back = await submitted({ ...town.manager, userId: (await testPerson(deps)).userId });
    must(await reject(town.officer, back));
  });

  it('neither checks the payout account that it set, nor approves or receives the payout', async () => {
    const treasurer = await colleagueOf(deps, town.treasurer);
    const controller = await secondAccount(treasurer, town.controller);
    const orderId = await town.orderIn('delivered');
    expect(await town.steps.prepare(orderId, controller)).toMatchObject({ code: 'both-sides' });
    const { payoutId } = must(await town.steps.prepare(orderId));
    expect(await town.steps.approve(payoutId, controller)).toMatchObject({ code: 'both-sides' });
    must(await town.steps.approve(payoutId));
    expect(await town.steps.receive(payoutId, '111871.87', treasurer)).toMatchObject({ code: 'both-sides' });
    must(await town.steps.receive(payoutId, '111871.87'));
    const set = () =>
      setPayoutDestination(deps, {
        actor: treasurer,
        requestId: deps.newId(),
        destination: { method: 'bank', provider: 'NMB', holder: 'Cooperative', accountNumber: '0987654321' },
      });
    expect(await set()).toMatchObject({ code: 'both-sides' });
    const { organisationId } = await deps.db.membership.findFirstOrThrow({ where: { userId: controller.userId } });
    await deps.db.membership.deleteMany({ where: { userId: controller.userId } });
    const { destinationId } = must(await set());
    await addMember(deps, deps.db, { organisationId, userId: controller.userId, role: 'controller' });
    expect(await verifyPayoutDestination(deps, { actor: controller, destinationId })).toMatchObject({
      code: 'same-person',
    });
    await deps.db.membership.deleteMany({ where: { userId: controller.userId } });
    must(await verifyPayoutDestination(deps, { actor: town.officer, destinationId }));
  });

  it('neither ships nor calls off nor sets charges for both sides at once', async () => {
    const manager = await colleagueOf(deps, town.manager);
    const paid = await town.orderIn('paid');
    const placed = await town.orderIn('placed');
    const rule = await deps.db.chargeRule.findFirstOrThrow({ where: { cooperativeId } });
    const royalty = { cooperativeId, source: 'Mining Act, section 87', requestId: deps.newId() };
    for (const side of [town.buyer, town.officer]) {
      const other = await secondAccount(manager, side);
      expect(await town.steps.ship(paid, manager)).toMatchObject({ code: 'both-sides' });
      expect(await town.steps.cancel(placed, manager)).toMatchObject({ code: 'both-sides' });
      if (side === town.officer) {
        const end = { actor: other, cooperativeId, chargeRuleId: rule.id };
        expect(await endChargeRule(deps, end)).toMatchObject({ code: 'both-sides' });
        expect(await confirmNoRoyalty(deps, { ...royalty, actor: other })).toMatchObject({ code: 'both-sides' });
      }
      await deps.db.membership.deleteMany({ where: { userId: other.userId } });
    }
    must(await town.steps.ship(paid, manager));
    must(await town.steps.cancel(placed, manager));
  });

  it('lets nobody record a payout account or give a deciding role before the papers were seen', async () => {
    const { userId } = await testPerson(deps);
    await addMember(deps, deps.db, { organisationId: cooperativeId, userId, role: 'manager' });
    const unknown = { ...town.manager, userId };
    const destination = {
      method: 'bank',
      provider: 'NMB',
      holder: 'Cooperative',
      accountNumber: '0987654322',
    } as const;
    expect(await setPayoutDestination(deps, { actor: unknown, requestId: deps.newId(), destination })).toMatchObject({
      code: 'person-unconfirmed',
    });
    const invite = (role: string) =>
      inviteMember(deps, { actor: unknown, email: `${role}@two.example`, role, requestId: deps.newId() });
    expect(await invite('treasurer')).toMatchObject({ code: 'person-unconfirmed' });
    await deps.db.membership.deleteMany({ where: { userId } });
  });

  it('takes no step of a payout of which a part arrived, and posts nothing', async () => {
    const { officer } = town;
    const orderId = await town.orderIn('delivered');
    const payoutId = await town.payoutOf(orderId);
    must(await town.steps.receive(payoutId, '111000.00'));
    const slip = { name: 'fee.pdf', bytes: new Uint8Array(Buffer.from(samplePaper(['fee']))) };
    const said = { actor: officer, payoutId, note: 'The rest came back' };
    const seller = await secondAccount(officer, town.treasurer);
    const entries = () => deps.db.journalEntry.count({ where: { orderId } });
    const posted = await entries();
    const step = [
      () => sendRest(deps, { ...said, requestId: deps.newId() }),
      () => recheckPayout(deps, { ...said, requestId: deps.newId() }),
      () => cancelPayout(deps, { ...said, requestId: deps.newId() }),
      () => proposeBankCost(deps, { ...said, payee: 'CRDB', proof: slip, requestId: deps.newId() }),
    ];
    for (const take of step) expect(await take()).toMatchObject({ code: 'both-sides' });
    await deps.db.payoutDestination.updateMany({
      where: { organisationId: cooperativeId },
      data: { verifiedAt: null },
    });
    for (const take of step) expect(await take()).toMatchObject({ code: 'both-sides' });
    expect(await entries()).toBe(posted);
    expect(await deps.db.payout.findUniqueOrThrow({ where: { id: payoutId } })).toMatchObject({ state: 'mismatch' });
    await deps.db.membership.deleteMany({ where: { userId: seller.userId } });
    must(await sendRest(deps, { ...said, requestId: deps.newId() }));
    expect(await deps.db.payout.count({ where: { orderId } })).toBe(1);
    await deps.db.payoutDestination.updateMany({
      where: { organisationId: cooperativeId, retiredAt: null },
      data: { verifiedAt: deps.clock.now() },
    });
  });

  it('prepares no rest to an account that it recorded or that another organisation is paid to', async () => {
    const orderId = await town.orderIn('delivered');
    const payoutId = await town.payoutOf(orderId);
    must(await town.steps.receive(payoutId, '111000.00'));
    const own = await deps.db.payoutDestination.findFirstOrThrow({
      where: { organisationId: cooperativeId, retiredAt: null },
    });
    const send = () =>
      sendRest(deps, { actor: town.officer, payoutId, note: 'The rest came back', requestId: deps.newId() });
    const where = { id: own.id };
    await deps.db.payoutDestination.update({ where, data: { recordedById: town.officer.userId } });
    expect(await send()).toMatchObject({ code: 'same-person' });
    await deps.db.payoutDestination.update({ where, data: { recordedById: own.recordedById } });
    const other = await testOrganisation(deps, { kind: 'cooperative', roles: ['manager'], programmeId });
    const twin = { ...own, id: deps.newId(), organisationId: other.organisationId };
    await deps.db.payoutDestination.create({ data: twin });
    expect(await send()).toMatchObject({ code: 'shared-account' });
    expect(await deps.db.payout.findUniqueOrThrow({ where: { id: payoutId } })).toMatchObject({ state: 'mismatch' });
    expect(await deps.db.journalEntry.count({ where: { orderId, kind: 'payout-rest-owed' } })).toBe(0);
    await deps.db.payoutDestination.delete({ where: { id: twin.id } });
    must(await send());
  });

  it('does not prepare with one account and approve with another', async () => {
    const controller = await secondAccount(town.officer, town.controller);
    const { payoutId } = must(await town.steps.prepare(await town.orderIn('delivered')));
    expect(await town.steps.approve(payoutId, controller)).toMatchObject({ code: 'same-person' });
    await deps.db.membership.deleteMany({ where: { userId: controller.userId } });
  });

  it('does not approve from the browser that prepared', async () => {
    const { payoutId } = must(await town.steps.prepare(await town.orderIn('delivered')));
    const now = new Date();
    const device = { deviceHash: 'one browser', firstSeen: now, lastSeen: now };
    await deps.db.userDevice.createMany({
      data: [town.officer, town.controller].map(({ userId }) => ({ userId, ...device })),
    });
    expect(await town.steps.approve(payoutId)).toMatchObject({ code: 'shared-device' });
    await deps.db.userDevice.deleteMany();
    must(await town.steps.approve(payoutId));
  });

  it('pays no account that another organisation is paid to', async () => {
    const orderId = await town.orderIn('delivered');
    const other = await testOrganisation(deps, { kind: 'cooperative', roles: ['manager'], programmeId });
    const own = await deps.db.payoutDestination.findFirstOrThrow({
      where: { organisationId: cooperativeId, retiredAt: null },
    });
    const twin = { ...own, id: deps.newId(), organisationId: other.organisationId };
    await deps.db.payoutDestination.create({ data: twin });
    expect(await town.steps.prepare(orderId)).toMatchObject({ code: 'shared-account' });
    await deps.db.payoutDestination.delete({ where: { id: twin.id } });
    must(await town.steps.prepare(orderId));
  });

  it('buys nothing from the cooperative that it belongs to', async () => {
    const seller = await secondAccount(town.buyer, town.manager);
    expect(await town.place(await town.lot())).toMatchObject({ code: 'both-sides' });
    await deps.db.membership.deleteMany({ where: { userId: seller.userId } });
    must(await town.place(await town.lot()));
  });
});
