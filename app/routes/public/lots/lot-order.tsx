import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/identity/require-actor.server';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf } from '#app/platform/http/problems';
import { idOf } from '#app/platform/http/request-values';
import { readerLocale } from '#app/platform/i18n/reader-locale.server';
import { isPaymentMethod } from '#app/payments/limits/payment-cost';
import { placeOrder } from '#app/trading/place-order/place-order.server';
import { orderFormPage } from '#app/trading/place-order/order-form-page.server';
import { OrderFormScreen } from '#app/trading/place-order/order-form-screen';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'order:place');
  const typed = (new URL(request.url).searchParams.get('quantity') ?? '').slice(0, 40);
  return {
    page: await orderFormPage(context.deps, {
      actor,
      lotId: idOf(params['lotId']),
      quantity: typed,
      locale: await readerLocale(request),
    }),
    typed,
    requestId: context.deps.newId(),
    title: await pageTitle(request, 'trading:form.title'),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context, 'order:place');
  const lotId = idOf(params['lotId']);
  const form = await readForm(request);
  const method = form.text('method');
  const placed = await placeOrder(context.deps, {
    actor,
    lotId,
    quantity: form.text('quantity'),
    locale: await readerLocale(request),
    shownPriceMinor: shownMinor(form.text('shownPrice')),
    paymentMethod: isPaymentMethod(method) ? method : null,
    shownTotalMinor: shownMinor(form.text(`shownTotal.${method}`)),
    termsAccepted: form.text('terms') === 'on',
    anotherConfirmed: form.text('another') === 'on',
    requestId: form.requestKey(),
  });
  if (!placed.ok) {
    // Asked about a second order, a buyer need not agree to the same price again.
    const agreed = placed.code === 'order-unpaid';
    return data({ problems: [problemOf(placed)], typed: form.text('quantity'), method, agreed }, { status: 422 });
  }
  const { orderId, number } = placed.value;
  return redirectWithNotice(`/buyer/orders/${orderId}`, 'trading:notice.placed', { params: { number } });
}

/** Minor units as our own form sends them back. */
function shownMinor(text: string): bigint | null {
  return /^\d{1,18}$/.test(text) ? BigInt(text) : null;
}

export default function LotOrder() {
  const { page, typed, requestId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <OrderFormScreen
      {...page}
      typed={sent?.typed ?? typed}
      method={sent?.method ?? ''}
      agreed={sent?.agreed ?? false}
      requestId={requestId}
      problems={sent?.problems ?? []}
    />
  );
}
