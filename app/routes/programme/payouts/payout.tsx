import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import { requireActor } from '#app/identity/require-actor.server';
import { proposeBankCost } from '#app/payments/short-payout/accept-bank-cost.server';
import { approvePayout } from '#app/payments/approve-payout/approve-payout.server';
import { getPayout } from '#app/payments/show-payout/payout-page.server';
import { cancelPayout, recheckPayout } from '#app/payments/short-payout/resolve-payout.server';
import { sendRest } from '#app/payments/short-payout/send-rest.server';
import { ProgrammePayoutScreen } from '#app/payments/show-payout/programme-payout-screen';
import type { Deps } from '#app/platform/deps';
import { readForm, type Form } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf } from '#app/platform/http/problems';
import { idOf } from '#app/platform/http/request-values';
import type { Result } from '#app/platform/result';
import { convertMoney } from '#app/prices/rates/convert-money.server';
import { acceptPayoutCost } from '#app/trading/settlement/accept-payout-cost.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'payout:read');
  const payout = await getPayout(context.deps, { actor, side: 'programme', payoutId: idOf(params['payoutId']) });
  return {
    payout,
    mayApprove: can(actor, 'payout:approve'),
    mayCancel: can(actor, 'payout:cancel'),
    mayDecideCost: can(actor, 'payout:decide-cost'),
    converted: await convertMoney(context.deps, {
      minor: payout.sumMinor,
      currency: payout.currency,
      to: payout.payeeCurrency,
    }),
    requestId: context.deps.newId(),
    title: await pageTitle(request, 'payments:payout.title', { number: payout.number }),
  };
}

type Sent = { actor: Actor; payoutId: string; form: Form; requestId: string };
type Done = Result<{ payoutId: string }>;

/** What each button of the page asks for: who may, what is done, what is said then. */
const INTENTS = {
  approve: {
    permission: 'payout:approve',
    notice: 'payments:notice.approved',
    run: (deps: Deps, { form, ...sent }: Sent): Promise<Done> =>
      approvePayout(deps, {
        ...{ ...sent, reference: form.text('reference'), proof: form.file('proof') },
        sentAlready: form.text('sentAlready') === 'on' ? { note: form.text('sentNote') } : null,
      }),
  },
  cancel: {
    permission: 'payout:cancel',
    notice: 'payments:notice.cancelled',
    run: (deps: Deps, { form, ...sent }: Sent): Promise<Done> =>
      cancelPayout(deps, { ...sent, note: form.text('note'), proof: form.file('backProof') }),
  },
  recheck: {
    permission: 'payout:cancel',
    notice: 'payments:notice.recheck',
    run: (deps: Deps, { form, ...sent }: Sent): Promise<Done> =>
      recheckPayout(deps, { ...sent, note: form.text('note') }),
  },
  'propose-cost': {
    permission: 'payout:decide-cost',
    notice: 'payments:notice.costProposed',
    run: (deps: Deps, { form, ...sent }: Sent): Promise<Done> =>
      proposeBankCost(deps, { ...sent, payee: form.text('payee'), proof: form.file('proof') }),
  },
  'accept-cost': {
    permission: 'payout:decide-cost',
    notice: 'payments:notice.costAccepted',
    run: (deps: Deps, { form: _, ...sent }: Sent): Promise<Done> => acceptPayoutCost(deps, sent),
  },
  'send-rest': {
    permission: 'payout:prepare',
    notice: 'payments:notice.prepared',
    run: (deps: Deps, { form, ...sent }: Sent): Promise<Done> => sendRest(deps, { ...sent, note: form.text('note') }),
  },
} as const;

/** A second person approves with reference and proof; staff end a payout of which another sum arrived. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { deps } = context;
  const payoutId = idOf(params['payoutId']);
  const form = await readForm(request, { maxFileBytes: deps.settings.maxUploadBytes });
  const wanted = form.text('intent');
  const path = wanted === 'cancel' ? 'backProof' : 'proof';
  if (form.fileTooLarge)
    return data(
      { problems: [{ path, messageKey: 'payments:refusal.fileTooLarge' }], values: form.values },
      { status: 422 },
    );
  const intent = Object.hasOwn(INTENTS, wanted) ? (wanted as keyof typeof INTENTS) : null;
  const actor = await requireActor(request, context, intent ? INTENTS[intent].permission : 'payout:cancel');
  if (!intent)
    return data({ problems: [{ messageKey: 'payments:refusal.payoutState' }], values: form.values }, { status: 422 });
  const { run, notice } = INTENTS[intent];
  const done = await run(deps, { actor, payoutId, form, requestId: form.requestKey() });
  if (!done.ok) return data({ problems: [problemOf(done)], values: form.values }, { status: 422 });
  const next = await getPayout(deps, { actor, side: 'programme', payoutId: done.value.payoutId });
  return redirectWithNotice(`/programme/payouts/${next.id}`, notice, { params: { number: next.number } });
}

export default function ProgrammePayout() {
  const loaded = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <ProgrammePayoutScreen
      payout={loaded.payout}
      mayApprove={loaded.mayApprove}
      mayCancel={loaded.mayCancel}
      mayDecideCost={loaded.mayDecideCost}
      converted={loaded.converted}
      requestId={loaded.requestId}
      problems={sent?.problems ?? []}
      values={sent?.values ?? {}}
    />
  );
}
