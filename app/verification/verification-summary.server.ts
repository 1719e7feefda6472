import type { Deps } from '#app/platform/deps';
import { isAcceptedState, type ApplicationState } from './application-lifecycle';
import { dayOf } from './day';
import type { RequirementKey } from './requirements';

/** What a stranger may know about an organisation's verification: that it was checked, on which day, what was looked at. No papers. */
export type VerificationSummary = {
  accepted: boolean;
  state: ApplicationState;
  /** Day of the decision in force, `YYYY-MM-DD`; null before the first. */
  decidedOn: string | null;
  programmeName: string | null;
  planDueOn: string | null;
  /** What was put forward and when; titles are in REQUIREMENT_TITLE. */
  checks: { key: RequirementKey; recordedOn: string; expiresOn: string | null }[];
};

export async function verificationSummary(
  deps: Pick<Deps, 'db'>,
  { organisationId }: { organisationId: string },
): Promise<VerificationSummary | null> {
  const application = await deps.db.application.findUnique({
    where: { organisationId },
    include: { organisation: { select: { programme: { select: { name: true } } } } },
  });
  if (!application) return null;
  const evidence = await deps.db.evidence.findMany({
    where: { organisationId, replacedAt: null },
    orderBy: { recordedAt: 'asc' },
    select: { requirementKey: true, recordedAt: true, expiresOn: true },
  });
  return {
    accepted: isAcceptedState(application.state),
    state: application.state,
    decidedOn: application.decidedAt ? dayOf(application.decidedAt) : null,
    programmeName: application.organisation.programme?.name ?? null,
    planDueOn: application.planDueOn ? dayOf(application.planDueOn) : null,
    checks: evidence.map((row) => ({
      key: row.requirementKey as RequirementKey,
      recordedOn: dayOf(row.recordedAt),
      expiresOn: row.expiresOn ? dayOf(row.expiresOn) : null,
    })),
  };
}
