import { dayOf } from '#app/money/calendar-day';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import { mayChangeEvidence, type ApplicationState } from '../application-lifecycle';
import { lastReview, type ReviewFacts } from '../review/list-reviews.server';
import { requirementLines, unmet, type RequirementLine } from './evidence-in-force.server';

export type ApplicationPage = {
  kind: 'cooperative' | 'buyer';
  organisationName: string;
  programmeName: string | null;
  state: ApplicationState;
  submittedAt: string | null;
  planDueOn: string | null;
  review: ReviewFacts | null;
  requirements: RequirementLine[];
  /** Mandatory requirements that do not hold yet. */
  missing: number;
  mayEdit: boolean;
  maySubmit: boolean;
  mayWithdraw: boolean;
};

/** What the applicant sees of its own application. */
export async function applicationPage(
  deps: Pick<Deps, 'db' | 'clock'>,
  { actor }: { actor: Actor },
): Promise<ApplicationPage> {
  const { organisationId, organisationKind: kind, countryCode } = actor;
  if (kind === 'programme') throw new NotFound();
  const [application, requirements] = await Promise.all([
    deps.db.application.findUnique({
      where: { organisationId },
      include: { organisation: { select: { programme: { select: { name: true } } } } },
    }),
    requirementLines(deps.db, { organisationId, kind, countryCode }, dayOf(deps.clock.now())),
  ]);
  if (!application) throw new NotFound();
  const { state } = application;
  const missing = unmet(requirements).length;
  const mayWrite = can(actor, 'application:write');
  return {
    kind,
    organisationName: actor.organisationName,
    programmeName: application.organisation.programme?.name ?? null,
    state,
    submittedAt: application.submittedAt?.toISOString() ?? null,
    planDueOn: application.planDueOn ? dayOf(application.planDueOn) : null,
    review: await lastReview(deps, { applicationId: application.id }),
    requirements,
    missing,
    mayEdit: mayWrite && mayChangeEvidence(state),
    maySubmit: mayWrite && (state === 'draft' || state === 'rejected'),
    mayWithdraw: mayWrite && state === 'submitted',
  };
}
