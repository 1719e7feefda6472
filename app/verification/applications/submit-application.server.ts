import { dayOf } from '#app/money/calendar-day';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { ok, refuse, type Result } from '#app/platform/result';
import type { Actor } from '#app/identity/actor';
import { applicationStep } from '../application-lifecycle';
import { requirementLines, unmet } from './evidence-in-force.server';
import { lockApplication } from './lock-application.server';
import { moveApplication } from './move-application.server';

/** Hands the application in. From now on its evidence stands still until staff have decided or it is taken back. */
export async function submitApplication(
  deps: Deps,
  { actor, requestId = deps.newId() }: { actor: Actor; requestId?: string },
): Promise<Result<null, 'not-now' | 'incomplete' | 'key-reused'>> {
  const { organisationId, organisationKind: kind, countryCode } = actor;
  if (kind === 'programme') return refuse('not-now', 'verification:refusal.notNow');
  const intent = {
    ...{ key: requestId, actorId: actor.userId, action: 'application:submit', now: deps.clock.now() },
    input: { organisationId: actor.organisationId },
  };
  return inTransaction(deps.db, (tx) =>
    withIdempotency(tx, intent, async (): Promise<Result<null, 'not-now' | 'incomplete'>> => {
      const application = await lockApplication(tx, { organisationId });
      // A second click finds the work done.
      if (application.state === 'submitted') return ok(null);
      if (!applicationStep(application.state, 'submit')) return refuse('not-now', 'verification:refusal.notNow');
      const now = deps.clock.now();
      const missing = unmet(await requirementLines(tx, { organisationId, kind, countryCode }, dayOf(now)));
      if (missing.length > 0)
        return refuse('incomplete', 'verification:refusal.incomplete', { params: { count: missing.length } });
      await moveApplication(tx, deps, {
        ...{ application, organisationId, action: 'submit', by: 'applicant', facts: { missing: missing.length } },
        data: { submittedAt: now },
        mail: {
          programmeId: actor.programmeId,
          subjectKey: 'verification:mail.submitted.subject',
          textKey: 'verification:mail.submitted.text',
          params: {
            organisation: actor.organisationName,
            url: `${deps.settings.publicUrl}/programme/applications/${organisationId}`,
          },
        },
      });
      await recordAudit(tx, deps, {
        actor,
        action: 'application:submit',
        subjectKind: 'application',
        subjectId: application.id,
      });
      return ok(null);
    }),
  );
}

/** Takes it back to change something, as long as nobody has decided. */
export async function withdrawApplication(
  deps: Deps,
  { actor, requestId = deps.newId() }: { actor: Actor; requestId?: string },
): Promise<Result<null, 'not-now' | 'key-reused'>> {
  const intent = {
    ...{ key: requestId, actorId: actor.userId, action: 'application:withdraw', now: deps.clock.now() },
    input: { organisationId: actor.organisationId },
  };
  return inTransaction(deps.db, (tx) =>
    withIdempotency(tx, intent, async (): Promise<Result<null, 'not-now'>> => {
      const application = await lockApplication(tx, { organisationId: actor.organisationId });
      if (!applicationStep(application.state, 'withdraw')) return refuse('not-now', 'verification:refusal.notNow');
      await moveApplication(tx, deps, {
        ...{ application, organisationId: actor.organisationId, action: 'withdraw', by: 'applicant' },
        data: { submittedAt: null },
      });
      await recordAudit(tx, deps, {
        actor,
        action: 'application:withdraw',
        subjectKind: 'application',
        subjectId: application.id,
      });
      return ok(null);
    }),
  );
}
