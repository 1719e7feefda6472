import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/identity/require-actor.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { readerLocale } from '#app/platform/i18n/reader-locale.server';
import { WorkView } from '#app/verification/work/work-view';
import { workQueues } from './work-queues.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'review:read');
  const locale = await readerLocale(request);
  return {
    programmeName: actor.organisationName,
    queues: await workQueues(context.deps, { actor, locale }),
    title: await pageTitle(request, 'verification:work.title'),
  };
}

export default function Work() {
  const { programmeName, queues } = useLoaderData<typeof loader>();
  return <WorkView programmeName={programmeName} queues={queues} />;
}
