import { z } from 'zod';
import type { Deps } from '#app/platform/deps';
import type { OrganisationKind, Role } from '../roles';

const KEY = 'demo-logins';

type DemoLogin = { email: string; role: Role; organisationKind: OrganisationKind; organisationName: string };

const stored = z.object({
  password: z.string(),
  emails: z.array(z.string()),
});

/** The seed says which of its people stand for a role on the sign-in page, and the one password they share. */
export async function keepDemoLogins(
  deps: Pick<Deps, 'db'>,
  logins: { password: string; emails: string[] },
): Promise<void> {
  await deps.db.installation.upsert({
    where: { key: KEY },
    create: { key: KEY, value: logins },
    update: { value: logins },
  });
}

/** Null outside a demo, whatever the database holds. */
export async function listDemoLogins(
  deps: Pick<Deps, 'db' | 'settings'>,
): Promise<{ password: string; logins: DemoLogin[] } | null> {
  if (!deps.settings.demo) return null;
  const row = await deps.db.installation.findUnique({ where: { key: KEY } });
  const parsed = stored.safeParse(row?.value);
  if (!parsed.success) return null;
  const { password, emails } = parsed.data;
  const people = await deps.db.user.findMany({
    where: { email: { in: emails } },
    select: {
      email: true,
      memberships: {
        orderBy: { createdAt: 'asc' },
        take: 1,
        select: { role: true, organisation: { select: { kind: true, name: true } } },
      },
    },
  });
  const logins = people.flatMap(({ email, memberships: [membership] }) =>
    membership
      ? [
          {
            email,
            role: membership.role,
            organisationKind: membership.organisation.kind,
            organisationName: membership.organisation.name,
          },
        ]
      : [],
  );
  logins.sort((a, b) => emails.indexOf(a.email) - emails.indexOf(b.email));
  return { password, logins };
}
