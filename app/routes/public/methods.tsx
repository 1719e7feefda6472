import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '#app/platform/http/page-title.server';
import { newestOf } from '#app/valuation/methods/method-book';
import { readMethodBook } from '#app/valuation/methods/method-book.server';
import { MethodsScreen } from '#app/valuation/show-methods/methods-screen';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  return {
    methods: newestOf(await readMethodBook(context.deps)),
    title: await pageTitle(request, 'pricing:methods.title'),
  };
}

export default function Methods() {
  return <MethodsScreen methods={useLoaderData<typeof loader>().methods} />;
}
