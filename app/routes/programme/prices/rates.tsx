import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '#app/platform/http/page-title.server';
import { listRates } from '#app/prices/rates/list-rates.server';
import { KnownRates } from '#app/prices/rates/rates-table';
import { RateFields } from '#app/prices/proposals/proposal-fields';
import { ProposalsScreen } from '#app/prices/proposals/proposals-screen';
import { proposalsPage, proposeFromForm } from './propose-from-form.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader(args: LoaderFunctionArgs) {
  const [page, rates, title] = await Promise.all([
    proposalsPage(args, 'fx-rate'),
    listRates(args.context.deps),
    pageTitle(args.request, 'pricing:rates.staff.title'),
  ]);
  // What a link hands over to begin with: a rate that was left out of a publisher's file.
  const begun = Object.fromEntries(new URL(args.request.url).searchParams);
  return { page, rates, begun, title };
}

export function action(args: ActionFunctionArgs) {
  return proposeFromForm(args, 'fx-rate', '/programme/prices/rates');
}

export default function LocalRates() {
  const { page, rates, begun } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const typed = { problems: sent?.problems ?? [], values: sent?.values ?? begun };
  const asked = { doubt: sent?.doubt ?? null, kept: sent?.kept ?? null };
  return (
    <ProposalsScreen {...page} {...typed} fields={<RateFields {...typed} {...asked} today={page.today} />}>
      <KnownRates rates={rates} />
    </ProposalsScreen>
  );
}
