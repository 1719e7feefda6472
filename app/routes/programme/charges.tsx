import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/identity/require-actor.server';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf } from '#app/platform/http/problems';
import { idOf } from '#app/platform/http/request-values';
import { readerLocale } from '#app/platform/i18n/reader-locale.server';
import { chargesPage } from '#app/ledger/charges/charges-page.server';
import { ChargesScreen } from '#app/ledger/charges/charges-screen';
import { confirmNoRoyalty } from '#app/ledger/charges/confirm-no-royalty.server';
import { endChargeRule } from '#app/ledger/charges/end-charge-rule.server';
import { recordChargeRule } from '#app/ledger/charges/record-charge-rule.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'programme:read');
  return {
    page: await chargesPage(context.deps, { actor, cooperativeId: idOf(params['cooperativeId']) }),
    requestId: context.deps.newId(),
    title: await pageTitle(request, 'trading:charges.title'),
  };
}

/** Names a charge of a cooperative's orders, or ends one. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context, 'charge:write');
  const cooperativeId = idOf(params['cooperativeId']);
  const form = await readForm(request);
  const here = `/programme/cooperatives/${cooperativeId}/charges`;
  if (form.text('intent') === 'end') {
    // The page asks first: a form without the word of its second step does nothing.
    if (form.text('confirmed') !== 'on')
      return data({ values: {}, problems: [{ messageKey: 'trading:charges.endUnconfirmed' }] }, { status: 422 });
    const chargeRuleId = idOf(form.text('charge'));
    const ended = await endChargeRule(context.deps, {
      actor,
      cooperativeId,
      chargeRuleId,
      requestId: form.requestKey(),
    });
    if (!ended.ok) return data({ values: {}, problems: [problemOf(ended)] }, { status: 422 });
    return redirectWithNotice(here, 'trading:notice.chargeEnded');
  }
  if (form.text('intent') === 'none') {
    const source = form.text('noRoyaltySource');
    const checked = await confirmNoRoyalty(context.deps, {
      actor,
      cooperativeId,
      source,
      requestId: form.requestKey(),
    });
    if (!checked.ok) return data({ values: form.values, problems: [problemOf(checked)] }, { status: 422 });
    return redirectWithNotice(here, 'trading:notice.noRoyalty');
  }
  const recorded = await recordChargeRule(context.deps, {
    actor,
    cooperativeId,
    requestId: form.requestKey(),
    charge: {
      locale: await readerLocale(request),
      kind: form.text('kind'),
      payee: form.text('payee'),
      basis: form.text('basis'),
      percent: form.text('percent'),
      fixed: form.text('fixed'),
      cap: form.text('cap'),
      currency: form.text('currency'),
      source: form.text('source'),
    },
  });
  if (!recorded.ok) return data({ values: form.values, problems: [problemOf(recorded)] }, { status: 422 });
  return redirectWithNotice(here, 'trading:notice.chargeRecorded');
}

export default function Charges() {
  const { page, requestId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <ChargesScreen page={page} requestId={requestId} values={sent?.values ?? {}} problems={sent?.problems ?? []} />
  );
}
