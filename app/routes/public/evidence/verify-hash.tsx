import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '#app/platform/http/page-title.server';
import { listEvidenceDays } from '#app/evidence/days/list-evidence-days.server';
import { evidencePage } from '#app/evidence/certificate/evidence-page.server';
import { EvidenceScreen } from '#app/evidence/verify/evidence-screen';
import { VerifyScreen } from '#app/evidence/verify/verify-screen';

// Whoever has the hash may see it; search engines need not list it.
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title ?? 'Fairlode' },
  { name: 'robots', content: 'noindex' },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const hash = params['hash'] ?? '';
  const [page, title] = await Promise.all([evidencePage(context.deps, hash), pageTitle(request, 'pricing:verify.one')]);
  if (page) return data({ page, days: null, missing: hash, title });
  const days = await listEvidenceDays(context.deps, { before: null });
  return data({ page: null, days, missing: hash.slice(0, 100), title }, { status: 404 });
}

export default function VerifyHash() {
  const { page, days, missing } = useLoaderData<typeof loader>();
  if (page) return <EvidenceScreen page={page} kind="verify" />;
  return <VerifyScreen days={days?.days ?? []} next={days?.next ?? null} missing={missing} isFirst />;
}
