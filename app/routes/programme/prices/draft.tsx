import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { can } from '#app/identity/permissions';
import { requireActor } from '#app/identity/require-actor.server';
import { NotFound } from '#app/platform/http/errors';
import { readForm } from '#app/platform/http/form.server';
import { keepLooking } from '#app/platform/http/keep-looking';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf } from '#app/platform/http/problems';
import { uuidParam } from '#app/platform/http/request-values';
import { decideDraft } from '#app/prices/imports/drafts/decide-draft.server';
import { UNDER_WAY } from '#app/prices/imports/drafts/draft-state';
import { getDraft, LINE_FILTERS } from '#app/prices/imports/drafts/get-draft.server';
import { valuingAfter } from '#app/prices/imports/drafts/valuing-after.server';
import { DraftScreen } from '#app/prices/imports/drafts/draft-screen';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'price:read');
  const search = new URL(request.url).searchParams;
  const filter = LINE_FILTERS.find((name) => name === search.get('show')) ?? 'all';
  const after = /^\d{1,7}$/.test(search.get('after') ?? '') ? Number.parseInt(search.get('after') ?? '', 10) : null;
  const draft = await getDraft(context.deps, { actor, draftId: draftIdOf(params), filter, after });
  // Accepted figures have all open lots valued anew, which goes on after the file itself is done with.
  const work = await valuingAfter(context.deps, draft);
  const page = {
    draft,
    work,
    filter,
    after,
    mayImport: can(actor, 'price:import'),
    requestId: context.deps.newId(),
    title: await pageTitle(request, 'pricing:imports.draftTitle', { file: draft.fileName }),
  };
  return data(page, { headers: keepLooking(UNDER_WAY.includes(draft.state) || work?.endedAt === null) });
}

/** Accepts what was shown, or throws the file away. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context, 'price:import');
  const draftId = draftIdOf(params);
  const form = await readForm(request);
  const accept = form.text('intent') === 'accept';
  const decided = await decideDraft(context.deps, {
    actor,
    draftId,
    digest: form.text('digest'),
    accept,
    requestId: form.requestKey(),
  });
  if (!decided.ok) return data({ problems: [problemOf(decided)] }, { status: 422 });
  if (accept) return redirect(`/programme/prices/imports/${draftId}`, { status: 303 });
  return redirectWithNotice('/programme/prices', 'pricing:imports.notice.discarded');
}

function draftIdOf(params: LoaderFunctionArgs['params']): string {
  const id = uuidParam(params['draftId']);
  if (!id) throw new NotFound();
  return id;
}

export default function PriceDraft() {
  const { title: _, ...page } = useLoaderData<typeof loader>();
  return <DraftScreen {...page} problems={useActionData<typeof action>()?.problems ?? []} />;
}
