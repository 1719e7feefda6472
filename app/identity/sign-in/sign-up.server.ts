import type { Deps } from '#app/platform/deps';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { isLocale } from '#app/platform/i18n/locales';
import { translator } from '#app/platform/i18n/translator.server';
import { ok, refuse, type Result } from '#app/platform/result';
import { countAttempt } from './limit-attempts.server';
import { sendMailboxLink } from './mailbox-link.server';
import { hashPassword } from './password.server';
import { isEasilyGuessed } from './password-strength.server';
import type { SignUpInput } from './person.schema';
import { saveUnprovenUser } from './save-unproven-user.server';
import { countSignUp } from './training-day.server';

/**
 * Takes a sign-up and mails the address: a link that proves the mailbox, or, where there is an account already, a word that there is. The answer and the
 * work are the same for both, so that nobody learns here who has an account.
 */
export async function signUp(
  deps: Deps,
  {
    person,
    locale,
    clientAddress,
    code = '',
  }: { person: SignUpInput; locale: string; clientAddress: string; code?: string },
): Promise<Result<null, 'too-many-attempts' | 'password-weak' | 'training-code'>> {
  const { name, email, password } = person;
  if (await isEasilyGuessed(password, [name, email]))
    return refuse('password-weak', 'identity:refusal.passwordWeak', { path: 'password' });
  const counted = await countSignUp(deps, { clientAddress, code });
  if (!counted.ok) return counted;
  const passwordHash = await hashPassword(password);
  // Somebody else's mailbox is not filled: what is over the limit is answered alike and sends nothing.
  const quiet = (await countAttempt(deps, { kind: 'mailbox-mail', who: email })) > 0;
  await inTransaction(deps.db, async (tx) => {
    const saved = await saveUnprovenUser(tx, deps, { name, email, locale, passwordHash });
    if (quiet) return;
    if (saved) return sendMailboxLink(tx, deps, { userId: saved.userId, email, locale });
    const owner = await tx.user.findUniqueOrThrow({ where: { email }, select: { locale: true } });
    const t = translator(isLocale(owner.locale) ? owner.locale : 'en');
    await deps.jobs.enqueue(tx, 'send-mail', {
      to: email,
      subject: t('identity:mail.known.subject'),
      text: t('identity:mail.known.text', { url: `${deps.settings.publicUrl}/sign-in` }),
    });
  });
  return ok(null);
}
