import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { methodPage } from '#app/pricing/methods/pages/method-page.server';
import { MethodScreen } from '#app/pricing/views/methods/method-screen';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.method.title} · Fairlode` : 'Fairlode' },
];

export function loader({ context, params }: LoaderFunctionArgs) {
  return methodPage(context.deps, params['methodKey'] ?? '');
}

export default function Method() {
  return <MethodScreen {...useLoaderData<typeof loader>()} />;
}
