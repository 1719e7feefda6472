import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { previewMethod } from '#app/catalogue/preview-method/preview-method.server';
import { MethodPreviewCard } from '#app/catalogue/preview-method/method-preview';
import { can } from '#app/identity/permissions';
import { requireActor } from '#app/identity/require-actor.server';
import { NotFound } from '#app/platform/http/errors';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { problemOf } from '#app/platform/http/problems';
import { decideMethod } from '#app/valuation/change-methods/decide-method.server';
import { withdrawMethod } from '#app/valuation/change-methods/withdraw-method.server';
import { proposalPage } from '#app/valuation/methods/proposals.server';
import { ProposalScreen } from '#app/valuation/change-methods/proposal-screen';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.proposal.id} · Fairlode` : 'Fairlode' },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'method:read');
  const page = await proposalPage(context.deps, placeOf(params));
  const own = page.proposal.proposedById === actor.userId;
  const may = !can(actor, 'method:approve') ? ('no' as const) : own ? ('own' as const) : ('decide' as const);
  const preview = page.proposal.decision ? null : await previewMethod(context.deps, { candidate: page.candidate });
  return { ...page, may, preview, requestId: context.deps.newId() };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context, 'method:approve');
  const { methodKey, version } = placeOf(params);
  const form = await readForm(request);
  const methodId = `${methodKey}/${version}`;
  const requestId = form.requestKey();
  const word = form.text('decision');
  const reason = form.text('reason');
  const decided =
    word === 'withdraw'
      ? await withdrawMethod(context.deps, { actor, methodId, requestId })
      : await decideMethod(context.deps, { actor, methodId, approve: word === 'approve', reason, requestId });
  if (!decided.ok) return data({ problems: [problemOf(decided)], reason }, { status: 422 });
  const notice = NOTICE[word] ?? 'pricing:methods.notice.rejected';
  return redirectWithNotice('/programme/methods', notice, { params: { id: decided.value.methodId } });
}

const NOTICE: Record<string, string> = {
  approve: 'pricing:methods.notice.approved',
  withdraw: 'pricing:methods.notice.withdrawn',
};

/** `gold-dore.2` in the address is `gold-dore/2`. */
function placeOf(params: LoaderFunctionArgs['params']): { methodKey: string; version: number } {
  const [, methodKey, version] = /^([a-z0-9-]{1,60})\.(\d{1,6})$/.exec(params.versionId ?? '') ?? [];
  if (!methodKey || !version) throw new NotFound();
  return { methodKey, version: Number(version) };
}

export default function MethodVersion() {
  const { preview, ...page } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <ProposalScreen
      {...page}
      preview={preview ? <MethodPreviewCard preview={preview} /> : null}
      problems={sent?.problems ?? []}
      reason={sent?.reason ?? ''}
    />
  );
}
