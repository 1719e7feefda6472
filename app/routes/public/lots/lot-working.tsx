import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { workingPage } from '#app/catalogue/show-working/working-page.server';
import { WorkingScreen } from '#app/catalogue/show-working/working-screen';
import { pageTitle } from '#app/platform/http/page-title.server';
import { idOf } from '#app/platform/http/request-values';
import { figuresChoice } from '#app/valuation/steps/figures-choice';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Fairlode' }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const lotId = idOf(params['lotId']);
  return {
    page: await workingPage(context.deps, { lotId }),
    figures: figuresChoice(new URL(request.url)),
    title: await pageTitle(request, 'catalogue:working.title'),
  };
}

export default function LotWorking() {
  const { page, figures } = useLoaderData<typeof loader>();
  return <WorkingScreen page={page} figures={figures} />;
}
