import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/identity/require-actor.server';
import { NotFound } from '#app/platform/http/errors';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf } from '#app/platform/http/problems';
import { idOf, uuidParam } from '#app/platform/http/request-values';
import { readerLocale } from '#app/platform/i18n/reader-locale.server';
import { confirmShareReceipt } from '#app/proceeds/distribution/confirm-share-receipt.server';
import { distributeOrder } from '#app/proceeds/distribution/distribute-order.server';
import { distributionFields } from '#app/proceeds/distribution/distribution-input';
import { distributionPage } from '#app/proceeds/distribution/distribution-page.server';
import { DistributionScreen } from '#app/proceeds/distribution/distribution-screen';
import { ReceiptsScreen } from '#app/proceeds/distribution/receipts-screen';

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title ?? 'Fairlode' }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'distribution:read');
  const query = new URL(request.url).searchParams;
  const typed = query.has('rule') ? distributionFields(Object.fromEntries(query), await readerLocale(request)) : null;
  return {
    page: await distributionPage(context.deps, { actor, orderId: idOf(params['orderId']), typed }),
    receipts: query.has('receipts'),
    requestId: context.deps.newId(),
    title: await pageTitle(request, 'programme:share.crumb'),
  };
}

/** Shares the money by the sheet that was shown, or notes who has it in hand. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context, 'distribution:write');
  const orderId = idOf(params['orderId']);
  const form = await readForm(request);
  const path = `/cooperative/orders/${orderId}/distribution`;
  if (form.text('intent') === 'received') {
    const shareIds = form.all('share').map((text) => uuidParam(text));
    if (shareIds.includes(null)) throw new NotFound();
    const noted = await confirmShareReceipt(context.deps, {
      actor,
      orderId,
      shareIds: shareIds.filter((id) => id !== null),
      requestId: form.requestKey(),
    });
    if (!noted.ok) return data({ problems: [problemOf(noted)] }, { status: 422 });
    return redirectWithNotice(path, 'programme:notice.received', { params: { count: noted.value.confirmed } });
  }
  const distribution = distributionFields(form.values, await readerLocale(request));
  const shared = await distributeOrder(context.deps, {
    actor,
    orderId,
    distribution,
    requestId: form.requestKey(),
  });
  if (!shared.ok) return data({ problems: [problemOf(shared)] }, { status: 422 });
  return redirectWithNotice(path, 'programme:notice.shared');
}

export default function Distribution() {
  const { page, receipts, requestId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (receipts && page.state === 'shared') return <ReceiptsScreen page={page} />;
  return <DistributionScreen page={page} requestId={requestId} problems={sent?.problems ?? []} />;
}
