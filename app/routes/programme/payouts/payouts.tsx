import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/identity/permissions';
import { requireActor } from '#app/identity/require-actor.server';
import { listPayouts } from '#app/payments/payouts/payouts-page.server';
import { owedPayouts } from '#app/payments/payouts/owed-payouts.server';
import { PayoutsScreen } from '#app/payments/payouts/payouts-screen';
import { pageTitle } from '#app/platform/http/page-title.server';
import { pageCursor } from '#app/platform/http/request-values';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'payout:read');
  const cursor = pageCursor(request.url);
  const payouts = await listPayouts(context.deps, { actor, side: 'programme', cursor });
  return {
    ...payouts,
    // What is owed stands above the first page only.
    owed: cursor ? [] : await owedPayouts(context.deps, { actor }),
    mayPrepare: can(actor, 'payout:prepare'),
    cursor,
    title: await pageTitle(request, 'payments:payouts.title'),
  };
}

export default function ProgrammePayouts() {
  const { items, next, cursor, owed, mayPrepare } = useLoaderData<typeof loader>();
  return (
    <PayoutsScreen side="programme" items={items} next={next} cursor={cursor} owed={owed} mayPrepare={mayPrepare} />
  );
}
