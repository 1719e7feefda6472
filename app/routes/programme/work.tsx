import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/identity/require-actor.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { destinationQueue, planQueue, reviewQueue } from '#app/verification/review/review-queue.server';
import { WorkView } from '#app/verification/work/work-view';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

/** Each room hands in its own queue; this page only puts them beside each other. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'review:read');
  const { deps } = context;
  const queues = await Promise.all([
    reviewQueue(deps, { actor }),
    destinationQueue(deps, { actor }),
    planQueue(deps, { actor }),
  ]);
  return { programmeName: actor.organisationName, queues, title: await pageTitle(request, 'verification:work.title') };
}

export default function Work() {
  const { programmeName, queues } = useLoaderData<typeof loader>();
  return <WorkView programmeName={programmeName} queues={queues} />;
}
