import { recordAudit } from '#app/platform/audit/record-audit.server';
import type { Tx } from '#app/platform/db/connect.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
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
  input: Proof,
): Promise<Result<{ headers: Headers }, SignInRefusal | 'link-over' | 'key-reused'>> {
  const { person, requestId } = input;
  const identifier = mailboxKey(input.token);
  const intent = { key: requestId, actorId: identifier, action: 'mailbox:prove', input: {}, now: deps.clock.now() };
  let headers: Headers | null = null;
  const done = await inTransaction(deps.db, (tx) =>
    withIdempotency(tx, intent, async () => {
      const entered = await prove(tx, deps, { ...input, identifier });
      if (!entered.ok) return entered;
      headers = entered.value.headers;
      return ok({ userId: entered.value.userId });
    }),
  );
  if (!done.ok) return done;
  if (headers) return ok({ headers });
  // The same form again: its first answer, with its session, may never have come.
  const { userId } = done.value;
  if (person?.userId === userId) return ok({ headers: new Headers() });
  const { email } = await deps.db.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
  return signIn(deps, { ...input, email });
}

type Proof = {
  token: string;
  person: Person | null;
  password: string;
  clientAddress: string;
  request: Request;
  /** With a digest of the password under a secret: `form.requestKey(secret)`. */
  requestId: string;
};

async function prove(
  tx: Tx,
  deps: Deps,
  { identifier, person, password, clientAddress, request }: Proof & { identifier: string },
): Promise<Result<{ headers: Headers; userId: string }, SignInRefusal | 'link-over'>> {
  const row = await tx.confirmation.findFirst({ where: { identifier } });
  const user = row && (await tx.user.findUnique({ where: { id: row.value } }));
  if (!user) throw new NotFound();
  const { id: userId, email } = user;
  let headers = new Headers();
  if (person?.userId !== userId) {
    const entered = await signIn(deps, { email, password, clientAddress, request });
    if (!entered.ok) return entered.code === 'wrong-credentials' ? { ...entered, path: 'password' } : entered;
    headers = entered.value.headers;
  }
  const { count } = await tx.confirmation.deleteMany({
    where: { identifier, value: userId, expiresAt: { gt: deps.clock.now() } },
  });
  if (count === 0) return refuse('link-over', 'identity:refusal.mailboxLinkOver');
  await tx.user.update({ where: { id: userId }, data: { emailVerified: true } });
  await recordAudit(tx, deps, { actor: null, action: 'mailbox:prove', subjectKind: 'user', subjectId: userId });
  return ok({ headers, userId });
}

/** Another link to the same mailbox. */
export async function resendMailboxLink(
  deps: Deps,
  { person, requestId }: { person: Person; requestId: string },
): Promise<Result<Record<string, never>, 'too-many-attempts' | 'key-reused'>> {
  if (person.emailVerified) return ok({});
  const intent = { key: requestId, actorId: person.userId, action: 'mailbox:send', input: {}, now: deps.clock.now() };
  return inTransaction(deps.db, (tx) =>
    withIdempotency(tx, intent, async () => {
      const wait = await countAttempt(deps, { kind: 'mailbox-mail', who: person.email });
      if (wait > 0)
        return refuse('too-many-attempts', 'identity:refusal.tooManyAttempts', {
          params: { minutes: Math.ceil(wait / 60) },
        });
      await sendMailboxLink(tx, deps, person);
      return ok({});
    }),
  );
}
