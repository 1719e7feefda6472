import { redirect } from '@remix-run/node';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import type { Actor, Person } from './actor';
import { findPerson } from './find-actor.server';
import { areaOf } from './home-path';
import { can, type Permission } from './permissions';
import { readSessionToken } from './sessions/session-cookie.server';

/** What a loader or action gets from the server for this one request. */
type RequestContext = { deps: Deps };

// The shell and the page both ask who is there: one query answers both.
const asked = new WeakMap<RequestContext, Promise<Person | null>>();

/** The signed-in person with or without an organisation, or null. */
export function optionalPerson(request: Request, context: RequestContext): Promise<Person | null> {
  let answer = asked.get(context);
  if (!answer) {
    answer = readSessionToken(context.deps, request).then((token) => (token ? findPerson(context.deps, token) : null));
    asked.set(context, answer);
  }
  return answer;
}

/** The signed-in person in his or her active organisation, or null. */
export async function optionalActor(request: Request, context: RequestContext): Promise<Actor | null> {
  return (await optionalPerson(request, context))?.actor ?? null;
}

/** For pages that need no organisation yet. Throws a redirect to the sign-in page. */
export async function requirePerson(request: Request, context: RequestContext): Promise<Person> {
  const person = await optionalPerson(request, context);
  if (person) return person;
  const { pathname, search } = new URL(request.url);
  const next = encodeURIComponent(pathname.replace(/\.data$/, '') + withoutInternals(search));
  // What was typed before the session ended is not lost: 307 lets the browser send the same form to the sign-in page, which holds it.
  throw request.method === 'POST' ? redirect(`/sign-in?held=${next}`, 307) : redirect(`/sign-in?next=${next}`);
}

/** For what is done for an organisation, or to get one: an account whose mailbox is proven. Throws a redirect to the page that says how. */
export async function requireProvenPerson(request: Request, context: RequestContext): Promise<Person> {
  const person = await requirePerson(request, context);
  if (!person.emailVerified) throw redirect('/account/mailbox');
  return person;
}

const entered = new WeakSet<RequestContext>();

/** Whether this very request began the session: its own cookies do not say so yet. */
export function hasJustEntered(context: RequestContext): boolean {
  return entered.has(context);
}

/** Lets the rest of this request know who signed in with it. `headers` are those of the answer. */
export function enter(context: RequestContext, headers: Headers): Promise<Person | null> {
  const cookie = headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  asked.delete(context);
  entered.add(context);
  return optionalPerson(new Request('http://localhost', { headers: { cookie } }), context);
}

/**
 * The guard of every route that is not public. Throws a redirect to sign in (or to found an organisation), and Forbidden (403) where
 * the role lacks the permission or the page
 * belongs to another kind of organisation: a permission that several kinds hold opens each only its own pages.
 */
export async function requireActor(request: Request, context: RequestContext, permission: Permission): Promise<Actor> {
  const { actor } = await requireProvenPerson(request, context);
  if (!actor) throw redirect('/account/organisations/new');
  const area = areaOf(new URL(request.url).pathname);
  if ((area && area !== actor.organisationKind) || !can(actor, permission)) throw new Forbidden();
  return actor;
}

// Remix adds ?_routes= and ?index to requests for data; they mean nothing to a reader.
function withoutInternals(search: string): string {
  const params = new URLSearchParams(search);
  params.delete('_routes');
  params.delete('index');
  const text = params.toString();
  return text ? `?${text}` : '';
}
