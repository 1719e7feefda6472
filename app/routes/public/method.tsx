import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { productName } from '#app/catalogue/vocabulary/lot-title';
import { useWords } from '#app/platform/i18n/use-words';
import { pageTitle } from '#app/platform/http/page-title.server';
import { methodPage } from '#app/valuation/show-methods/method-page.server';
import { methodTitleKey } from '#app/valuation/vocabulary/method-labels';
import { MethodScreen } from '#app/valuation/show-methods/method-screen';
import { figuresChoice } from '#app/valuation/steps/figures-choice';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = await methodPage(context.deps, params['methodKey'] ?? '');
  return {
    page,
    figures: figuresChoice(new URL(request.url)),
    title: await pageTitle(request, methodTitleKey(page.method), { title: page.method.title }),
  };
}

export default function Method() {
  const { page, figures } = useLoaderData<typeof loader>();
  const words = useWords();
  const { example } = page;
  const goods = example.known && example.kind ? productName(example.kind, words) : null;
  return <MethodScreen {...page} goods={goods} figures={figures} />;
}
