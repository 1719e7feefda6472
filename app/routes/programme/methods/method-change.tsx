import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { previewMethod } from '#app/catalogue/pages/preview-method.server';
import { MethodPreviewCard } from '#app/catalogue/views/method-preview';
import { requireActor } from '#app/identity/require-actor.server';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf, type Problem } from '#app/platform/http/problems';
import { readerLocale } from '#app/platform/i18n/reader-locale.server';
import { draftMethod, newestMethod, proposeMethod } from '#app/pricing/methods/changes/propose-method.server';
import { methodTitleKey } from '#app/pricing/views/labels';
import { ProposeScreen } from '#app/pricing/views/methods/staff/propose-screen';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireActor(request, context, 'method:propose');
  const method = await newestMethod(context.deps, params['methodKey'] ?? '');
  const title = await pageTitle(request, methodTitleKey(method), { title: method.title });
  return { method, requestId: context.deps.newId(), title };
}

/** Shows what the typed terms would do, or keeps them for a second person. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context, 'method:propose');
  const { deps } = context;
  const methodKey = params['methodKey'] ?? '';
  const form = await readForm(request);
  const proposal = {
    locale: await readerLocale(request),
    figures: form.values,
    reason: form.text('reason'),
    citation: form.text('citation'),
    sourceOn: form.text('sourceOn'),
    sourceUrl: form.text('sourceUrl'),
  };
  const again = (problems: Problem[]) => data({ values: form.values, problems, preview: null }, { status: 422 });
  if (form.text('intent') === 'preview') {
    const draft = await draftMethod(deps, { methodKey, proposal });
    if (!draft.ok) return again([problemOf(draft)]);
    return data({ values: form.values, problems: [], preview: await previewMethod(deps, { candidate: draft.value }) });
  }
  const proposed = await proposeMethod(deps, { actor, methodKey, proposal, requestId: form.text('requestId') });
  if (!proposed.ok) return again([problemOf(proposed)]);
  const { methodId } = proposed.value;
  return redirectWithNotice(
    `/programme/method-versions/${methodId.replace('/', '.')}`,
    'pricing:methods.notice.proposed',
    {
      params: { id: methodId },
    },
  );
}

export default function MethodChange() {
  const { method, requestId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <ProposeScreen
      method={method}
      values={sent?.values ?? {}}
      problems={sent?.problems ?? []}
      requestId={sent?.values['requestId'] ?? requestId}
      preview={sent?.preview ? <MethodPreviewCard preview={sent.preview} /> : null}
    />
  );
}
