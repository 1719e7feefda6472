import type { Deps } from '#app/platform/deps';
import { refuse, type Result } from '#app/platform/result';
import { countAttempt } from './limit-attempts.server';
import type { SignUpInput } from './person.schema';
import { createUser } from './create-user.server';
import { signIn, type SignInRefusal } from './sign-in.server';

/** Makes the person and signs in. The organisation comes next: founded, or joined by invitation. */
export async function signUp(
  deps: Deps,
  {
    person,
    locale,
    clientAddress,
    request,
  }: { person: SignUpInput; locale: string; clientAddress: string; request: Request },
): Promise<Result<{ headers: Headers; userId: string }, SignInRefusal | 'email-taken'>> {
  const wait = await countAttempt(deps, { kind: 'sign-up-network', who: clientAddress });
  if (wait > 0) {
    return refuse('too-many-attempts', 'identity:refusal.tooManyAttempts', {
      params: { minutes: Math.ceil(wait / 60) },
    });
  }
  const created = await createUser(deps, { ...person, locale });
  if (!created.ok) return created;
  return signIn(deps, { email: person.email, password: person.password, clientAddress, request });
}
