import { useTranslation } from 'react-i18next';
import { asCurrency } from '#app/money/currency';
import type { MethodOffer } from '#app/payments/limits/method-offers';
import { fieldError, formErrors, type Problem } from '#app/platform/http/problems';
import { useFormat } from '#app/platform/i18n/use-format';
import { Button, LinkButton } from '#app/ui/actions/button';
import { Notice } from '#app/ui/display/notice';
import { Checkbox } from '#app/ui/forms/choices';
import { FormErrors } from '#app/ui/forms/form-errors';
import { RequestId } from '#app/ui/forms/request-id';
import { TextArea } from '#app/ui/forms/text-input';
import { Card } from '#app/ui/layout/card';
import type { OrderPage } from './order-page.server';
import { CancelForm } from './cancel-form';
import { NEXT } from '../vocabulary/labels';
import { SwitchMethodForm } from '../switch-method/switch-method-form';
import { OrderFrame } from './order-frame';
import { TransferCard } from './transfer-card';

export interface BuyerOrderProps {
  order: OrderPage;
  requestId: string;
  /** The other way to pay it, while it is unpaid. With a key of its own. */
  otherWay: MethodOffer | null;
  switchId: string;
  problems: readonly Problem[];
  values: Record<string, string>;
}

export function BuyerOrderScreen(props: BuyerOrderProps) {
  return <OrderFrame order={props.order} side="buyer" next={<BuyerNext {...props} />} />;
}

function BuyerNext({ order, otherWay, switchId, requestId, problems, values }: BuyerOrderProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const tr = (key: string, params: Record<string, string | number>) => t(key, params);
  const money = (minor: bigint) => format.money({ minor, currency: asCurrency(order.currency) });
  const price = money(order.priceMinor);
  const total = money(order.payment.totalMinor);
  return (
    <Card title={t('trading:next.title')} tone="green">
      <FormErrors title={t('trading:form.problem')} errors={formErrors(problems, tr)} />
      <p>
        {t(order.frozenFor ? 'trading:frozen.next' : NEXT.buyer[order.state], {
          price: total,
          payBy: format.date(order.payBy, 'time'),
          days: order.lot.leadTimeDays,
          carrier: order.carrier ?? '',
          reference: order.carrierReference ?? '',
        })}
      </p>
      {order.payment.sentBackMinor > 0n ? (
        <div className="mt-3">
          <Notice tone="info">{t('trading:next.sentBack', { amount: money(order.payment.sentBackMinor) })}</Notice>
        </div>
      ) : null}
      {order.transferUnderWay && order.mayPay ? (
        <div className="mt-3">
          <Notice tone="info">{t('trading:next.transfer')}</Notice>
        </div>
      ) : null}
      {order.transfer ? <TransferCard details={order.transfer} payBy={order.payBy} /> : null}
      {otherWay ? <SwitchMethodForm way={otherWay} currency={order.currency} requestId={switchId} /> : null}
      <div className="mt-4 space-y-3 empty:hidden">
        {order.mayPay && !order.transfer ? (
          <LinkButton href={`/buyer/orders/${order.id}/pay`} block>
            {t('trading:pay.go', { price: total })}
          </LinkButton>
        ) : null}
        {order.actions.includes('confirm-delivery') ? (
          <form method="post" className="space-y-4">
            <RequestId value={requestId} />
            <input type="hidden" name="intent" value="confirm-delivery" />
            <Checkbox
              name="agreed"
              label={t('trading:delivery.agreed')}
              required
              error={fieldError(problems, 'agreed', tr)}
            />
            <TextArea
              name="note"
              label={t('trading:delivery.note')}
              rows={2}
              maxLength={500}
              defaultValue={values['note']}
            />
            <Button block>{t('trading:delivery.button')}</Button>
            <p className="text-sm text-soft">{t('trading:delivery.effect', { price })}</p>
          </form>
        ) : null}
        {order.actions.includes('cancel') ? <CancelForm requestId={requestId} /> : null}
      </div>
    </Card>
  );
}
