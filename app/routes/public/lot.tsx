import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { lotPage } from '#app/catalogue/pages/lot-page.server';
import { LotScreen } from '#app/catalogue/views/lot-screen';
import { optionalActor } from '#app/identity/require-actor.server';
import { NotFound } from '#app/platform/http/errors';
import { uuidParam } from '#app/platform/http/request-values';
import { quoteOrder } from '#app/trading/quote/quote-order.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.page.lot.number} · Fairlode` : 'Fairlode' }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const lotId = uuidParam(params['lotId']);
  if (!lotId) throw new NotFound();
  const { deps } = context;
  const actor = await optionalActor(request, context);
  const page = await lotPage(deps, { lotId, readerCurrency: actor?.currency ?? null });
  const quote = await quoteOrder(deps, { lotId, quantity: page.lot.quantity });
  return {
    page,
    planned: quote.ok ? { price: quote.value.price, parts: quote.value.waterfall.parts } : null,
    // Whoever is not signed in is asked to on the way; other audiences cannot order.
    orderHref: !actor || actor.organisationKind === 'buyer' ? `/lots/${lotId}/order` : null,
  };
}

export default function Lot() {
  const { page, orderHref } = useLoaderData<typeof loader>();
  return <LotScreen {...page} orderHref={orderHref} waterfall={null} />;
}
