import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '#app/platform/http/page-title.server';
import { listRates } from '#app/prices/rates/list-rates.server';
import { RatesScreen } from '#app/prices/rates/rates-screen';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const [rates, title] = await Promise.all([listRates(context.deps), pageTitle(request, 'pricing:rates.title')]);
  return { rates, title };
}

export default function ExchangeRates() {
  return <RatesScreen rates={useLoaderData<typeof loader>().rates} />;
}
