import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BelowFloorLotsCard } from '#app/catalogue/below-floor/below-floor-lots-card';
import { belowFloorLots } from '#app/catalogue/below-floor/below-floor-lots.server';
import { requireActor } from '#app/identity/require-actor.server';
import { keepLooking } from '#app/platform/http/keep-looking';
import { pageTitle } from '#app/platform/http/page-title.server';
import { readerLocale } from '#app/platform/i18n/reader-locale.server';
import { bandWork } from '#app/valuation/show-methods/staff-methods-page.server';
import { BandWork } from '#app/prices/imports/band-work';
import { WorkScreen } from '#app/verification/work/work-screen';
import { personQueue } from './person-queue.server';
import { workQueues } from '#app/front/work/work-queues.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'review:read');
  const locale = await readerLocale(request);
  const [queues, persons, work, belowFloor] = await Promise.all([
    workQueues(context.deps, { actor, locale }),
    personQueue(context.deps, { actor }),
    bandWork(context.deps),
    belowFloorLots(context.deps, { actor }),
  ]);
  const underWay = work !== null && work.endedAt === null;
  const page = {
    programmeName: actor.organisationName,
    queues: [...queues, persons],
    belowFloor,
    work: underWay ? work : null,
    title: await pageTitle(request, 'verification:work.title'),
  };
  return data(page, { headers: keepLooking(underWay) });
}

export default function Work() {
  const { programmeName, queues, work, belowFloor } = useLoaderData<typeof loader>();
  return (
    <>
      {work ? (
        <div className="mb-5">
          <BandWork work={work} />
        </div>
      ) : null}
      <WorkScreen programmeName={programmeName} queues={queues} />
      <div className="mt-6">
        <BelowFloorLotsCard lots={belowFloor} />
      </div>
    </>
  );
}
