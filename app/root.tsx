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
import { takeNotice } from '#app/platform/http/notice.server';
import { BusyScreen } from '#app/front/shell/busy-screen';
import { ErrorScreen } from '#app/front/shell/error-screen';
import { FailureContext } from '#app/front/shell/failure-context';
import { readFrame } from '#app/front/shell/frame.server';
import { SiteShell } from '#app/front/shell/site-shell';
import { Notice } from '#app/ui/display/notice';
import { PageRequestId } from '#app/ui/forms/request-id';
import stylesheet from '#app/ui/styles.css?url';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'apple-touch-icon', href: '/apple-touch-icon.png' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const [frame, taken] = await Promise.all([readFrame(request, context), takeNotice(request)]);
  return data(
    { ...frame, notice: taken?.notice ?? null, requestId: context.deps.newId() },
    taken ? { headers: { 'Set-Cookie': taken.forget } } : undefined,
  );
}

export function Layout({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const loaded = useRouteLoaderData<typeof loader>('root');
  const failed = useContext(FailureContext);
  const lite = (loaded ?? failed?.frame)?.lite ?? false;
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
  return (
    <SiteShell frame={frame}>
      {frame.notice ? (
        <div className="mb-6">
          <Notice tone={frame.notice.tone} announce>
            {frame.notice.text}
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
  const loaded = useRouteLoaderData<typeof loader>('root');
  const failure = useContext(FailureContext);
  // Nothing is loaded after a form that failed: its page's frame comes with the failure.
  const frame = loaded ?? failure?.frame;
  const busy = failure?.busy;
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
