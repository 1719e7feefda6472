import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { can } from '#app/identity/permissions';
import { requireActor } from '#app/identity/require-actor.server';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf } from '#app/platform/http/problems';
import { readerLocale } from '#app/platform/i18n/reader-locale.server';
import { costsPage } from '#app/valuation/costs/costs-page.server';
import { recordCosts } from '#app/valuation/costs/record-costs.server';
import { CostsScreen } from '#app/valuation/costs/costs-screen';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'costs:read');
  const product = new URL(request.url).searchParams.get('product') ?? '';
  return {
    page: await costsPage(context.deps, { actor, product }),
    mayWrite: can(actor, 'costs:write'),
    requestId: context.deps.newId(),
    title: await pageTitle(request, 'pricing:bands.costs.title'),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context, 'costs:write');
  const form = await readForm(request);
  const key = form.text('product');
  const [mineral = '', goods = ''] = key.split('/');
  const recorded = await recordCosts(context.deps, {
    actor,
    product: { mineral, form: goods },
    costs: {
      locale: await readerLocale(request),
      batch: form.text('batch'),
      inputs: form.text('inputs'),
      energy: form.text('energy'),
      transport: form.text('transport'),
      hours: form.text('hours'),
      contingencyPct: form.text('contingencyPct'),
      note: form.text('note'),
    },
    requestId: form.requestKey(),
  });
  if (recorded.ok) return redirectWithNotice(`/cooperative/costs?product=${key}`, 'pricing:bands.costs.saved');
  return data({ values: form.values, problems: recorded.issues ?? [problemOf(recorded)] }, { status: 422 });
}

export default function Costs() {
  const { page, mayWrite, requestId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <CostsScreen
      {...page}
      mayWrite={mayWrite}
      values={sent?.values ?? {}}
      problems={sent?.problems ?? []}
      requestId={requestId}
    />
  );
}
