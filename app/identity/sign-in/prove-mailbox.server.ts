import { recordAudit } from '#app/platform/audit/record-audit.server';
import type { PendingSignUp } from '#app/platform/db/generated/client';
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
import { verifyPassword } from './password.server';
import { giveAccount, lockAddress } from './save-unproven-user.server';
import { signIn, type SignInRefusal } from './sign-in.server';

/** What the reader of a link sees; a wrong link is not found. */
export async function mailboxPage(
  deps: Pick<Deps, 'db' | 'clock'>,
  { token, person }: { token: string; person: Person | null },
): Promise<{ maskedEmail: string; over: boolean; signedIn: boolean }> {
  const link = await readLink(deps.db, mailboxKey(token));
  return {
    maskedEmail: maskEmail(link.email),
    over: link.expiresAt <= deps.clock.now(),
    signedIn: link.pending === null && person?.userId === link.userId,
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
      return ok({ userId: entered.value.userId, signsIn: headers === null });
    }),
  );
  if (!done.ok) return done;
  if (headers) return ok({ headers });
  // A sign-up that waited has its password from now on. So has the same form again: its first answer, with its
  // session, may never have come.
  const { userId, signsIn } = done.value;
  if (!signsIn && person?.userId === userId) return ok({ headers: new Headers() });
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
): Promise<Result<{ headers: Headers | null; userId: string }, SignInRefusal | 'link-over'>> {
  const { userId, email, pending } = await readLink(tx, identifier);
  if (pending) return provePending(tx, deps, { identifier, pending, email, password });
  let headers = new Headers();
  if (person?.userId !== userId) {
    const entered = await signIn(deps, { email, password, clientAddress, request });
    if (!entered.ok) return entered.code === 'wrong-credentials' ? { ...entered, path: 'password' } : entered;
    headers = entered.value.headers;
  }
  await lockAddress(tx, email);
  const { count } = await tx.confirmation.deleteMany({
    where: { identifier, value: userId, expiresAt: { gt: deps.clock.now() } },
  });
  if (count === 0) return refuse('link-over', 'identity:refusal.mailboxLinkOver');
  await tx.user.update({ where: { id: userId }, data: { emailVerified: true } });
  await tx.pendingSignUp.deleteMany({ where: { userId } });
  await recordAudit(tx, deps, { actor: null, action: 'mailbox:prove', subjectKind: 'user', subjectId: userId });
  return ok({ headers, userId });
}

/** A later sign-up with the address is proven first: with its own password, it has the account. */
async function provePending(
  tx: Tx,
  deps: Deps,
  {
    identifier,
    pending,
    email,
    password,
  }: { identifier: string; pending: PendingSignUp; email: string; password: string },
): Promise<Result<{ headers: null; userId: string }, SignInRefusal | 'link-over'>> {
  const { userId, name, locale, passwordHash } = pending;
  const wait = await countAttempt(deps, { kind: 'mailbox-proof', who: pending.id });
  if (wait > 0)
    return refuse('too-many-attempts', 'identity:refusal.tooManyAttempts', {
      params: { minutes: Math.ceil(wait / 60) },
    });
  if (!(await verifyPassword({ hash: passwordHash, password })))
    return refuse('wrong-credentials', 'identity:refusal.wrongCredentials', { path: 'password' });
  await lockAddress(tx, email);
  // Read under the lock: the other sign-up may have been proven meanwhile, and took this link with it.
  const { expiresAt } = await readLink(tx, identifier);
  if (expiresAt <= deps.clock.now()) return refuse('link-over', 'identity:refusal.mailboxLinkOver');
  await giveAccount(tx, deps, { userId, name, locale, passwordHash, proven: true });
  await recordAudit(tx, deps, { actor: null, action: 'mailbox:prove', subjectKind: 'user', subjectId: userId });
  return ok({ headers: null, userId });
}

/** The account that a link proves, or the sign-up beside it. A wrong link is not found. */
async function readLink(db: Pick<Tx, 'confirmation' | 'pendingSignUp' | 'user'>, identifier: string) {
  const row = await db.confirmation.findFirst({ where: { identifier } });
  if (!row) throw new NotFound();
  const user = await db.user.findUnique({ where: { id: row.value }, select: { id: true, email: true } });
  if (user) return { userId: user.id, email: user.email, pending: null, expiresAt: row.expiresAt };
  const waiting = await db.pendingSignUp.findUnique({
    where: { id: row.value },
    include: { user: { select: { email: true } } },
  });
  if (!waiting) throw new NotFound();
  const { user: owner, ...pending } = waiting;
  return { userId: pending.userId, email: owner.email, pending, expiresAt: row.expiresAt };
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
      const { userId: linkFor, email, locale } = person;
      await sendMailboxLink(tx, deps, { linkFor, email, locale });
      return ok({});
    }),
  );
}
