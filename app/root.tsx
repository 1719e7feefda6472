import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import { data } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  useLoaderData,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import { useContext, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { optionalPerson } from '#app/identity/require-actor.server';
import { isLite } from '#app/platform/http/lite-mode.server';
import { takeNotice } from '#app/platform/http/notice.server';
import { BusyContext } from '#app/routes/busy';
import { BusyScreen } from '#app/routes/busy-screen';
import { ErrorScreen } from '#app/routes/error-screen';
import { SiteShell } from '#app/routes/site-shell';
import { Notice } from '#app/ui/display/notice';
import { PageRequestId } from '#app/ui/forms/request-id';
import stylesheet from '#app/ui/styles.css?url';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'apple-touch-icon', href: '/apple-touch-icon.png' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
];

/** What every page's frame needs: one query (who is there), no more. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const [person, taken] = await Promise.all([optionalPerson(request, context), takeNotice(request)]);
  const url = new URL(request.url);
  return data(
    {
      person: person ? { name: person.name, actor: person.actor } : null,
      lite: isLite(request),
      notice: taken?.notice ?? null,
      requestId: context.deps.newId(),
      pathname: url.pathname,
      returnTo: url.pathname + url.search,
      demoDate: context.deps.settings.demo ? context.deps.clock.now().toISOString() : null,
      testPayments: context.deps.settings.payments.isTest,
    },
    taken ? { headers: { 'Set-Cookie': taken.forget } } : undefined,
  );
}

export function Layout({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const lite = useRouteLoaderData<typeof loader>('root')?.lite ?? false;
  return (
    <html lang={i18n.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#fbf8f3" />
        <Meta />
        <Links />
        {lite ? null : <script src="/enhance.js" defer />}
      </head>
      <body>{children}</body>
    </html>
  );
}

export default function Root() {
  const frame = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <SiteShell frame={frame}>
      {frame.notice ? (
        <div className="mb-6">
          <Notice tone={frame.notice.tone} announce>
            {t(frame.notice.messageKey, frame.notice.params ?? {})}
          </Notice>
        </div>
      ) : null}
      <PageRequestId.Provider value={frame.requestId}>
        <Outlet />
      </PageRequestId.Provider>
    </SiteShell>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const frame = useRouteLoaderData<typeof loader>('root');
  const busy = useContext(BusyContext);
  const screen = busy ? (
    <BusyScreen {...busy} />
  ) : (
    <ErrorScreen status={isRouteErrorResponse(error) ? error.status : 500} />
  );
  return frame ? (
    <SiteShell frame={frame}>{screen}</SiteShell>
  ) : (
    <main className="mx-auto max-w-2xl px-4 py-16">{screen}</main>
  );
}
