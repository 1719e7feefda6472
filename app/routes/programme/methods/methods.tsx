import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/identity/permissions';
import { requireActor } from '#app/identity/require-actor.server';
import { keepLooking } from '#app/platform/http/keep-looking';
import { pageTitle } from '#app/platform/http/page-title.server';
import { staffMethodsPage } from '#app/valuation/show-methods/staff-methods-page.server';
import { StaffMethodsScreen } from '#app/valuation/change-methods/staff-methods-screen';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'method:read');
  const page = await staffMethodsPage(context.deps);
  const underWay = page.work !== null && page.work.endedAt === null;
  const title = await pageTitle(request, 'pricing:methods.staff.title');
  return data({ ...page, mayPropose: can(actor, 'method:propose'), title }, { headers: keepLooking(underWay) });
}

export default function ProgrammeMethods() {
  return <StaffMethodsScreen {...useLoaderData<typeof loader>()} />;
}
