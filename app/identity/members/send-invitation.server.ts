import { createHash, randomBytes } from 'node:crypto';
import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import { isLocale } from '#app/platform/i18n/locales';
import { translator } from '#app/platform/i18n/translator.server';
import { ROLE_LABEL, type Role } from '../roles';

export const VALID_DAYS = 7;

export function hashInvitationToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

type Invited = { id: string; organisationId: string; email: string; role: Role; invitedById: string };

/** Mails the link. Its secret is in the mail alone; the database holds a hash. */
export async function sendInvitation(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'jobs' | 'settings'>,
  { id, organisationId, email, role, invitedById }: Invited,
): Promise<void> {
  const token = randomBytes(24).toString('base64url');
  const expiresAt = new Date(deps.clock.now().getTime() + VALID_DAYS * 86_400_000);
  await tx.invitation.update({ where: { id }, data: { tokenHash: hashInvitationToken(token), expiresAt } });
  const users = await tx.user.findMany({
    where: { OR: [{ email }, { id: invitedById }] },
    select: { id: true, email: true, name: true, locale: true },
  });
  const inviter = users.find((user) => user.id === invitedById);
  // An invited person's language is not known yet unless he or she has an account: the inviter's is the best guess.
  const locale = (users.find((user) => user.email === email) ?? inviter)?.locale ?? 'en';
  const t = translator(isLocale(locale) ? locale : 'en');
  const organisation = await tx.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { name: true },
  });
  await deps.jobs.enqueue(tx, 'send-mail', {
    to: email,
    subject: t('identity:mail.invitation.subject', { organisation: organisation.name }),
    text: t('identity:mail.invitation.text', {
      inviter: inviter?.name ?? '–',
      organisation: organisation.name,
      role: t(ROLE_LABEL[role]),
      url: `${deps.settings.publicUrl}/invitations/${token}`,
      days: VALID_DAYS,
    }),
  });
}
