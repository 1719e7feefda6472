import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { can } from '#app/identity/permissions';
import { requireActor } from '#app/identity/require-actor.server';
import { NotFound } from '#app/platform/http/errors';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf } from '#app/platform/http/problems';
import { uuidParam } from '#app/platform/http/request-values';
import { compareProposal } from '#app/prices/proposals/compare-proposal.server';
import { compareSettings } from '#app/prices/proposals/compare-settings.server';
import { decideProposal } from '#app/prices/proposals/decide-proposal.server';
import { getProposal } from '#app/prices/proposals/list-proposals.server';
import { withdrawProposal } from '#app/prices/proposals/withdraw-proposal.server';
import { ProposalScreen } from '#app/prices/proposals/proposal-screen';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'price:read');
  const row = await getProposal(context.deps, { actor, proposalId: proposalIdOf(params) });
  return {
    row,
    comparison: row.state === 'waiting' ? await compareProposal(context.deps, row.proposal) : null,
    settings: row.state === 'waiting' ? await compareSettings(context.deps, row.proposal) : null,
    mayApprove: can(actor, 'price:approve'),
    requestId: context.deps.newId(),
    title: await pageTitle(request, 'pricing:rates.proposal.title'),
  };
}

const NOTICE = {
  approved: 'pricing:rates.notice.approved',
  quarantined: 'pricing:rates.notice.quarantined',
  superseded: 'pricing:rates.notice.superseded',
  rejected: 'pricing:rates.notice.rejected',
  withdrawn: 'pricing:rates.notice.withdrawn',
} as const;

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context, 'price:approve');
  const proposalId = proposalIdOf(params);
  const form = await readForm(request);
  const requestId = form.requestKey();
  const intent = form.text('intent');
  const decided =
    intent === 'withdraw'
      ? await withdrawProposal(context.deps, { actor, proposalId, requestId })
      : await decideProposal(context.deps, {
          actor,
          proposalId,
          approve: intent === 'approve',
          note: form.text('note'),
          requestId,
        });
  if (!decided.ok) return data({ problems: [problemOf(decided)], values: form.values }, { status: 422 });
  return redirectWithNotice(`/programme/prices/proposals/${proposalId}`, NOTICE[decided.value], {
    tone: decided.value === 'quarantined' || decided.value === 'superseded' ? 'warn' : 'success',
  });
}

function proposalIdOf(params: LoaderFunctionArgs['params']): string {
  const id = uuidParam(params['proposalId']);
  if (!id) throw new NotFound();
  return id;
}

export default function PriceProposal() {
  const { title: _, ...page } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <ProposalScreen {...page} problems={sent?.problems ?? []} values={sent?.values ?? {}} />;
}
