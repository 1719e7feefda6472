import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { lookAtAsk } from '#app/catalogue/below-floor/look-at-ask.server';
import { attachLotDocument } from '#app/catalogue/attach-lot-document.server';
import { isLotDocumentKind } from '#app/catalogue/lots/document-kinds';
import { ownLotPage } from '#app/catalogue/pages/own-lot.server';
import { repriceLot } from '#app/catalogue/reprice-lot.server';
import { submitLot } from '#app/catalogue/submit-lot.server';
import { OwnLotScreen } from '#app/catalogue/views/own/own-lot-screen';
import { BEFORE_SALE } from '#app/catalogue/lots/lot-lifecycle';
import { withdrawWords } from '#app/catalogue/lots/withdraw-words';
import { withdrawLot } from '#app/catalogue/withdraw-lot.server';
import { checkOffer } from '#app/trading/offers/check-offer.server';
import { orderHindrance } from '#app/trading/quote/order-hindrance.server';
import { OrderHindranceNotice } from '#app/trading/views/order-hindrance-notice';
import { OfferCheckCard } from '#app/trading/views/cooperative/offer-check-card';
import { can } from '#app/identity/permissions';
import { requireActor } from '#app/identity/require-actor.server';
import { Forbidden } from '#app/platform/http/errors';
import { readForm, type Form } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { problemOf } from '#app/platform/http/problems';
import { readerLocale } from '#app/platform/i18n/reader-locale.server';
import { idOf } from '#app/platform/http/request-values';
import type { Actor } from '#app/identity/actor';
import type { Deps } from '#app/platform/deps';

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
  const lotId = idOf(params['lotId']);
  const { maxUploadBytes } = context.deps.settings;
  const form = await readForm(request, { maxFileBytes: maxUploadBytes });
  if (form.fileTooLarge) {
    const params = { name: '', megabytes: Math.floor(maxUploadBytes / 1_048_576) };
    return data(
      {
        problems: [{ path: 'file', messageKey: 'verification:refusal.fileTooLarge', params }],
        ask: null,
        belowFloorReason: '',
        repriceDoubts: null,
        askLook: null,
        doubts: null,
      },
      { status: 422 },
    );
  }
  if (form.text('intent') === 'reprice-look')
    return look(context.deps, { actor, lotId, form, locale: await readerLocale(request) });
  const { result, notice } = await act(context.deps, { actor, lotId, form, locale: await readerLocale(request) });
  const doubted = 'doubts' in result ? result.doubts : {};
  if (!result.ok)
    return data(
      {
        problems: [problemOf(result)],
        ask: form.text('intent') === 'reprice' ? form.text('ask') : null,
        belowFloorReason: form.text('belowFloorReason'),
        askLook: null,
        repriceDoubts: 'token' in doubted && !('quantity' in doubted) ? doubted : null,
        doubts: 'quantity' in doubted ? doubted : null,
      },
      { status: 422 },
    );
  return redirectWithNotice(`/cooperative/lots/${lotId}`, notice);
}

async function look(
  deps: Deps,
  { actor, lotId, form, locale }: { actor: Actor; lotId: string; form: Form; locale: string },
) {
  const [ask, belowFloorReason] = [form.text('ask'), form.text('belowFloorReason')];
  const seen = await lookAtAsk(deps, { actor, lotId, ask, locale });
  const askLook = seen.ok ? seen.value : null;
  const problems = seen.ok ? [] : [problemOf(seen)];
  return data(
    { problems, ask, belowFloorReason, askLook, repriceDoubts: null, doubts: null },
    { status: seen.ok ? 200 : 422 },
  );
}

async function act(
  deps: Deps,
  { actor, lotId, form, locale }: { actor: Actor; lotId: string; form: Form; locale: string },
) {
  const requestId = form.requestKey();
  const confirmed = { meant: form.text('meant'), belowFloorReason: form.text('belowFloorReason') };
  switch (form.text('intent')) {
    case 'submit':
      if (!can(actor, 'lot:submit')) throw new Forbidden();
      return {
        result: await submitLot(deps, { actor, lotId, requestId, ...confirmed }),
        notice: 'catalogue:notice.listed',
      };
    case 'reprice': {
      const ask = form.text('ask');
      const result = await repriceLot(deps, { actor, lotId, locale, ask, requestId, ...confirmed });
      const isSame = result.ok && !result.value.isNew;
      return { result, notice: isSame ? 'catalogue:notice.samePrice' : 'catalogue:notice.repriced' };
    }
    case 'withdraw': {
      const result = await withdrawLot(deps, { actor, lotId, requestId });
      return { result, notice: withdrawWords(result.ok ? result.value.from : 'listed').done };
    }
    default: {
      const kind = form.text('kind');
      const file = form.file('file');
      return {
        result: await attachLotDocument(deps, {
          ...{ actor, lotId, file, requestId },
          kind: isLotDocumentKind(kind) ? kind : 'photo',
        }),
        notice: 'catalogue:notice.attached',
      };
    }
  }
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
