import { dayOf, dayStart } from '#app/money/calendar-day';
import type { Tx } from '#app/platform/db/connect.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { NotFound } from '#app/platform/http/errors';
import { ok, refuse, type Refusal, type Result } from '#app/platform/result';
import type { Actor } from '#app/identity/actor';
import { requireDistinctPersons, type PersonConflict } from '#app/identity/persons/require-distinct-persons.server';
import { applicationStep, type ApplicationState } from '../application-lifecycle';
import {
  requirementLines,
  unmet,
  type Applicant,
  type RequirementLine,
} from '../applications/evidence-in-force.server';
import { lockApplication } from '../applications/lock-application.server';
import { moveApplication, REASON_MIN_LENGTH } from '../applications/move-application.server';
import type { Decision } from './decision.schema';

type DecideRefusal =
  | 'key-reused'
  | 'not-now'
  | 'incomplete'
  | 'reason'
  | 'plan'
  | 'evidence-changed'
  | 'own-organisation'
  | PersonConflict;

const MAIL = {
  accept: { subjectKey: 'verification:mail.accepted.subject', textKey: 'verification:mail.accepted.text' },
  'accept-with-plan': { subjectKey: 'verification:mail.plan.subject', textKey: 'verification:mail.plan.text' },
  reject: { subjectKey: 'verification:mail.rejected.subject', textKey: 'verification:mail.rejected.text' },
} as const;

const DECISION = { accept: 'accepted', 'accept-with-plan': 'accepted_with_plan', reject: 'rejected' } as const;

/**
 * Decides on the application of an organisation that applied to the actor's programme. The review keeps author, time, reason and the
 * evidence seen; if the evidence is no longer what stood beside the form, nothing is decided.
 */
export async function decideApplication(
  deps: Deps,
  {
    actor,
    organisationId,
    decision,
    requestId,
  }: { actor: Actor; organisationId: string; decision: Decision; requestId: string },
): Promise<Result<{ state: ApplicationState }, DecideRefusal>> {
  const intent = {
    key: requestId,
    actorId: actor.userId,
    action: 'application:decide',
    input: { organisationId, ...decision },
    now: deps.clock.now(),
  };
  return inTransaction(deps.db, (tx) =>
    withIdempotency(tx, intent, () => decide(tx, deps, { actor, organisationId, decision })),
  );
}

async function decide(
  tx: Tx,
  deps: Deps,
  { actor, organisationId, decision }: { actor: Actor; organisationId: string; decision: Decision },
): Promise<Result<{ state: ApplicationState }, DecideRefusal>> {
  const organisation = await findApplicant(tx, { actor, organisationId });
  const application = await lockApplication(tx, { organisationId });
  const { action, reason, planDueOn } = decision;
  const step = applicationStep(application.state, action);
  if (!step) return refuse('not-now', 'verification:refusal.decidedAlready');
  const isMember = await tx.membership.findFirst({
    where: { organisationId, userId: actor.userId },
    select: { id: true },
  });
  if (isMember) return refuse('own-organisation', 'verification:refusal.ownOrganisation');

  const conflict = action === 'reject' ? null : await requireDistinctPersons(tx, { actor, sides: [organisationId] });
  if (conflict) return conflict;

  const now = deps.clock.now();
  const lines = await requirementLines(tx, organisation, dayOf(now));
  const problem = checkGuard(step.guard, { decision, lines, today: dayOf(now) });
  if (problem) return problem;

  const planDay = action === 'accept-with-plan' ? dayStart(planDueOn) : null;
  await moveApplication(tx, deps, {
    ...{ application, organisationId, action, by: 'staff', data: { decidedAt: now, planDueOn: planDay } },
    facts: { missing: unmet(lines).length, reason, planDueOn, today: dayOf(now) },
    mail: {
      ...MAIL[action],
      params: {
        organisation: organisation.name,
        programme: actor.organisationName,
        reason: reason || '–',
        due: planDueOn,
        url: `${deps.settings.publicUrl}/${organisation.kind}/application`,
      },
    },
  });
  await tx.review.create({
    data: {
      id: deps.newId(),
      subjectKind: 'application',
      subjectId: application.id,
      decision: DECISION[action],
      reason: reason || null,
      planDueOn: planDay,
      evidenceSeen: lines.flatMap(({ key, evidence }) =>
        evidence
          ? [{ requirement: key, evidenceId: evidence.evidenceId, sha256: evidence.document?.sha256 ?? null }]
          : [],
      ),
      authorId: actor.userId,
      decidedAt: now,
    },
  });
  await recordAudit(tx, deps, {
    actor,
    action: 'application:decide',
    subjectKind: 'application',
    subjectId: application.id,
    detail: { from: application.state, to: step.to },
  });
  return ok({ state: step.to });
}

async function findApplicant(
  tx: Tx,
  { actor, organisationId }: { actor: Actor; organisationId: string },
): Promise<Applicant & { name: string }> {
  const row = await tx.organisation.findFirst({
    where: { id: organisationId, programmeId: actor.organisationId },
    select: { name: true, kind: true, countryCode: true },
  });
  if (!row || row.kind === 'programme' || actor.organisationKind !== 'programme') throw new NotFound();
  return { organisationId, name: row.name, kind: row.kind, countryCode: row.countryCode };
}

function checkGuard(
  guard: 'none' | 'complete' | 'reason' | 'plan',
  { decision, lines, today }: { decision: Decision; lines: RequirementLine[]; today: string },
): Refusal<DecideRefusal> | null {
  const inForce = lines.flatMap(({ evidence }) => (evidence ? [evidence.evidenceId] : []));
  const seen = new Set(decision.evidenceSeen);
  if (inForce.length !== seen.size || inForce.some((id) => !seen.has(id))) {
    return refuse('evidence-changed', 'verification:refusal.evidenceChanged');
  }
  const missing = unmet(lines);
  if (guard === 'complete' && missing.length > 0) {
    return refuse('incomplete', 'verification:refusal.staffIncomplete', {
      path: 'action',
      params: { count: missing.length },
    });
  }
  if ((guard === 'reason' || guard === 'plan') && decision.reason.length < REASON_MIN_LENGTH) {
    return refuse('reason', 'verification:refusal.reason', { path: 'reason' });
  }
  if (guard === 'plan' && (decision.planDueOn === '' || decision.planDueOn <= today)) {
    return refuse('plan', 'verification:refusal.planDueOn', { path: 'planDueOn' });
  }
  return null;
}
