import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { auditPage } from '#app/identity/audit-log/audit-page.server';
import { AuditScreen } from '#app/identity/audit-log/audit-screen';
import { requireActor } from '#app/identity/require-actor.server';
import { pageTitle } from '#app/platform/http/page-title.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'audit:read');
  const cursor = new URL(request.url).searchParams.get('before');
  return {
    ...(await auditPage(context.deps, { actor, cursor })),
    title: await pageTitle(request, 'identity:audit.title'),
  };
}

export default function Audit() {
  const page = useLoaderData<typeof loader>();
  return <AuditScreen {...page} />;
}
