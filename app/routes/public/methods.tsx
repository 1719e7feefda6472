import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '#app/platform/http/page-title.server';
import { currentMethods } from '#app/pricing/methods/methods';
import { MethodsScreen } from '#app/pricing/views/methods-screen';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request }: LoaderFunctionArgs) {
  return { methods: currentMethods(), title: await pageTitle(request, 'pricing:methods.title') };
}

export default function Methods() {
  return <MethodsScreen methods={useLoaderData<typeof loader>().methods} />;
}
