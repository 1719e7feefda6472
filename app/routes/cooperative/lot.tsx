import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { answerOwnLotForm } from '#app/catalogue/own-lots/answer-own-lot-form.server';
import { ownLotPage } from '#app/catalogue/own-lots/own-lot-page.server';
import { BEFORE_SALE } from '#app/catalogue/vocabulary/lot-lifecycle';
import { OwnLotScreen } from '#app/catalogue/own-lots/own-lot-screen';
import { checkOffer } from '#app/trading/offers/check-offer.server';
import { orderHindrance } from '#app/trading/quote/order-hindrance.server';
import { OrderHindranceNotice } from '#app/trading/quote/order-hindrance-notice';
import { OfferCheckCard } from '#app/trading/offers/offer-check-card';
import { can } from '#app/identity/permissions';
import { requireActor } from '#app/identity/require-actor.server';
import { Forbidden } from '#app/platform/http/errors';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { readerLocale } from '#app/platform/i18n/reader-locale.server';
import { idOf } from '#app/platform/http/request-values';

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${loaded.page.lot.number} · Fairlode` : 'Fairlode' },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'lot:read');
  if (actor.organisationKind !== 'cooperative') throw new Forbidden();
  const { deps } = context;
  const [page, locale] = await Promise.all([
    ownLotPage(deps, { actor, lotId: idOf(params['lotId']) }),
    readerLocale(request),
  ]);
  const { lot } = page;
  const [offer, hindrance] = await Promise.all([
    checkOffer(deps, { actor, lot, params: new URL(request.url).searchParams, locale }),
    orderHindrance(deps, { cooperativeId: actor.organisationId, currency: lot.currency }),
  ]);
  return {
    ...{ page, offer, hindrance },
    cooperativeName: actor.organisationName,
    mayWrite: can(actor, 'lot:write'),
    maySubmit: can(actor, 'lot:submit'),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context, 'lot:write');
  const { deps } = context;
  const [form, locale] = await Promise.all([
    readForm(request, { maxFileBytes: deps.settings.maxUploadBytes }),
    readerLocale(request),
  ]);
  const lotId = idOf(params['lotId']);
  const answer = await answerOwnLotForm(deps, { actor, lotId, form, locale });
  if (answer.notice !== null) return redirectWithNotice(`/cooperative/lots/${lotId}`, answer.notice);
  return data(answer, { status: answer.problems.length > 0 ? 422 : 200 });
}

export default function OwnLot() {
  const { page, offer, hindrance, cooperativeName, ...may } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const check = offer ? (
    <OfferCheckCard check={offer} action={`/cooperative/lots/${page.lot.id}`} cooperativeName={cooperativeName} />
  ) : null;
  return (
    <OwnLotScreen
      {...page}
      {...may}
      problems={sent?.problems ?? []}
      typedAsk={sent?.ask ?? null}
      belowFloorReason={sent?.belowFloorReason ?? ''}
      askLook={sent?.askLook ?? null}
      repriceDoubts={sent?.repriceDoubts ?? null}
      doubts={sent?.doubts ?? null}
      offer={check}
      orders={hindrance && BEFORE_SALE.includes(page.lot.state) ? <OrderHindranceNotice hindrance={hindrance} /> : null}
    />
  );
}
