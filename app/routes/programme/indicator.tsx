import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/identity/require-actor.server';
import { NotFound } from '#app/platform/http/errors';
import { pageTitle } from '#app/platform/http/page-title.server';
import { pageCursor, uuidParam } from '#app/platform/http/request-values';
import { indicatorPage } from '#app/programme/indicators/indicator-page.server';
import { IndicatorScreen } from '#app/programme/indicators/indicator-screen';
import { INDICATORS, isIndicatorKey } from '#app/programme/indicators/indicators';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Fairlode' }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'programme:read');
  const key = params.indicator ?? '';
  if (!isIndicatorKey(key)) throw new NotFound();
  const query = new URL(request.url).searchParams;
  const page = await indicatorPage(context.deps, {
    actor,
    key,
    asOf: query.get('asOf'),
    month: query.get('month'),
    cooperativeId: uuidParam(query.get('cooperative') ?? undefined),
    after: pageCursor(request.url),
  });
  return { page, title: await pageTitle(request, INDICATORS[key].nameKey) };
}

export default function Indicator() {
  return <IndicatorScreen page={useLoaderData<typeof loader>().page} />;
}
