import type { Deps } from '#app/platform/deps';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { readSessionToken } from '../sessions/session-cookie.server';
import { createAuth } from '../create-auth.server';

/** Ends this browser's session, in the database and in the cookie. Harmless without one. */
export async function signOut(deps: Deps, request: Request): Promise<Headers> {
  const token = await readSessionToken(deps, request);
  const session = token && (await deps.db.session.findUnique({ where: { token }, select: { userId: true } }));
  const answer = await createAuth(deps).api.signOut({
    headers: new Headers({ cookie: request.headers.get('cookie') ?? '' }),
    asResponse: true,
  });
  if (session)
    await recordAudit(deps.db, deps, {
      ...{ actor: null, action: 'session:end', subjectKind: 'user', subjectId: session.userId },
    });
  const headers = new Headers();
  for (const cookie of answer.headers.getSetCookie()) headers.append('set-cookie', cookie);
  return headers;
}
