import type { AppLoadContext } from '@remix-run/node';
import type { Actor } from '#app/identity/actor';
import { optionalPerson } from '#app/identity/require-actor.server';
import { isLite } from '#app/platform/http/lite-mode.server';

export type Frame = {
  person: { name: string; actor: Actor | null } | null;
  lite: boolean;
  pathname: string;
  returnTo: string;
  demoDate: string | null;
  testPayments: boolean;
};

/** What every page's frame needs: one query (who is there), no more. */
export async function readFrame(request: Request, context: AppLoadContext): Promise<Frame> {
  const person = await optionalPerson(request, context);
  return frameOf(request, context, person);
}

/** The same for a page that failed: where not even the reader can be looked up, the frame of a stranger. */
export async function readFrameOfFailure(request: Request, context: AppLoadContext): Promise<Frame> {
  return readFrame(request, context).catch(() => frameOf(request, context, null));
}

function frameOf(
  request: Request,
  { deps: { settings, clock } }: AppLoadContext,
  person: Awaited<ReturnType<typeof optionalPerson>>,
): Frame {
  const url = new URL(request.url);
  return {
    person: person ? { name: person.name, actor: person.actor } : null,
    lite: isLite(request),
    pathname: url.pathname,
    returnTo: url.pathname + url.search,
    demoDate: settings.demo ? clock.now().toISOString() : null,
    testPayments: settings.payments.isTest,
  };
}
