import { recordAudit } from '#app/platform/audit/record-audit.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import { ok, refuse, type Result } from '#app/platform/result';
import type { Person } from '../actor';
import { countAttempt } from './limit-attempts.server';
import { mailboxKey, sendMailboxLink } from './mailbox-link.server';
import { maskEmail } from './mask-email';
import { signIn, type SignInRefusal } from './sign-in.server';

/** What the reader of a link sees; a wrong link is not found. */
export async function mailboxPage(
  deps: Pick<Deps, 'db' | 'clock'>,
  { token, person }: { token: string; person: Person | null },
): Promise<{ maskedEmail: string; over: boolean; signedIn: boolean }> {
  const row = await deps.db.confirmation.findFirst({ where: { identifier: mailboxKey(token) } });
  const user = row && (await deps.db.user.findUnique({ where: { id: row.value }, select: { email: true } }));
  if (!user) throw new NotFound();
  return {
    maskedEmail: maskEmail(user.email),
    over: row.expiresAt <= deps.clock.now(),
    signedIn: person?.userId === row.value,
  };
}

/**
 * The mailbox is the account's: its owner followed the link and knows the password. Without the password a stranger who had signed up with another's
 * address would have it proven for him by the owner's click.
 */
export async function proveMailbox(
  deps: Deps,
  input: { token: string; person: Person | null; password: string; clientAddress: string; request: Request },
): Promise<Result<{ headers: Headers }, SignInRefusal | 'link-over'>> {
  const { token, person, password, clientAddress, request } = input;
  const identifier = mailboxKey(token);
  const row = await deps.db.confirmation.findFirst({ where: { identifier } });
  const user = row && (await deps.db.user.findUnique({ where: { id: row.value } }));
  if (!user) throw new NotFound();
  let headers = new Headers();
  if (person?.userId !== user.id) {
    const entered = await signIn(deps, { email: user.email, password, clientAddress, request });
    if (!entered.ok) return entered.code === 'wrong-credentials' ? { ...entered, path: 'password' } : entered;
    headers = entered.value.headers;
  }
  return inTransaction(deps.db, async (tx) => {
    const { count } = await tx.confirmation.deleteMany({
      where: { identifier, value: user.id, expiresAt: { gt: deps.clock.now() } },
    });
    if (count === 0) return refuse('link-over', 'identity:refusal.mailboxLinkOver');
    await tx.user.update({ where: { id: user.id }, data: { emailVerified: true } });
    await recordAudit(tx, deps, {
      ...{ actor: null, action: 'mailbox:prove', subjectKind: 'user', subjectId: user.id },
    });
    return ok({ headers });
  });
}

/** Another link to the same mailbox. */
export async function resendMailboxLink(
  deps: Deps,
  { person }: { person: Person },
): Promise<Result<null, 'too-many-attempts'>> {
  if (person.emailVerified) return ok(null);
  const wait = await countAttempt(deps, { kind: 'mailbox-mail', who: person.email });
  if (wait > 0)
    return refuse('too-many-attempts', 'identity:refusal.tooManyAttempts', {
      params: { minutes: Math.ceil(wait / 60) },
    });
  await inTransaction(deps.db, (tx) => sendMailboxLink(tx, deps, person));
  return ok(null);
}
