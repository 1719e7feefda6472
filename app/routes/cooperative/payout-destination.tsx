import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/identity/require-actor.server';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf, problemsOf } from '#app/platform/http/problems';
import { destinationPage } from '#app/verification/payout-destination/destination-page.server';
import { destinationSchema } from '#app/verification/payout-destination/destination.schema';
import { DestinationScreen } from '#app/verification/payout-destination/destination-screen';
import { setPayoutDestination } from '#app/verification/payout-destination/set-destination.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'payout-destination:read');
  return {
    ...(await destinationPage(context.deps, { actor })),
    requestId: context.deps.newId(),
    title: await pageTitle(request, 'verification:destination.title'),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context, 'payout-destination:write');
  const form = await readForm(request);
  const parsed = destinationSchema.safeParse({
    method: form.text('method'),
    provider: form.text('provider'),
    holder: form.text('holder'),
    accountNumber: form.text('accountNumber'),
  });
  if (!parsed.success) return data({ values: form.values, problems: problemsOf(parsed.error) }, { status: 422 });
  const answer = await setPayoutDestination(context.deps, {
    actor,
    destination: parsed.data,
    requestId: form.requestKey(),
  });
  if (!answer.ok) return data({ values: form.values, problems: [problemOf(answer)] }, { status: 422 });
  return redirectWithNotice('/cooperative/payout-destination', 'verification:notice.destinationKept');
}

export default function PayoutDestination() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <DestinationScreen {...page} values={sent?.values ?? {}} problems={sent?.problems ?? []} />;
}
