import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { createLot } from '#app/catalogue/list-lot/create-lot.server';
import { addressFields, askCurrencies, chosenProduct, wizardFields } from '#app/catalogue/list-lot/lot-form';
import { lastTerms } from '#app/catalogue/list-lot/last-terms.server';
import { previewLot } from '#app/catalogue/list-lot/lot-preview.server';
import { confirmDoubts, submitLot } from '#app/catalogue/list-lot/submit-lot.server';
import { LotFormScreen } from '#app/catalogue/list-lot/lot-form-screen';
import { ProductScreen } from '#app/catalogue/list-lot/product-screen';
import { orderHindrance } from '#app/trading/quote/order-hindrance.server';
import { OrderHindranceNotice } from '#app/trading/quote/order-hindrance-notice';
import { can } from '#app/identity/permissions';
import { requireActor } from '#app/identity/require-actor.server';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { readerLocale } from '#app/platform/i18n/reader-locale.server';
import { problemOf, type Problem } from '#app/platform/http/problems';

const ADDRESS = '/cooperative/lots/new';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

/** By GET with what is typed so far: the same page, with its band. That is also where the live preview comes from. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'lot:write');
  const last = await lastTerms(context.deps, { actor });
  const typed = wizardFields(addressFields(new URL(request.url).searchParams), await readerLocale(request));
  const values = {
    ...typed,
    currency: typed.currency || last.currency,
    incoterm: typed.incoterm || last.incoterm,
    place: typed.place || last.place,
  };
  return {
    values,
    recent: last.products,
    currencies: askCurrencies(actor.currency),
    preview: await previewLot(context.deps, { actor, input: values }),
    hindrance: await orderHindrance(context.deps, {
      cooperativeId: actor.organisationId,
      currency: values.currency,
    }),
    requestId: context.deps.newId(),
    mayList: can(actor, 'lot:submit'),
    title: await pageTitle(request, 'catalogue:form.newTitle'),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context, 'lot:write');
  const { deps } = context;
  const form = await readForm(request);
  const values = wizardFields(form, await readerLocale(request));
  const intent = form.text('intent');
  const belowFloorReason = form.text('belowFloorReason');
  const again = async (problems: Problem[] | null, status: number) => {
    const preview = await previewLot(deps, { actor, input: values });
    const hindrance = await orderHindrance(deps, { cooperativeId: actor.organisationId, currency: values.currency });
    const requestId = deps.newId();
    // What was typed to a doubt stays on the page, also when somebody looks at the band again.
    const doubts = intent === 'list' || belowFloorReason ? preview.doubts : null;
    const shown = { problems: problems ?? [...preview.issues], requestId, preview, doubts, hindrance };
    return data({ values, belowFloorReason, ...shown }, { status });
  };
  // What stands in the way of a band is said at its field too.
  if (intent === 'preview') return again(null, 200);

  const lists = intent === 'list' && can(actor, 'lot:submit');
  const { doubts } = lists ? await previewLot(deps, { actor, input: values }) : { doubts: null };
  const answers = { confirmed: form.text('confirmed'), belowFloorReason };
  const answer = confirmDoubts(doubts, answers);
  if ('refused' in answer) return again([problemOf(answer.refused)], 422);

  const made = await createLot(deps, { actor, requestId: form.requestKey(), input: values });
  if (!made.ok) return again('issues' in made ? [...made.issues] : [problemOf(made)], 422);
  const { lotId } = made.value;
  const address = `/cooperative/lots/${lotId}`;
  if (!lists) return redirectWithNotice(address, 'catalogue:notice.draft');
  const sent = await submitLot(deps, { actor, lotId, requestId: form.requestKey(), ...answers });
  if (!sent.ok) return redirectWithNotice(address, sent.messageKey, { tone: 'warn' });
  return redirectWithNotice(address, 'catalogue:notice.listed');
}

export default function LotNew() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const shown = { ...page, problems: [] as Problem[], ...sent };
  const product = chosenProduct(shown.values);
  if (!product) return <ProductScreen recent={page.recent} />;
  return (
    <LotFormScreen
      mode="new"
      action={ADDRESS}
      product={product}
      values={shown.values}
      currencies={page.currencies}
      preview={shown.preview}
      orders={shown.hindrance ? <OrderHindranceNotice hindrance={shown.hindrance} /> : null}
      problems={shown.problems}
      doubts={sent?.doubts ?? null}
      belowFloorReason={sent?.belowFloorReason ?? ''}
      requestId={shown.requestId}
      mayList={page.mayList}
      backHref="/cooperative/lots"
    />
  );
}
