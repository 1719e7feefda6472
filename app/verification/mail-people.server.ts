import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import { isLocale } from '#app/platform/i18n/locales';
import { translator } from '#app/platform/i18n/translator.server';
import type { Role } from '#app/identity/roles';

type Words = { subjectKey: string; textKey: string; params: Record<string, string | number> };

/** One mail job for each of the organisation's people who hold one of the roles, in that person's own language. */
export async function mailPeople(
  tx: Tx,
  deps: Pick<Deps, 'jobs'>,
  { organisationId, roles, subjectKey, textKey, params }: Words & { organisationId: string; roles: Role[] },
): Promise<void> {
  const members = await tx.membership.findMany({
    where: { organisationId, role: { in: roles } },
    select: { user: { select: { email: true, locale: true } } },
  });
  for (const { user } of members) {
    const t = translator(isLocale(user.locale) ? user.locale : 'en');
    await deps.jobs.enqueue(tx, 'send-mail', {
      to: user.email,
      subject: t(subjectKey, params),
      text: t(textKey, params),
    });
  }
}

export async function mailProgramme(
  tx: Tx,
  deps: Pick<Deps, 'jobs'>,
  { programmeId, ...words }: Words & { programmeId: string },
): Promise<void> {
  await mailPeople(tx, deps, { organisationId: programmeId, roles: ['officer', 'controller'], ...words });
}
