import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listCooperatives } from '#app/catalogue/show-cooperatives/cooperatives-page.server';
import { CooperativesScreen } from '#app/catalogue/show-cooperatives/cooperatives-screen';
import { pageTitle } from '#app/platform/http/page-title.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  return {
    cooperatives: await listCooperatives(context.deps),
    title: await pageTitle(request, 'catalogue:cooperatives.title'),
  };
}

export default function Cooperatives() {
  return <CooperativesScreen cooperatives={useLoaderData<typeof loader>().cooperatives} />;
}
