import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { actOnApplication, loadApplication } from '#app/routes/account/application-http.server';
import { ApplicationScreen } from '#app/verification/applications/application-screen';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export function loader(args: LoaderFunctionArgs) {
  return loadApplication(args);
}

export function action(args: ActionFunctionArgs) {
  return actOnApplication(args, 'buyer');
}

export default function Application() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <ApplicationScreen {...page} sent={sent ?? { requirementKey: null, values: {}, problems: [] }} />;
}
