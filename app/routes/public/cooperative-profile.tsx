import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { cooperativeProfile } from '#app/catalogue/show-cooperatives/cooperatives-page.server';
import { CooperativeProfileScreen } from '#app/catalogue/show-cooperatives/cooperative-profile-screen';
import { NotFound } from '#app/platform/http/errors';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.seller.name} · Fairlode` : 'Fairlode' },
];

export async function loader({ context, params }: LoaderFunctionArgs) {
  const slug = params['slug'] ?? '';
  if (!/^[a-z0-9-]{1,100}$/.test(slug)) throw new NotFound();
  return cooperativeProfile(context.deps, { slug });
}

export default function CooperativeProfile() {
  return <CooperativeProfileScreen {...useLoaderData<typeof loader>()} />;
}
