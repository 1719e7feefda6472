import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToString } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { isBusy } from '#app/platform/db/map-error.server';
import { sentForm } from '#app/platform/http/sent-form.server';
import { loggedPath } from '#app/platform/http/logged-path';
import { readerLocale } from '#app/platform/i18n/reader-locale.server';
import { translations } from '#app/platform/i18n/translator.server';
import { FailureContext } from '#app/front/shell/failure-context';
import { readFrameOfFailure } from '#app/front/shell/frame.server';

/** When to try again, where the database was too busy: by then whoever held it up has been turned away. */
const RETRY_AFTER_SECONDS = 5;

/**
 * Draws the whole page at once: nothing on our pages waits for a part of itself, and a page that fails must
 * answer with the right status, which a stream could no longer set.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const locale = await readerLocale(request);
  const i18n = translations().cloneInstance({ lng: locale });
  const { pathname, search } = new URL(request.url);
  const busy = context.isBusy
    ? { action: pathname + search, form: sentForm(), wasSent: request.method === 'POST' }
    : null;
  const { errors, loaderData } = remixContext.staticHandlerContext;
  // Read only where the page has none: after a form that failed, nothing was loaded.
  const frame = loaderData['root'] ? null : await readFrameOfFailure(request, context);
  const failure = busy || frame ? { busy, frame } : null;
  const html = renderToString(
    <I18nextProvider i18n={i18n}>
      <FailureContext.Provider value={failure}>
        <RemixServer context={remixContext} url={request.url} nonce={context.cspNonce} />
      </FailureContext.Provider>
    </I18nextProvider>,
  );
  if (busy) {
    headers.set('Retry-After', String(RETRY_AFTER_SECONDS));
    headers.set('Cache-Control', 'no-store');
  }
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Content-Language', locale);
  headers.append('Vary', 'Accept-Language, Cookie, Save-Data');
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache');
  return new Response(`<!doctype html>${html}`, { status: busy ? 503 : statusOf(errors, status), headers });
}

/** The page's own failure speaks: a form may have been refused on a page that there is not. */
function statusOf(errors: EntryContext['staticHandlerContext']['errors'], status: number): number {
  const failed = Object.values(errors ?? {}).find((error) => isRouteErrorResponse(error));
  return isRouteErrorResponse(failed) ? failed.status : status;
}

export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (request.signal.aborted) return;
  // A method that an address does not take is the asker's mistake: the line of the request says so already.
  if (isRouteErrorResponse(error) && error.status === 405) return;
  if (isBusy(error)) {
    context.isBusy = true;
    context.deps.log.warn(
      { err: error, requestId: context.requestId, path: loggedPath(new URL(request.url).pathname) },
      'too busy',
    );
    return;
  }
  context.deps.log.error(
    { err: error, requestId: context.requestId, path: loggedPath(new URL(request.url).pathname) },
    'request failed',
  );
}
