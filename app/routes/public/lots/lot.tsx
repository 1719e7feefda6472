import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { lotPage } from '#app/catalogue/show-lot/lot-page.server';
import { LotScreen } from '#app/catalogue/show-lot/lot-screen';
import { can } from '#app/identity/permissions';
import { optionalActor } from '#app/identity/require-actor.server';
import { Waterfall } from '#app/ledger/waterfall/waterfall-table';
import { comparePlanned } from '#app/ledger/waterfall/waterfall';
import { idOf } from '#app/platform/http/request-values';
import { useFormat } from '#app/platform/i18n/use-format';
import { quoteOrder } from '#app/trading/quote/quote-order.server';
import { Card } from '#app/ui/layout/card';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.page.lot.number} · Fairlode` : 'Fairlode' },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const lotId = idOf(params['lotId']);
  const actor = await optionalActor(request, context);
  const page = await lotPage(context.deps, { lotId, reader: actor });
  const quote = await quoteOrder(context.deps, { lotId, quantity: page.lot.quantity });
  return {
    page,
    planned: quote.ok ? { price: quote.value.price, parts: comparePlanned(quote.value.waterfall.parts, null) } : null,
    // Whoever is not signed in is asked to on the way; others cannot order.
    orderHref: !actor || can(actor, 'order:place') ? `/lots/${lotId}/order` : null,
  };
}

export default function Lot() {
  const { page, planned, orderHref } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  const waterfall = planned ? (
    <Card title={t('catalogue:lot.whoGets', { price: format.money(planned.price) })}>
      <Waterfall
        parts={planned.parts}
        priceMinor={planned.price.minor}
        currency={planned.price.currency}
        cooperativeName={page.seller.name}
      />
    </Card>
  ) : null;
  return <LotScreen {...page} orderHref={orderHref} waterfall={waterfall} />;
}
