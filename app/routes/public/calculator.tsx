import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '#app/platform/http/page-title.server';
import { readerLocale } from '#app/platform/i18n/reader-locale.server';
import { calculatorPage } from '#app/valuation/calculator/calculator-page.server';
import { CalculatorScreen } from '#app/valuation/calculator/calculator-screen';
import { figuresChoice } from '#app/valuation/steps/figures-choice';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const [page, title] = await Promise.all([
    calculatorPage(context.deps, { params: url.searchParams, locale: await readerLocale(request) }),
    pageTitle(request, 'pricing:calculator.title'),
  ]);
  return { page, figures: figuresChoice(url), title };
}

export default function Calculator() {
  const { page, figures } = useLoaderData<typeof loader>();
  return <CalculatorScreen {...page} figures={figures} />;
}
