import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/identity/require-actor.server';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { problemOf } from '#app/platform/http/problems';
import { idOf } from '#app/platform/http/request-values';
import { readerLocale } from '#app/platform/i18n/reader-locale.server';
import { recordBaseline } from '#app/programme/baselines/record-baseline.server';
import { cooperativePage } from '#app/programme/cooperatives/cooperative-page.server';
import { CooperativeScreen } from '#app/programme/cooperatives/cooperative-screen';

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${loaded.page.cooperative.name} · Fairlode` : 'Fairlode' },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'programme:read');
  return {
    page: await cooperativePage(context.deps, { actor, cooperativeId: idOf(params['cooperativeId']) }),
    requestId: context.deps.newId(),
  };
}

/** Records what the local trader paid. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context, 'baseline:write');
  const cooperativeId = idOf(params['cooperativeId']);
  const form = await readForm(request);
  const [mineral = '', goodsForm = ''] = form.text('product').split('/');
  const recorded = await recordBaseline(context.deps, {
    actor,
    cooperativeId,
    requestId: form.requestKey(),
    baseline: {
      locale: await readerLocale(request),
      mineral,
      form: goodsForm,
      basis: form.text('basis'),
      percent: form.text('percent'),
      amount: form.text('amount'),
      currency: form.text('currency'),
      unit: form.text('unit'),
      source: form.text('source'),
      recordedOn: form.text('recordedOn'),
    },
  });
  if (!recorded.ok) return data({ values: form.values, problems: [problemOf(recorded)] }, { status: 422 });
  return redirectWithNotice(`/programme/cooperatives/${cooperativeId}`, 'programme:notice.baselineRecorded');
}

export default function Cooperative() {
  const loaded = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <CooperativeScreen {...loaded} values={sent?.values ?? {}} problems={sent?.problems ?? []} />;
}
