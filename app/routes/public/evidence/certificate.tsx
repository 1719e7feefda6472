import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/platform/http/errors';
import { pageTitle } from '#app/platform/http/page-title.server';
import { evidencePage } from '#app/evidence/certificate/evidence-page.server';
import { EvidenceScreen } from '#app/evidence/verify/evidence-screen';

// Whoever has the hash may see it; search engines need not list it.
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title ?? 'Fairlode' },
  { name: 'robots', content: 'noindex' },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = await evidencePage(context.deps, params['hash'] ?? '');
  if (!page) throw new NotFound();
  return { page, title: await pageTitle(request, 'pricing:certificate.title') };
}

export default function Certificate() {
  return <EvidenceScreen page={useLoaderData<typeof loader>().page} kind="certificate" />;
}
