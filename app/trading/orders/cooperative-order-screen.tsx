import { useTranslation } from 'react-i18next';
import { asCurrency } from '#app/money/currency';
import { fieldError, formErrors, type Problem } from '#app/platform/http/problems';
import { useFormat } from '#app/platform/i18n/use-format';
import { Button, LinkButton } from '#app/ui/actions/button';
import { FormErrors } from '#app/ui/forms/form-errors';
import { RequestId } from '#app/ui/forms/request-id';
import { TextInput } from '#app/ui/forms/text-input';
import { Card } from '#app/ui/layout/card';
import type { OrderPage } from './order-page.server';
import { CancelForm } from './cancel-form';
import { NEXT } from '../vocabulary/labels';
import { OrderFrame } from './order-frame';

export interface CooperativeOrderProps {
  order: OrderPage;
  /** YYYY-MM-DD, for the day of shipment. */
  today: string;
  requestId: string;
  problems: readonly Problem[];
  values: Record<string, string>;
}

export function CooperativeOrderScreen(props: CooperativeOrderProps) {
  return <OrderFrame order={props.order} side="cooperative" next={<CooperativeNext {...props} />} />;
}

/** What is left in hand comes first: it is what an order is judged by. */
function CooperativeNext({ order, today, requestId, problems, values }: CooperativeOrderProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const money = (minor: bigint) => format.money({ minor, currency: asCurrency(order.currency) });
  const sent = order.payout?.state === 'approved';
  const done = order.shared ? 'trading:next.cooperative.done' : NEXT.cooperative[order.state];
  const text = order.frozenFor ? 'trading:frozen.next' : sent ? 'trading:next.cooperative.sent' : done;
  return (
    <Card title={t('trading:next.title')} tone="green">
      <FormErrors title={t('trading:form.problem')} errors={formErrors(problems, (key, params) => t(key, params))} />
      <p className="text-sm text-soft">{t('trading:inHand.label')}</p>
      <p className="font-display text-[2rem] leading-tight font-semibold">{money(order.waterfall.netMinor)}</p>
      <p className="mb-3 text-sm text-soft">{t('trading:inHand.of', { price: money(order.priceMinor) })}</p>
      <p>
        {t(text, {
          net: money(order.waterfall.netMinor),
          payBy: format.date(order.payBy, 'time'),
          carrier: order.carrier ?? '',
          reference: order.carrierReference ?? '',
          place: order.lot.incotermPlace,
        })}
      </p>
      <div className="mt-4 space-y-3 empty:hidden">
        {sent && order.payout ? (
          <LinkButton href={`/cooperative/payouts/${order.payout.id}`} block>
            {t('trading:next.cooperative.sentButton')}
          </LinkButton>
        ) : null}
        {order.state === 'settled' && !order.shared ? (
          <LinkButton href={`/cooperative/orders/${order.id}/distribution`} block>
            {t('trading:next.cooperative.share')}
          </LinkButton>
        ) : null}
        {order.shared ? (
          <LinkButton href={`/cooperative/orders/${order.id}/distribution`} kind="quiet" block>
            {t('trading:next.cooperative.shared', { count: order.shared.members })}
          </LinkButton>
        ) : null}
        {order.actions.includes('ship') ? (
          <ShipForm today={today} requestId={requestId} problems={problems} values={values} />
        ) : null}
        {order.actions.includes('cancel') ? <CancelForm requestId={requestId} /> : null}
      </div>
    </Card>
  );
}

function ShipForm({ today, requestId, problems, values }: Omit<CooperativeOrderProps, 'order'>) {
  const { t } = useTranslation();
  const error = (name: string) => fieldError(problems, name, (key, params) => t(key, params));
  return (
    <form method="post" className="space-y-4">
      <RequestId value={requestId} />
      <input type="hidden" name="intent" value="ship" />
      <TextInput
        name="carrier"
        label={t('trading:ship.carrier')}
        required
        error={error('carrier')}
        defaultValue={values['carrier']}
        maxLength={120}
      />
      <TextInput
        name="reference"
        label={t('trading:ship.reference')}
        hint={t('trading:ship.referenceHint')}
        required
        code
        error={error('reference')}
        defaultValue={values['reference']}
        maxLength={120}
      />
      <TextInput
        name="shippedOn"
        type="date"
        label={t('trading:ship.day')}
        required
        error={error('shippedOn')}
        defaultValue={values['shippedOn'] ?? today}
        max={today}
      />
      <Button block>{t('trading:ship.button')}</Button>
    </form>
  );
}
