import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '#app/platform/http/page-title.server';
import { LocalPriceFields } from '#app/prices/proposals/proposal-fields';
import { ProposalsScreen } from '#app/prices/proposals/proposals-screen';
import { proposalsPage, proposeFromForm } from './propose-from-form.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader(args: LoaderFunctionArgs) {
  const [page, title] = await Promise.all([
    proposalsPage(args, 'local-price'),
    pageTitle(args.request, 'pricing:rates.local.title'),
  ]);
  return { page, title };
}

export function action(args: ActionFunctionArgs) {
  return proposeFromForm(args, 'local-price', '/programme/prices/local');
}

export default function LocalPrices() {
  const { page } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const typed = { problems: sent?.problems ?? [], values: sent?.values ?? {} };
  return <ProposalsScreen {...page} {...typed} fields={<LocalPriceFields {...typed} today={page.today} />} />;
}
