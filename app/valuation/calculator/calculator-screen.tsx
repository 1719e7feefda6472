import { useTranslation } from 'react-i18next';
import { Notice } from '#app/ui/display/notice';
import { Card } from '#app/ui/layout/card';
import { Columns, Stack } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import { Tabs } from '#app/ui/layout/tabs';
import type { CalculatorPage } from './calculator-page.server';
import { EXAMPLE, PRODUCTS, type Product } from './calculator-products';
import type { FiguresChoice } from '../steps/figures-choice';
import { CalculatorForm } from './calculator-form';
import { PRODUCT_EXAMPLE, PRODUCT_LABEL } from './calculator-labels';
import { FinishedCost } from './finished-cost';
import { CalculatorResult, CalculatorWorking } from './calculator-result';

/** What something is worth, for anyone: what is typed on the left, the band on the right, the sums below. */
export function CalculatorScreen({ figures, ...page }: CalculatorPage & { figures: FiguresChoice }) {
  const { t } = useTranslation();
  const { product, typed, question, result, reason } = page;
  const currency = typed.currency === 'USD' ? '' : `&currency=${typed.currency}`;
  return (
    <>
      <PageHeader title={t('pricing:calculator.title')} sub={t('pricing:calculator.sub')} />
      <Tabs
        label={t('pricing:calculator.products')}
        items={PRODUCTS.map((one) => ({
          href: `/calculator?product=${one}${currency}`,
          label: t(PRODUCT_LABEL[one]),
          current: one === product,
        }))}
      />
      <Stack>
        <Columns
          asideFirst={result !== null || reason !== null}
          main={
            <Card title={t(PRODUCT_LABEL[product])}>
              <CalculatorForm {...page} />
            </Card>
          }
          aside={
            <>
              {reason ? (
                <Notice tone="warn" title={t(result ? 'pricing:calculator.inDollars' : 'pricing:calculator.noBand')}>
                  {t(reason.messageKey, reason.params ?? {})}
                </Notice>
              ) : null}
              {result && question ? <CalculatorResult result={result} question={question} /> : null}
              {result === null && question?.rough ? (
                <FinishedCost rough={question.rough} currency={question.currency} />
              ) : null}
              {result || reason ? null : <HowItWorks product={product} />}
            </>
          }
        />
        {result && question ? (
          <CalculatorWorking result={result} question={question} typed={typed} figures={figures} />
        ) : null}
      </Stack>
    </>
  );
}

function HowItWorks({ product }: { product: Product }) {
  const { t } = useTranslation();
  return (
    <Card title={t('pricing:calculator.how')} tone="sand">
      <p>{t('pricing:calculator.howText')}</p>
      <p className="mt-3">{t('pricing:calculator.private')}</p>
      <p className="mt-3">
        <a href={`/calculator?${EXAMPLE[product]}`} className="inline-flex min-h-11 items-center font-semibold">
          {t(PRODUCT_EXAMPLE[product])}
        </a>
      </p>
    </Card>
  );
}
