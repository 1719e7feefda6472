import { useTranslation } from 'react-i18next';
import { asCurrency } from '#app/money/currency';
import { fieldError, formErrors, type Problem } from '#app/platform/http/problems';
import { useFormat } from '#app/platform/i18n/use-format';
import { Button } from '#app/ui/actions/button';
import { Disclosure } from '#app/ui/actions/disclosure';
import { Notice } from '#app/ui/display/notice';
import { FileInput } from '#app/ui/forms/file-input';
import { FormErrors } from '#app/ui/forms/form-errors';
import { RequestId } from '#app/ui/forms/request-id';
import { TextArea, TextInput } from '#app/ui/forms/text-input';
import { Card } from '#app/ui/layout/card';
import { ConvertedLine, type Converted } from '../payouts/converted-line';
import type { PayoutPage } from '../payouts/get-payout.server';
import type { PayoutChange } from '../payouts/payout-conditions.server';
import type { PayoutState } from '../payouts/payout-lifecycle';
import { AcceptCostForm, ShortPayoutForms } from '../payouts/short-payout-forms';
import { costWords, PayoutFrame } from './payout-frame';

export interface ProgrammePayoutProps {
  payout: PayoutPage;
  mayApprove: boolean;
  mayCancel: boolean;
  /** The sum in the payee's currency; null where it counts in the same, or no rate is known. */
  converted: Converted | null;
  requestId: string;
  problems: readonly Problem[];
  values: Record<string, string>;
}

const NEXT: Record<PayoutState, string> = {
  prepared: 'payments:next.approve',
  approved: 'payments:next.waiting',
  confirmed: 'payments:next.arrived',
  mismatch: 'payments:next.resolve',
  accepting: 'payments:next.acceptCost',
  partial: 'payments:next.partial',
  cancelled: 'payments:next.cancelled',
};

const CHANGED = {
  frozen: 'payments:refusal.orderFrozen',
  destination: 'payments:refusal.destinationChanged',
  sum: 'payments:refusal.sumChanged',
} as const satisfies Record<PayoutChange, string>;

export function ProgrammePayoutScreen(props: ProgrammePayoutProps) {
  const { payout, mayApprove, mayCancel, requestId, problems } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const money = (minor: bigint) => format.money({ minor, currency: asCurrency(payout.currency) });
  const amount = money(payout.amountMinor);
  const less = costWords(payout, money);
  const changed = payout.changes.length > 0;
  const approvable = payout.state === 'prepared' && mayApprove && !payout.preparedByReader && !changed;
  const counted = payout.state === 'mismatch' || payout.state === 'accepting';
  const next = (
    <Card title={t('payments:next.title')} tone="green">
      <FormErrors title={t('payments:form.problem')} errors={formErrors(problems, (key, params) => t(key, params))} />
      <p>
        {less
          ? t('payments:next.arrivedLess', less)
          : t(payout.state === 'prepared' && payout.preparedByReader ? 'payments:next.second' : NEXT[payout.state], {
              amount,
            })}
      </p>
      {props.converted ? <ConvertedLine converted={props.converted} /> : null}
      {changed ? (
        <div className="mt-3">
          <Notice tone="error" title={t('payments:changed.title')}>
            {payout.changes.map((change) => (
              <p key={change}>{t(CHANGED[change])}</p>
            ))}
          </Notice>
        </div>
      ) : null}
      <div className="mt-4 space-y-4 empty:hidden">
        {approvable ? <ApproveForm {...props} amount={amount} /> : null}
        {payout.state === 'accepting' ? (
          <AcceptCostForm payout={payout} mayApprove={mayApprove} requestId={requestId} />
        ) : null}
        {counted && mayCancel ? (
          <form method="post" className="space-y-4">
            <RequestId value={requestId} />
            <input type="hidden" name="intent" value="recheck" />
            <TextArea name="note" label={t('payments:resolve.note')} rows={2} required maxLength={500} />
            <Button block>{t('payments:resolve.recheck')}</Button>
          </form>
        ) : null}
        {payout.state === 'mismatch' && mayCancel ? (
          <ShortPayoutForms payout={payout} requestId={requestId} problems={problems} values={props.values} />
        ) : null}
        {(payout.state === 'prepared' || payout.state === 'mismatch') && mayCancel ? (
          <Disclosure summary={t('payments:cancel.summary')}>
            <form method="post" className="space-y-4">
              <RequestId value={requestId} />
              <input type="hidden" name="intent" value="cancel" />
              <p className="text-sm text-soft">{t('payments:cancel.text')}</p>
              <TextInput name="note" label={t('payments:cancel.note')} required maxLength={500} />
              <Button kind="danger">{t('payments:cancel.button')}</Button>
            </form>
          </Disclosure>
        ) : null}
      </div>
    </Card>
  );
  return <PayoutFrame payout={payout} side="programme" next={next} />;
}

function ApproveForm({ requestId, problems, values, amount }: ProgrammePayoutProps & { amount: string }) {
  const { t } = useTranslation();
  const error = (name: string) => fieldError(problems, name, (key, params) => t(key, params));
  return (
    <form method="post" encType="multipart/form-data" className="space-y-4">
      <RequestId value={requestId} />
      <input type="hidden" name="intent" value="approve" />
      <TextInput
        name="reference"
        label={t('payments:approve.reference')}
        hint={t('payments:approve.referenceHint')}
        required
        code
        maxLength={120}
        error={error('reference')}
        defaultValue={values['reference']}
      />
      <FileInput
        name="proof"
        label={t('payments:approve.proof')}
        hint={t('payments:approve.proofHint')}
        accept="application/pdf,image/*"
        required
        error={error('proof')}
      />
      <Button block>{t('payments:approve.button', { amount })}</Button>
    </form>
  );
}
