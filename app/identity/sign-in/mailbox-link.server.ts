import { createHash, randomBytes } from 'node:crypto';
import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import { isLocale } from '#app/platform/i18n/locales';
import { translator } from '#app/platform/i18n/translator.server';

const VALID_HOURS = 48;
export const MAILBOX_LINK_MS = VALID_HOURS * 3_600_000;

/** Under what the database knows a link: the secret itself is only in the mail. */
export function mailboxKey(token: string): string {
  return `mailbox:${createHash('sha256').update(token).digest('base64url')}`;
}

/**
 * Mails a link whose secret proves, once, that the reader of the mailbox is who signed up. `linkFor`: the
 * account, or the sign-up that waits beside it; an earlier link for the same is worthless from then on.
 */
export async function sendMailboxLink(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'newId' | 'jobs' | 'settings'>,
  { linkFor, email, locale }: { linkFor: string; email: string; locale: string },
): Promise<void> {
  const now = deps.clock.now();
  const token = randomBytes(24).toString('base64url');
  await tx.confirmation.deleteMany({ where: { value: linkFor, identifier: { startsWith: 'mailbox:' } } });
  await tx.confirmation.create({
    data: {
      id: deps.newId(),
      identifier: mailboxKey(token),
      value: linkFor,
      expiresAt: new Date(now.getTime() + MAILBOX_LINK_MS),
      createdAt: now,
    },
  });
  const t = translator(isLocale(locale) ? locale : 'en');
  await deps.jobs.enqueue(tx, 'send-mail', {
    to: email,
    subject: t('identity:mail.mailbox.subject'),
    text: t('identity:mail.mailbox.text', { url: `${deps.settings.publicUrl}/mailbox/${token}`, hours: VALID_HOURS }),
  });
}

/** Whether a link for the account was sent that still proves its mailbox. */
export async function hasLiveMailboxLink(tx: Tx, deps: Pick<Deps, 'clock'>, userId: string): Promise<boolean> {
  const where = { value: userId, identifier: { startsWith: 'mailbox:' }, expiresAt: { gt: deps.clock.now() } };
  return (await tx.confirmation.count({ where })) > 0;
}
