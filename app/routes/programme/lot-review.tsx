import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { decideLot } from '#app/catalogue/review-lot/decide-lot.server';
import { unpayableAsk } from '#app/catalogue/ways-to-pay/ask-payable.server';
import { lotReviewPage } from '#app/catalogue/review-lot/lot-review-page.server';
import { LotReviewScreen } from '#app/catalogue/review-lot/lot-review-screen';
import { orderHindrance } from '#app/trading/quote/order-hindrance.server';
import { OrderHindranceNotice } from '#app/trading/quote/order-hindrance-notice';
import { can } from '#app/identity/permissions';
import { requireActor } from '#app/identity/require-actor.server';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { problemOf } from '#app/platform/http/problems';
import { idOf } from '#app/platform/http/request-values';

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${loaded.page.lot.number} · Fairlode` : 'Fairlode' },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'review:read');
  const lotId = idOf(params['lotId']);
  const page = await lotReviewPage(context.deps, { actor, lotId });
  const { currency, askMinor, divisible } = page.lot;
  const asked = { cooperativeId: page.seller.id, currency, askMinor, divisible };
  const [hindrance, unpayable] = await Promise.all([
    orderHindrance(context.deps, asked),
    unpayableAsk(context.deps, asked),
  ]);
  return { page, hindrance, unpayable, mayDecide: can(actor, 'lot:decide') };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context, 'lot:decide');
  const lotId = idOf(params['lotId']);
  const form = await readForm(request);
  const decision = form.text('decision') === 'approve' ? 'approve' : 'reject';
  const reason = form.text('reason');
  const decided = await decideLot(context.deps, {
    ...{ actor, lotId, decision, reason, requestId: form.requestKey() },
    ...(/^\d{1,18}$/.test(form.text('askMinor')) ? { seenAskMinor: BigInt(form.text('askMinor')) } : {}),
  });
  if (!decided.ok) return data({ problems: [problemOf(decided)], reason }, { status: 422 });
  return redirectWithNotice(
    '/programme/work',
    decision === 'approve' ? 'catalogue:notice.approved' : 'catalogue:notice.returned',
  );
}

export default function LotReview() {
  const { page, hindrance, unpayable, mayDecide } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const orders = hindrance ? (
    <OrderHindranceNotice hindrance={hindrance} chargesHref={`/programme/cooperatives/${page.seller.id}/charges`} />
  ) : unpayable ? (
    <OrderHindranceNotice hindrance={{ params: {}, ...unpayable }} ofAsk />
  ) : null;
  return (
    <LotReviewScreen
      {...page}
      mayDecide={mayDecide}
      problems={sent?.problems ?? []}
      reason={sent?.reason ?? ''}
      orders={orders}
    />
  );
}
