import { dayOf } from '#app/money/calendar-day';
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { can } from '#app/identity/permissions';
import { requireActor } from '#app/identity/require-actor.server';
import { readForm } from '#app/platform/http/form.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf } from '#app/platform/http/problems';
import { pageCursor } from '#app/platform/http/request-values';
import { openDraft } from '#app/prices/imports/drafts/open-draft.server';
import { listDrafts, listImports } from '#app/prices/imports/list-imports.server';
import { ImportsScreen } from '#app/prices/imports/imports-screen';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'price:read');
  const { deps } = context;
  const cursor = pageCursor(request.url);
  const [{ items, next }, drafts] = await Promise.all([
    listImports(deps, { actor, cursor }),
    listDrafts(deps, { actor }),
  ]);
  return {
    imports: items,
    next,
    cursor,
    drafts,
    mayImport: can(actor, 'price:import'),
    today: dayOf(deps.clock.now()),
    requestId: deps.newId(),
    title: await pageTitle(request, 'pricing:imports.title'),
  };
}

/** Keeps the file and shows how its reading goes. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context, 'price:import');
  const { deps } = context;
  const form = await readForm(request, { maxFileBytes: deps.settings.maxUploadBytes });
  if (form.fileTooLarge) {
    const problems = [{ path: 'file', messageKey: 'pricing:imports.refusal.fileTooLarge' }];
    return data({ problems, values: form.values }, { status: 422 });
  }
  const opened = await openDraft(deps, {
    actor,
    source: form.text('source'),
    file: form.file('file'),
    publishedOn: form.text('publishedOn'),
    requestId: form.requestKey(),
  });
  if (!opened.ok) return data({ problems: [problemOf(opened)], values: form.values }, { status: 422 });
  return redirect(`/programme/prices/imports/${opened.value.draftId}`, { status: 303 });
}

export default function PriceImports() {
  const sent = useActionData<typeof action>();
  const { title: _, ...page } = useLoaderData<typeof loader>();
  return <ImportsScreen {...page} problems={sent?.problems ?? []} values={sent?.values ?? {}} />;
}
