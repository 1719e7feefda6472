import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/identity/require-actor.server';
import { decideTerms } from '#app/payments/terms/decide-terms.server';
import { proposeTerms } from '#app/payments/terms/propose-terms.server';
import { termsPage } from '#app/payments/terms/terms-page.server';
import { TermsScreen } from '#app/payments/terms/terms-screen';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf } from '#app/platform/http/problems';
import { idOf } from '#app/platform/http/request-values';
import { readerLocale } from '#app/platform/i18n/reader-locale.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

const HERE = '/programme/payment-terms';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'programme:read');
  return {
    page: await termsPage(context.deps, { actor }),
    requestId: context.deps.newId(),
    title: await pageTitle(request, 'payments:terms.title'),
  };
}

/** Proposes terms, or says yes or no to those that wait. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context, 'payment-terms:decide');
  const form = await readForm(request);
  const intent = form.text('intent');
  if (intent === 'approve' || intent === 'reject') {
    const approved = intent === 'approve';
    const decided = await decideTerms(context.deps, { actor, termsId: idOf(form.text('terms')), approved });
    if (!decided.ok) return data({ values: {}, problems: [problemOf(decided)] }, { status: 422 });
    return redirectWithNotice(HERE, approved ? 'payments:terms.noticeApproved' : 'payments:terms.noticeRejected');
  }
  const proposed = await proposeTerms(context.deps, {
    actor,
    requestId: form.requestKey(),
    terms: {
      costBearer: form.text('costBearer'),
      cardLimit: form.text('cardLimit'),
      currency: form.text('currency'),
      reason: form.text('reason'),
      locale: await readerLocale(request),
    },
  });
  if (!proposed.ok) return data({ values: form.values, problems: [problemOf(proposed)] }, { status: 422 });
  return redirectWithNotice(HERE, 'payments:terms.noticeProposed');
}

export default function PaymentTerms() {
  const { page, requestId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <TermsScreen page={page} requestId={requestId} values={sent?.values ?? {}} problems={sent?.problems ?? []} />;
}
