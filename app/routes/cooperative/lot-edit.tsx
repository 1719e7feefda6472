import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addressFields, allFields, askCurrencies, chosenProduct, fieldsOf } from '#app/catalogue/list-lot/lot-form';
import { previewLot } from '#app/catalogue/list-lot/lot-preview.server';
import { ownLotPage } from '#app/catalogue/own-lots/own-lot-page.server';
import { updateLot } from '#app/catalogue/list-lot/update-lot.server';
import { LotFormScreen } from '#app/catalogue/list-lot/lot-form-screen';
import { orderHindrance } from '#app/trading/quote/order-hindrance.server';
import { OrderHindranceNotice } from '#app/trading/quote/order-hindrance-notice';
import { requireActor } from '#app/identity/require-actor.server';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { readerLocale } from '#app/platform/i18n/reader-locale.server';
import { problemOf, type Problem } from '#app/platform/http/problems';
import { idOf } from '#app/platform/http/request-values';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'lot:write');
  const lotId = idOf(params['lotId']);
  const { lot } = await ownLotPage(context.deps, { actor, lotId });
  const { searchParams } = new URL(request.url);
  const locale = await readerLocale(request);
  const values = searchParams.has('product') ? allFields(addressFields(searchParams), locale) : fieldsOf(lot, locale);
  return {
    lotId,
    values,
    currencies: [...new Set([lot.currency, ...askCurrencies(actor.currency)])],
    preview: await previewLot(context.deps, { actor, input: values }),
    hindrance: await orderHindrance(context.deps, {
      cooperativeId: actor.organisationId,
      currency: values.currency,
    }),
    requestId: context.deps.newId(),
    title: await pageTitle(request, 'catalogue:form.editTitle'),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context, 'lot:write');
  const lotId = idOf(params['lotId']);
  const { deps } = context;
  const form = await readForm(request);
  const values = allFields(form, await readerLocale(request));
  const again = async (problems: Problem[] | null, status: number) => {
    const preview = await previewLot(deps, { actor, input: values });
    const hindrance = await orderHindrance(deps, { cooperativeId: actor.organisationId, currency: values.currency });
    return data({ values, problems: problems ?? [...preview.issues], preview, hindrance }, { status });
  };
  if (form.text('intent') === 'preview') {
    await ownLotPage(deps, { actor, lotId });
    return again(null, 200);
  }
  const saved = await updateLot(deps, { actor, lotId, input: values, requestId: form.requestKey() });
  if (!saved.ok) return again('issues' in saved ? [...saved.issues] : [problemOf(saved)], 422);
  return redirectWithNotice(`/cooperative/lots/${lotId}`, 'catalogue:notice.saved');
}

export default function LotEdit() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const shown = { ...page, problems: [] as Problem[], ...sent };
  const product = chosenProduct(shown.values);
  if (!product) return null;
  return (
    <LotFormScreen
      mode="edit"
      action={`/cooperative/lots/${page.lotId}/edit`}
      product={product}
      values={shown.values}
      currencies={page.currencies}
      preview={shown.preview}
      orders={shown.hindrance ? <OrderHindranceNotice hindrance={shown.hindrance} /> : null}
      problems={shown.problems}
      doubts={null}
      belowFloorReason=""
      requestId={page.requestId}
      mayList={false}
      backHref={`/cooperative/lots/${page.lotId}`}
    />
  );
}
