import type { Deps } from '#app/platform/deps';
import { createAuth } from '../create-auth.server';

/** Ends this browser's session, in the database and in the cookie. Harmless without one. */
export async function signOut(deps: Deps, request: Request): Promise<Headers> {
  const answer = await createAuth(deps).api.signOut({
    headers: new Headers({ cookie: request.headers.get('cookie') ?? '' }),
    asResponse: true,
  });
  const headers = new Headers();
  for (const cookie of answer.headers.getSetCookie()) headers.append('set-cookie', cookie);
  return headers;
}
