import type { Tx } from '#app/platform/db/connect.server';
import type { Application } from '#app/platform/db/generated/client';
import type { Deps } from '#app/platform/deps';
import { applicationStep, type ApplicationAction, type ApplicationStep } from '../application-lifecycle';
import { mailPeople, mailProgramme } from '../mail-people.server';

/** What the use case read under the application's lock, for the guard of its step. */
type StepFacts = {
  /** Mandatory requirements that nothing meets. */
  missing?: number;
  reason?: string;
  /** `YYYY-MM-DD`, and today's. */
  planDueOn?: string;
  today?: string;
};

export const REASON_MIN_LENGTH = 10;

/** The use case refuses in words before. The mover asks again, so that no other way leads past it. */
const GUARDS: Record<ApplicationStep['guard'], (facts: StepFacts) => boolean> = {
  none: () => true,
  complete: ({ missing }) => missing === 0,
  reason: ({ reason = '' }) => reason.length >= REASON_MIN_LENGTH,
  plan: ({ reason = '', planDueOn = '', today }) =>
    reason.length >= REASON_MIN_LENGTH && today !== undefined && planDueOn > today,
};

type Mail = Omit<Parameters<typeof mailPeople>[2], 'organisationId' | 'roles'>;
type Move = {
  application: Pick<Application, 'id' | 'state'>;
  organisationId: string;
  action: ApplicationAction;
  by: ApplicationStep['by'];
  facts?: StepFacts;
  data: Partial<Pick<Application, 'submittedAt' | 'decidedAt' | 'planDueOn'>>;
  /** The words of the mail that the table asks for; the programme is told where there is one. */
  mail?: Mail & { programmeId?: string | null };
};

/** Takes a locked application one step on, by the table: guard, state, mail. Throws where the table does not have it so. */
export async function moveApplication(
  tx: Tx,
  deps: Pick<Deps, 'jobs'>,
  { application, organisationId, action, by, facts = {}, data, mail }: Move,
): Promise<ApplicationStep> {
  const { id } = application;
  const step = applicationStep(application.state, action);
  if (step?.by !== by) throw new Error(`Application ${id} is ${application.state}: ${by} cannot ${action} it`);
  if (!GUARDS[step.guard](facts)) throw new Error(`Application ${id} cannot ${action}: ${step.guard} does not hold`);
  if ((step.tells === 'nobody') !== (mail === undefined))
    throw new Error(`Application ${id}: ${action} tells ${step.tells}`);
  await tx.application.update({ where: { id }, data: { ...data, state: step.to } });
  if (!mail) return step;
  const { programmeId = null, ...words } = mail;
  if (step.tells === 'applicant')
    await mailPeople(tx, deps, { ...words, organisationId, roles: ['manager', 'treasurer', 'purchaser'] });
  else if (programmeId) await mailProgramme(tx, deps, { ...words, programmeId });
  return step;
}
