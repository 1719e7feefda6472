import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { can } from '#app/identity/permissions';
import { requireActor } from '#app/identity/require-actor.server';
import { NotFound } from '#app/platform/http/errors';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf } from '#app/platform/http/problems';
import { pageCursor, uuidParam } from '#app/platform/http/request-values';
import { listAsideRates } from '#app/prices/waiting/list-aside-rates.server';
import { listMaterial, listQuarantined } from '#app/prices/waiting/list-quarantined.server';
import { reviewQuarantined } from '#app/prices/waiting/review-quarantined.server';
import { WaitingScreen } from '#app/prices/waiting/waiting-screen';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'price:read');
  const { deps } = context;
  const cursor = pageCursor(request.url);
  const [quarantined, asideRates, { items: material, next }] = await Promise.all([
    listQuarantined(deps, { actor }),
    listAsideRates(deps, { actor }),
    listMaterial(deps, { actor, cursor }),
  ]);
  return {
    quarantined,
    asideRates,
    material,
    next,
    cursor,
    mayApprove: can(actor, 'price:approve'),
    requestId: deps.newId(),
    title: await pageTitle(request, 'pricing:imports.waiting.title'),
  };
}

const NOTICE = {
  waiting: 'pricing:imports.notice.firstOfTwo',
  accepted: 'pricing:imports.notice.accepted',
  rejected: 'pricing:imports.notice.rejected',
} as const;

/** One person's word on a figure: each card of the page has a form and a reason of its own. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context, 'price:approve');
  const form = await readForm(request);
  const observationId = uuidParam(form.text('observationId'));
  if (!observationId) throw new NotFound();
  const reviewed = await reviewQuarantined(context.deps, {
    actor,
    observationId,
    accept: form.text('intent') === 'accept',
    reason: form.text(`reason-${observationId}`),
    requestId: form.requestKey(),
  });
  if (!reviewed.ok) {
    const problem = problemOf(reviewed);
    const path = problem.path && `${problem.path}-${observationId}`;
    return data({ problems: [{ ...problem, path }] }, { status: 422 });
  }
  return redirectWithNotice('/programme/prices/waiting', NOTICE[reviewed.value]);
}

export default function PriceWaiting() {
  const { title: _, ...page } = useLoaderData<typeof loader>();
  return <WaitingScreen {...page} problems={useActionData<typeof action>()?.problems ?? []} />;
}
