import { expect } from 'vitest';
import type { Actor } from '#app/identity/actor';
import { recordEvidence } from '#app/verification/applications/record-evidence.server';
import { submitApplication } from '#app/verification/applications/submit-application.server';
import { setPayoutDestination } from '#app/verification/payout-destination/set-destination.server';
import { decideApplication } from '#app/verification/review/decide-application.server';
import { reviewPage } from '#app/verification/review/review-page.server';
import { testOrganisation } from '#tests/support/people';
import { samplePdf } from '#tests/support/examples/sample-files';
import { testDeps } from '#tests/support/test-deps';

/** A programme with its staff, another one, and what applicants and staff do. */
export async function applicants() {
  const deps = await testDeps();
  const programme = await testOrganisation(deps, { kind: 'programme', roles: ['officer', 'controller', 'observer'] });
  const otherProgramme = await testOrganisation(deps, { kind: 'programme', roles: ['officer'] });
  const { organisationId: programmeId } = programme;
  const officer = programme.as.officer;
  let accounts = 0;
  const PDF = { name: 'paper.pdf', bytes: samplePdf('Paper') };

  async function cooperative() {
    const made = await testOrganisation(deps, {
      kind: 'cooperative',
      roles: ['manager', 'treasurer'],
      programmeId,
      locale: 'pt',
    });
    return { organisationId: made.organisationId, manager: made.as.manager, treasurer: made.as.treasurer };
  }

  function evidence(
    actor: Actor,
    requirementKey: string,
    input: { statement?: string; expiresOn?: string; file?: typeof PDF | null } = {},
  ) {
    const { statement = '', expiresOn = '', file = null } = input;
    return recordEvidence(deps, { actor, requirementKey, statement, expiresOn, file, requestId: deps.newId() });
  }

  async function complete(manager: Actor) {
    const answers = [
      await evidence(manager, 'registration', { file: PDF }),
      await evidence(manager, 'mining-licence', { file: PDF, expiresOn: '2027-12-31' }),
      await evidence(manager, 'custody-statement', { statement: 'log-kept' }),
      await evidence(manager, 'mercury-statement', { statement: 'no-gold' }),
      await setPayoutDestination(deps, {
        actor: manager,
        requestId: deps.newId(),
        destination: {
          method: 'mobile-money',
          provider: 'M-Pesa',
          holder: manager.organisationName,
          accountNumber: `+2588${(accounts += 1).toString().padStart(8, '0')}`,
        },
      }),
    ];
    expect(answers.map((answer) => answer.ok)).toEqual([true, true, true, true, true]);
  }

  async function seen(organisationId: string) {
    return (await reviewPage(deps, { actor: officer, organisationId })).evidenceIds;
  }

  async function handedIn() {
    const applicant = await cooperative();
    await complete(applicant.manager);
    expect(await submitApplication(deps, { actor: applicant.manager })).toEqual({ ok: true, value: null });
    return applicant;
  }

  async function decide(
    organisationId: string,
    decision: {
      action: 'accept' | 'accept-with-plan' | 'reject';
      reason?: string;
      planDueOn?: string;
      evidenceSeen?: string[];
    },
    { actor = officer, requestId = deps.newId() }: { actor?: Actor; requestId?: string } = {},
  ) {
    const evidenceSeen = decision.evidenceSeen ?? (await seen(organisationId));
    return decideApplication(deps, {
      actor,
      organisationId,
      requestId,
      decision: { reason: '', planDueOn: '', ...decision, evidenceSeen },
    });
  }

  function mails() {
    return deps.db.$queryRaw<{ to: string; subject: string }[]>`
      SELECT payload->>'to' AS to, payload->>'subject' AS subject FROM graphile_worker._private_jobs ORDER BY id`;
  }

  return {
    deps,
    programme,
    otherProgramme,
    programmeId,
    officer,
    PDF,
    cooperative,
    evidence,
    complete,
    seen,
    handedIn,
    decide,
    mails,
  };
}
