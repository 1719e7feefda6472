import { useTranslation } from 'react-i18next';
import { asCurrency } from '#app/money/currency';
import type { MethodOffer } from '#app/payments/limits/method-offers';
import { useFormat } from '#app/platform/i18n/use-format';
import { Button } from '#app/ui/actions/button';
import { RequestId } from '#app/ui/forms/request-id';

interface SwitchMethodFormProps {
  /** The way that the order is not paid by now. */
  way: Pick<MethodOffer, 'method' | 'totalMinor' | 'refusal'>;
  currency: string;
  requestId: string;
}

const BUTTON = { card: 'trading:switch.toCard', transfer: 'trading:switch.toTransfer' } as const;

/** The other way to pay the same order, with what is paid then, or why it cannot be used. */
export function SwitchMethodForm({ way, currency, requestId }: SwitchMethodFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { method, totalMinor, refusal } = way;
  if (refusal) return <p className="mt-3 text-sm text-soft">{t(refusal.messageKey, refusal.params ?? {})}</p>;
  const total = format.money({ minor: totalMinor, currency: asCurrency(currency) });
  return (
    <form method="post" className="mt-3 space-y-2">
      <RequestId value={requestId} />
      <input type="hidden" name="intent" value="switch-method" />
      <input type="hidden" name="method" value={method} />
      <input type="hidden" name="shownTotal" value={totalMinor.toString()} />
      <Button kind="quiet" block>
        {t(BUTTON[method], { total })}
      </Button>
      <p className="text-sm text-soft">{t('trading:switch.effect')}</p>
    </form>
  );
}
