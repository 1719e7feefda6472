import { withIdempotency } from '#app/platform/db/idempotency.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import { ok, refuse, type Result } from '#app/platform/result';
import { hashPassword } from '../sign-in/password.server';
import { isEasilyGuessed } from '../sign-in/password-strength.server';
import { saveUnprovenUser } from '../sign-in/save-unproven-user.server';
import { signIn, type SignInRefusal } from '../sign-in/sign-in.server';
import { hashInvitationToken } from './send-invitation.server';

type Newcomer = {
  token: string;
  name: string;
  password: string;
  locale: string;
  clientAddress: string;
  request: Request;
  /** With a digest of the password under a secret: `form.requestKey(secret)`. */
  requestId: string;
};

/**
 * Makes the account of an invited person who has none, and signs in. Who holds the link has read the mail: its secret is shown nowhere else, so the
 * mailbox is proven with it.
 */
export async function signUpInvited(
  deps: Deps,
  { token, name, password, locale, clientAddress, request, requestId }: Newcomer,
): Promise<Result<{ headers: Headers }, SignInRefusal | 'expired' | 'email-taken' | 'password-weak' | 'key-reused'>> {
  const tokenHash = hashInvitationToken(token);
  const invitation = await deps.db.invitation.findUnique({ where: { tokenHash } });
  if (!invitation) throw new NotFound();
  const { email } = invitation;
  if (await isEasilyGuessed(password, [name, email]))
    return refuse('password-weak', 'identity:refusal.passwordWeak', { path: 'password' });
  const passwordHash = await hashPassword(password);
  const now = deps.clock.now();
  const intent = { key: requestId, actorId: tokenHash, action: 'invitation:sign-up', input: {}, now };
  const saved = await inTransaction(deps.db, (tx) =>
    withIdempotency(tx, intent, async () => {
      const { acceptedAt, expiresAt } = await tx.invitation.findUniqueOrThrow({ where: { tokenHash } });
      if (acceptedAt) throw new NotFound();
      if (expiresAt <= now) return refuse('expired', 'identity:refusal.invitationExpired');
      const user = await saveUnprovenUser(tx, deps, { name, email, locale, passwordHash, proven: true });
      return user ? ok(user) : refuse('email-taken', 'identity:refusal.emailTaken');
    }),
  );
  if (!saved.ok) return saved;
  // Also for the same form again: its first answer, with its session, may never have come.
  const entered = await signIn(deps, { email, password, clientAddress, request });
  return entered.ok ? ok({ headers: entered.value.headers }) : entered;
}
