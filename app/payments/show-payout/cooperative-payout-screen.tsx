import { useTranslation } from 'react-i18next';
import { asCurrency } from '#app/money/currency';
import { fieldError, formErrors, type Problem } from '#app/platform/http/problems';
import { useFormat } from '#app/platform/i18n/use-format';
import { Button } from '#app/ui/actions/button';
import { FormErrors } from '#app/ui/forms/form-errors';
import { RequestId } from '#app/ui/forms/request-id';
import { TextArea } from '#app/ui/forms/text-input';
import { MoneyInput } from '#app/ui/forms/unit-inputs';
import { Card } from '#app/ui/layout/card';
import { ConvertedLine, type Converted } from './converted-line';
import type { PayoutPage } from './payout-page.server';
import type { PayoutState } from '../payouts/payout-lifecycle';
import { costWords, PayoutFrame } from './payout-frame';

export interface CooperativePayoutProps {
  payout: PayoutPage;
  mayConfirm: boolean;
  converted: Converted | null;
  requestId: string;
  problems: readonly Problem[];
  values: Record<string, string>;
}

const NEXT: Record<PayoutState, string> = {
  prepared: 'payments:next.prepared',
  approved: 'payments:next.confirm',
  confirmed: 'payments:next.done',
  mismatch: 'payments:next.case',
  accepting: 'payments:next.costWaits',
  partial: 'payments:next.partial',
  cancelled: 'payments:next.cancelled',
};

/**
 * The treasurer looks at the account and types what arrived. Typing the sum, and not a tick, is what makes it
 * a proof.
 */
export function CooperativePayoutScreen({
  payout,
  mayConfirm,
  converted,
  requestId,
  problems,
  values,
}: CooperativePayoutProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const tr = (key: string, params: Record<string, string | number>) => t(key, params);
  const money = (minor: bigint) => format.money({ minor, currency: asCurrency(payout.currency) });
  const amount = money(payout.amountMinor);
  const less = costWords(payout, money);
  // What arrived may be said while the order stands still. The whole sum would settle it, and waits.
  const waits = payout.frozen && payout.state === 'approved';
  const what = waits ? 'payments:next.confirmFrozen' : NEXT[payout.state];
  const next = (
    <Card title={t('payments:next.title')} tone="green">
      <FormErrors title={t('payments:form.problem')} errors={formErrors(problems, tr)} />
      <p>{less ? t('payments:next.doneLess', less) : t(what, { amount })}</p>
      {converted ? <ConvertedLine converted={converted} /> : null}
      {payout.state === 'approved' && mayConfirm ? (
        <form method="post" className="mt-4 space-y-4">
          <RequestId value={requestId} />
          <MoneyInput
            name="received"
            label={t('payments:confirm.received')}
            hint={t(waits ? 'payments:confirm.frozenHint' : 'payments:confirm.receivedHint', { amount })}
            currencies={[payout.currency]}
            required
            error={fieldError(problems, 'received', tr)}
            defaultValue={values['received']}
          />
          <TextArea
            name="note"
            label={t('payments:confirm.note')}
            rows={2}
            maxLength={500}
            defaultValue={values['note']}
          />
          <Button block>{t(waits ? 'payments:confirm.report' : 'payments:confirm.button')}</Button>
        </form>
      ) : null}
      {payout.state === 'approved' && !mayConfirm ? (
        <p className="mt-3 text-sm text-soft">{t('payments:confirm.treasurerOnly')}</p>
      ) : null}
    </Card>
  );
  return <PayoutFrame payout={payout} side="cooperative" next={next} />;
}
