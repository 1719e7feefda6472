import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { previewMethod } from '#app/catalogue/preview-method/preview-method.server';
import { MethodPreviewCard } from '#app/catalogue/preview-method/method-preview';
import { requireActor } from '#app/identity/require-actor.server';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf } from '#app/platform/http/problems';
import type { Refusal } from '#app/platform/result';
import { readerLocale } from '#app/platform/i18n/reader-locale.server';
import { draftMethod, newestMethod, proposeMethod } from '#app/valuation/change-methods/propose-method.server';
import { typedMeanwhile } from '#app/valuation/change-methods/typed-meanwhile';
import { methodKeyOf } from '#app/valuation/methods/method';
import { findMethod } from '#app/valuation/methods/method-book.server';
import { methodTitleKey } from '#app/valuation/vocabulary/method-labels';
import { ProposeScreen } from '#app/valuation/change-methods/propose-screen';

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
  const locale = await readerLocale(request);
  const madeFrom = form.text('madeFrom');
  const proposal = {
    locale,
    figures: form.values,
    reason: form.text('reason'),
    citation: form.text('citation'),
    sourceOn: form.text('sourceOn'),
    sourceUrl: form.text('sourceUrl'),
  };
  const again = async (refused: Refusal) => {
    const problems = [problemOf(refused)];
    if (refused.code !== 'newer-version')
      return data({ values: form.values, problems, preview: null, before: null }, { status: 422 });
    // A form of no version, or of another method's, has nothing to compare with.
    const before = methodKeyOf(madeFrom) === methodKey ? await findMethod(deps, madeFrom) : null;
    const values = typedMeanwhile(form.values, { madeFrom: before, locale });
    return data({ values, problems, preview: null, before }, { status: 422 });
  };
  if (form.text('intent') === 'preview') {
    const draft = await draftMethod(deps, { methodKey, madeFrom, proposal });
    if (!draft.ok) return again(draft);
    const preview = await previewMethod(deps, { candidate: draft.value });
    return data({ values: form.values, problems: [], preview, before: null });
  }
  const requestId = form.requestKey();
  const proposed = await proposeMethod(deps, { actor, methodKey, madeFrom, proposal, requestId });
  if (!proposed.ok) return again(proposed);
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
      before={sent?.before ?? null}
      values={sent?.values ?? {}}
      problems={sent?.problems ?? []}
      requestId={requestId}
      preview={sent?.preview ? <MethodPreviewCard preview={sent.preview} /> : null}
    />
  );
}
