import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '#app/platform/http/page-title.server';
import { listEvidenceDays } from '#app/evidence/days/list-evidence-days.server';
import { VerifyScreen } from '#app/evidence/verify/verify-screen';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const typed = searchParams.get('hash');
  const hash = typed?.replace(/\s/gu, '').toLowerCase().slice(0, 100) ?? '';
  if (/^[0-9a-f]{64}$/.test(hash)) throw redirect(`/verify/${hash}`);
  const before = searchParams.get('before');
  const [page, title] = await Promise.all([
    listEvidenceDays(context.deps, { before }),
    pageTitle(request, 'pricing:verify.title'),
  ]);
  return { page: { ...page, missing: hash === '' ? null : hash, isFirst: before === null }, title };
}

export default function Verify() {
  return <VerifyScreen {...useLoaderData<typeof loader>().page} />;
}
