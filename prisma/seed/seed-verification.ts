import { dayOf } from '#app/money/calendar-day';
import type { Actor } from '#app/identity/actor';
import { requirementLines } from '#app/verification/applications/evidence-in-force.server';
import { recordEvidence } from '#app/verification/applications/record-evidence.server';
import { submitApplication } from '#app/verification/applications/submit-application.server';
import {
  setPayoutDestination,
  verifyPayoutDestination,
} from '#app/verification/payout-destination/set-destination.server';
import { requirementsFor, type Requirement } from '#app/verification/requirements';
import { decideApplication } from '#app/verification/review/decide-application.server';
import { samplePaper } from './sample-paper';
import { daysAfter, must, type SeedDeps } from './seed-world';

const STATEMENT = {
  text: 'The owners are named in the commercial register; nobody else holds a quarter or more. We buy only from lots whose papers we have read.',
  'custody-statement': 'log-kept',
  'mercury-statement': 'no-mercury',
} as const;

type Applying = {
  applicant: Actor;
  staff: Actor;
  payout?: { method: 'bank' | 'mobile-money'; provider: string; treasurer: Actor };
};

/** Applies as a live organisation does: every requirement met with a paper or a statement, handed in. */
export async function handInApplication(deps: SeedDeps, { applicant, staff, payout }: Applying): Promise<void> {
  const { organisationKind: kind, countryCode } = applicant;
  if (kind === 'programme') throw new Error('A programme does not apply');
  if (payout) {
    const { destinationId } = must(
      await setPayoutDestination(deps, {
        actor: payout.treasurer,
        requestId: deps.newId(),
        destination: {
          method: payout.method,
          provider: payout.provider,
          holder: applicant.organisationName,
          accountNumber:
            payout.method === 'bank'
              ? `00${deps.random.between(10_000_000, 99_999_999)}`
              : `+2557${deps.random.between(10_000_000, 99_999_999)}`,
        },
      }),
      `payout destination of ${applicant.organisationName}`,
    );
    must(await verifyPayoutDestination(deps, { actor: staff, destinationId }), `check of ${destinationId}`);
  }
  for (const requirement of requirementsFor({ kind, countryCode })) {
    if (requirement.form !== 'computed') await meet(deps, applicant, requirement);
  }
  must(await submitApplication(deps, { actor: applicant }), `application of ${applicant.organisationName}`);
}

/** The same, reviewed and accepted a week later. */
export async function acceptApplicant(deps: SeedDeps, applying: Applying): Promise<void> {
  const { applicant, staff } = applying;
  const { organisationKind: kind, countryCode, organisationId } = applicant;
  if (kind === 'programme') throw new Error('A programme does not apply');
  await handInApplication(deps, applying);
  deps.clock.set(daysAfter(deps.clock.now(), 7));
  const lines = await deps.db.$transaction((tx) =>
    requirementLines(tx, { organisationId, kind, countryCode }, dayOf(deps.clock.now())),
  );
  const seen = lines.flatMap(({ evidence }) => (evidence ? [evidence.evidenceId] : []));
  must(
    await decideApplication(deps, {
      requestId: deps.newId(),
      actor: staff,
      organisationId,
      decision: { action: 'accept', reason: '', planDueOn: '', evidenceSeen: seen },
    }),
    `review of ${applicant.organisationName}`,
  );
}

async function meet(deps: SeedDeps, actor: Actor, { key, form, expires, localName }: Requirement): Promise<void> {
  const title = localName ?? key;
  const paper = samplePaper([
    title,
    actor.organisationName,
    `Country ${actor.countryCode}`,
    'Sample paper of the demo: no legal force.',
  ]);
  const statement =
    form === 'text' ? STATEMENT.text : form === 'choice' ? (STATEMENT[key as 'custody-statement'] ?? '') : '';
  must(
    await recordEvidence(deps, {
      actor,
      requirementKey: key,
      file: form === 'document' ? { name: `${key}.pdf`, bytes: paper } : null,
      statement,
      expiresOn: expires === 'required' ? '2027-12-31' : '',
      requestId: deps.newId(),
    }),
    `${key} of ${actor.organisationName}`,
  );
}
