import { useTranslation } from 'react-i18next';
import { lotTitle } from '#app/catalogue/vocabulary/lot-title';
import { useWords } from '#app/platform/i18n/use-words';
import { asCurrency } from '#app/money/currency';
import { formErrors, type Problem } from '#app/platform/http/problems';
import { Button, LinkButton } from '#app/ui/actions/button';
import { DefinitionList } from '#app/ui/display/definition-list';
import { Notice } from '#app/ui/display/notice';
import { FormErrors } from '#app/ui/forms/form-errors';
import { Card } from '#app/ui/layout/card';
import { PageHeader } from '#app/ui/layout/page-header';
import { METHOD_LABEL } from '../vocabulary/labels';
import type { OrderPage } from '../orders/order-page.server';
import { RequestId } from '#app/ui/forms/request-id';

export interface PayScreenProps {
  order: OrderPage;
  problems: readonly Problem[];
  /** The buyer comes back from the payment page and the money is not confirmed yet. */
  waiting: boolean;
  testPayments: boolean;
}

/** The last look before Stripe's page: what is paid, to whom, until when. */
export function PayScreen({ order, problems, waiting, testPayments }: PayScreenProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { format } = words;
  const money = (minor: bigint) => format.money({ minor, currency: asCurrency(order.currency) });
  const { method, totalMinor } = order.payment;
  const costMinor = totalMinor - order.priceMinor;
  const price = money(totalMinor);
  const orderHref = `/buyer/orders/${order.id}`;
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title={t('trading:pay.title')}
        breadcrumbs={{
          label: t('trading:order.trail'),
          items: [
            { label: t('trading:orders.title'), href: '/buyer/orders' },
            { label: order.number, href: orderHref },
            { label: t('trading:pay.crumb') },
          ],
        }}
      />
      {waiting ? (
        <div className="mb-5">
          <Notice
            tone="info"
            title={t('trading:pay.waiting')}
            announce
            action={
              <LinkButton kind="quiet" href={`${orderHref}/pay?returned=1`}>
                {t('trading:pay.lookAgain')}
              </LinkButton>
            }
          >
            {t('trading:pay.waitingText')}
          </Notice>
        </div>
      ) : null}
      {order.state === 'cancelled' || order.state === 'expired' ? (
        <div className="mb-5">
          <Notice tone="warn" title={t('trading:refusal.notPayable')} />
        </div>
      ) : null}
      <Card>
        <FormErrors title={t('trading:form.problem')} errors={formErrors(problems, (key, params) => t(key, params))} />
        <p className="text-sm text-soft">{t('trading:pay.amount')}</p>
        <p className="mb-3 font-display text-[2rem] leading-tight font-semibold">{price}</p>
        <DefinitionList
          items={[
            {
              term: t('trading:pay.for'),
              value: lotTitle({ ...order.lot, quantity: order.quantity, unit: order.unit }, words),
            },
            ...(costMinor > 0n
              ? [
                  { term: t('trading:pay.goods'), value: money(order.priceMinor) },
                  { term: t('trading:pay.cost'), value: money(costMinor) },
                ]
              : []),
            ...(method ? [{ term: t('trading:form.method'), value: t(METHOD_LABEL[method]) }] : []),
            { term: t('trading:facts.cooperative'), value: order.cooperative.name },
            { term: t('trading:pay.until'), value: format.date(order.payBy, 'time') },
          ]}
        />
        <p className="my-4 text-sm text-soft">{t('trading:pay.held')}</p>
        {order.mayPay ? (
          <form method="post">
            <RequestId />
            <Button block>{t('trading:pay.button', { price })}</Button>
          </form>
        ) : (
          <LinkButton href={orderHref} block kind="quiet">
            {t('trading:pay.back')}
          </LinkButton>
        )}
        {testPayments ? <p className="mt-3 text-center text-sm text-soft">{t('trading:pay.test')}</p> : null}
      </Card>
    </div>
  );
}
