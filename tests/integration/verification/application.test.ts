import { describe, expect, it } from 'vitest';
import type { Actor } from '#app/identity/actor';
import { applicationPage } from '#app/verification/applications/application-page.server';
import { recordEvidence } from '#app/verification/applications/record-evidence.server';
import { submitApplication, withdrawApplication } from '#app/verification/applications/submit-application.server';
import { isAccepted } from '#app/verification/is-accepted.server';
import {
  setPayoutDestination,
  verifyPayoutDestination,
} from '#app/verification/payout-destination/set-destination.server';
import { destinationQueue, planQueue, reviewQueue } from '#app/verification/review/review-queue.server';
import { reviewPage } from '#app/verification/review/review-page.server';
import { applicants } from './applicants';

describe('an application from draft to decision', async () => {
  const { deps, programme, otherProgramme, officer, PDF, cooperative, evidence, seen, handedIn, decide, mails } =
    await applicants();

  it('cannot be handed in while something is missing', async () => {
    const { manager } = await cooperative();
    expect(await submitApplication(deps, { actor: manager })).toMatchObject({
      ok: false,
      code: 'incomplete',
      params: { count: 5 },
    });
    expect(await applicationPage(deps, { actor: manager })).toMatchObject({
      state: 'draft',
      missing: 5,
      maySubmit: true,
      mayEdit: true,
    });
  });

  it('refuses evidence that does not do, by field, and keeps nothing of it', async () => {
    const { manager, organisationId } = await cooperative();
    const lying = { name: 'licence.pdf', bytes: new TextEncoder().encode('<html>') };
    expect(await evidence(manager, 'mining-licence', { file: lying, expiresOn: '2027-01-01' })).toMatchObject({
      code: 'file-type',
      path: 'file',
    });
    expect(await evidence(manager, 'mining-licence', { file: PDF })).toMatchObject({
      code: 'expires-on',
      path: 'expiresOn',
    });
    expect(await evidence(manager, 'mining-licence', { file: PDF, expiresOn: '2026-02-30' })).toMatchObject({
      code: 'expires-on',
    });
    expect(await evidence(manager, 'mining-licence', { file: PDF, expiresOn: '2026-06-01' })).toMatchObject({
      code: 'expired',
    });
    expect(await evidence(manager, 'custody-statement', { statement: 'we are good' })).toMatchObject({
      code: 'choice',
      path: 'statement',
    });
    expect(await evidence(manager, 'beneficial-owners', { statement: 'Nobody at all' })).toMatchObject({
      code: 'requirement',
    });
    expect(await evidence(manager, 'payout-account', { statement: 'here' })).toMatchObject({ code: 'requirement' });
    expect(await deps.db.document.count({ where: { organisationId } })).toBe(0);
    expect(await deps.db.evidence.count({ where: { organisationId } })).toBe(0);
  });

  it('keeps evidence once for one form, and the newer in place of the older', async () => {
    const { manager, organisationId } = await cooperative();
    const form = {
      actor: manager,
      requirementKey: 'registration',
      statement: '',
      expiresOn: '',
      file: PDF,
      requestId: deps.newId(),
    };
    const [first, second] = await Promise.all([recordEvidence(deps, form), recordEvidence(deps, form)]);
    expect(first).toEqual(second);
    expect(await deps.db.evidence.count({ where: { organisationId } })).toBe(1);
    await evidence(manager, 'registration', { file: PDF });
    expect(await deps.db.evidence.count({ where: { organisationId, replacedAt: null } })).toBe(1);
    expect(await deps.db.evidence.count({ where: { organisationId } })).toBe(2);
  });

  it('gives a form that is sent again its answer, also where it took the last place of the quota', async () => {
    const { manager } = await cooperative();
    const uploads = { ...deps.settings.uploads, filesPerDay: 1 };
    const full = { ...deps, settings: { ...deps.settings, uploads } };
    const form = { actor: manager, requirementKey: 'registration', statement: '', expiresOn: '', file: PDF };
    const requestId = deps.newId();
    const kept = await recordEvidence(full, { ...form, requestId });
    expect(kept).toMatchObject({ ok: true });
    expect(await recordEvidence(full, { ...form, requestId })).toEqual(kept);
    expect(await recordEvidence(full, { ...form, requestId: deps.newId() })).toMatchObject({ code: 'quota-day' });
    const other = { ...form, statement: 'another', requestId };
    expect(await recordEvidence(full, other)).toMatchObject({ code: 'key-reused' });
  });

  it('stands still while staff look at it, and can be taken back', async () => {
    const { manager } = await handedIn();
    expect(await evidence(manager, 'registration', { file: PDF })).toMatchObject({ code: 'locked' });
    expect(await submitApplication(deps, { actor: manager })).toMatchObject({ ok: true });
    expect(await withdrawApplication(deps, { actor: manager })).toMatchObject({ ok: true });
    expect(await evidence(manager, 'registration', { file: PDF })).toMatchObject({ ok: true });
    expect(await withdrawApplication(deps, { actor: manager })).toMatchObject({ code: 'not-now' });
  });

  it('is accepted once, with author and evidence, and tells both sides in their language', async () => {
    const { organisationId, manager, treasurer } = await handedIn();
    expect(await isAccepted(deps.db, organisationId)).toBe(false);
    const evidenceSeen = await seen(organisationId);
    const requestId = deps.newId();
    const twice = await Promise.all([
      decide(organisationId, { action: 'accept', evidenceSeen }, { requestId }),
      decide(organisationId, { action: 'accept', evidenceSeen }, { requestId }),
    ]);
    expect(twice.map((answer) => answer.ok)).toEqual([true, true]);
    expect(await isAccepted(deps.db, organisationId)).toBe(true);
    const page = await applicationPage(deps, { actor: manager });
    expect(page).toMatchObject({ state: 'accepted', review: { decision: 'accepted', authorName: officer.name } });
    const reviews = await deps.db.review.findMany({ where: { authorId: officer.userId, subjectKind: 'application' } });
    const [review] = reviews.filter((row) => JSON.stringify(row.evidenceSeen).includes(evidenceSeen[0] ?? '?'));
    expect(review?.evidenceSeen).toHaveLength(5);
    const subjects = (await mails())
      .filter(({ subject }) => subject.includes(manager.organisationName))
      .map(({ subject }) => subject);
    expect(subjects).toContain(`${manager.organisationName} has applied`);
    expect(subjects.filter((subject) => subject === `${manager.organisationName} foi aceite`)).toHaveLength(2);
    expect(treasurer.locale).toBe('pt');
  });

  it('needs a reason to be rejected, and may then be handed in again', async () => {
    const { organisationId, manager } = await handedIn();
    expect(await decide(organisationId, { action: 'reject', reason: 'no' })).toMatchObject({
      code: 'reason',
      path: 'reason',
    });
    expect(await decide(organisationId, { action: 'reject', reason: 'The licence is not readable.' })).toMatchObject({
      ok: true,
      value: { state: 'rejected' },
    });
    expect(await decide(organisationId, { action: 'accept' })).toMatchObject({ code: 'not-now' });
    expect(await submitApplication(deps, { actor: manager })).toMatchObject({ ok: true });
  });

  it('may be accepted with a plan that has a day in the future', async () => {
    const { organisationId } = await handedIn();
    const reason = 'Fence the old pits.';
    expect(await decide(organisationId, { action: 'accept-with-plan', reason })).toMatchObject({
      code: 'plan',
      path: 'planDueOn',
    });
    expect(await decide(organisationId, { action: 'accept-with-plan', reason, planDueOn: '2026-06-02' })).toMatchObject(
      { code: 'plan' },
    );
    expect(await decide(organisationId, { action: 'accept-with-plan', reason, planDueOn: '2026-06-30' })).toMatchObject(
      { ok: true },
    );
    expect(await isAccepted(deps.db, organisationId)).toBe(true);
    const waits = async () =>
      (await planQueue(deps, { actor: officer })).items.some((item) => item.href.endsWith(organisationId));
    expect(await waits()).toBe(false);
    deps.clock.set('2026-06-30T10:00:00Z');
    expect(await waits()).toBe(true);
    deps.clock.set('2026-06-02T08:00:00Z');
  });

  it('is not decided on evidence that nobody saw', async () => {
    const { organisationId, manager } = await handedIn();
    const evidenceSeen = await seen(organisationId);
    await withdrawApplication(deps, { actor: manager });
    await evidence(manager, 'registration', { file: PDF });
    await submitApplication(deps, { actor: manager });
    expect(await decide(organisationId, { action: 'accept', evidenceSeen })).toMatchObject({
      code: 'evidence-changed',
    });
  });

  it('is not accepted in full with an expired licence', async () => {
    const { organisationId } = await handedIn();
    await deps.db.evidence.updateMany({
      where: { organisationId, requirementKey: 'mining-licence' },
      data: { expiresOn: new Date('2026-06-01') },
    });
    expect(await decide(organisationId, { action: 'accept' })).toMatchObject({
      code: 'incomplete',
      params: { count: 1 },
    });
  });

  it('exists only for staff of its own programme, and nobody decides on his or her own organisation', async () => {
    const { organisationId } = await handedIn();
    const foreign = otherProgramme.as.officer;
    await expect(reviewPage(deps, { actor: foreign, organisationId })).rejects.toMatchObject({ status: 404 });
    await expect(decide(organisationId, { action: 'accept' }, { actor: foreign })).rejects.toMatchObject({
      status: 404,
    });
    const { manager } = await cooperative();
    await expect(reviewPage(deps, { actor: manager, organisationId })).rejects.toMatchObject({ status: 404 });
    await deps.db.membership.create({
      data: {
        id: deps.newId(),
        userId: programme.as.controller.userId,
        organisationId,
        role: 'member',
        createdAt: deps.clock.now(),
      },
    });
    expect(await decide(organisationId, { action: 'accept' }, { actor: programme.as.controller })).toMatchObject({
      code: 'own-organisation',
    });
  });

  it('waits in the queue of its programme until it is decided', async () => {
    const { organisationId } = await handedIn();
    const queued = async (actor: Actor) =>
      (await reviewQueue(deps, { actor })).items.some((item) => item.href.endsWith(organisationId));
    expect(await queued(officer)).toBe(true);
    expect(await queued(otherProgramme.as.officer)).toBe(false);
    await decide(organisationId, { action: 'accept' });
    expect(await queued(officer)).toBe(false);
  });

  it('has its payout account checked by staff; a changed one must be checked again, and all in charge are told', async () => {
    const { organisationId, manager, treasurer } = await handedIn();
    await decide(organisationId, { action: 'accept' });
    const current = () => deps.db.payoutDestination.findFirstOrThrow({ where: { organisationId, retiredAt: null } });
    const waits = async () =>
      (await destinationQueue(deps, { actor: officer })).items.some((item) => item.href.includes(organisationId));
    expect(await waits()).toBe(true);
    const destinationId = (await current()).id;
    await expect(
      verifyPayoutDestination(deps, { actor: otherProgramme.as.officer, destinationId }),
    ).rejects.toMatchObject({ status: 404 });
    await expect(verifyPayoutDestination(deps, { actor: manager, destinationId })).rejects.toMatchObject({
      status: 404,
    });
    await verifyPayoutDestination(deps, { actor: officer, destinationId });
    expect(await current()).toMatchObject({ verifiedById: officer.userId });
    expect(await waits()).toBe(false);
    await setPayoutDestination(deps, {
      actor: treasurer,
      requestId: deps.newId(),
      destination: { method: 'bank', provider: 'Banco', holder: 'Somebody', accountNumber: '0150293488' },
    });
    expect(await current()).toMatchObject({ verifiedById: null, verifiedAt: null });
    expect(await waits()).toBe(true);
    await expect(verifyPayoutDestination(deps, { actor: officer, destinationId })).rejects.toMatchObject({
      status: 404,
    });
    const told = (await mails()).filter(
      ({ subject }) => subject.startsWith('A conta de pagamentos') && subject.includes(manager.organisationName),
    );
    expect(told).toHaveLength(4);
  });
});
