import { useTranslation } from 'react-i18next';
import { asCurrency } from '#app/money/currency';
import { formErrors, type Problem } from '#app/platform/http/problems';
import { useFormat } from '#app/platform/i18n/use-format';
import { Button } from '#app/ui/actions/button';
import { Notice } from '#app/ui/display/notice';
import { FormErrors } from '#app/ui/forms/form-errors';
import { RequestId } from '#app/ui/forms/request-id';
import { TextArea } from '#app/ui/forms/text-input';
import { Card } from '#app/ui/layout/card';
import { ConvertedLine, type Converted } from './converted-line';
import type { PayoutPage } from './payout-page.server';
import type { PayoutChange } from '../payouts/payout-conditions.server';
import type { PayoutState } from '../payouts/payout-lifecycle';
import { AcceptCostForm, ShortPayoutForms } from './short-payout-forms';
import { ApproveForm, SentAlreadyForm } from '../approve-payout/approve-forms';
import { costWords, PayoutFrame } from './payout-frame';
import { TakeBackForm } from './take-back-form';

export interface ProgrammePayoutProps {
  payout: PayoutPage;
  mayApprove: boolean;
  mayCancel: boolean;
  /** Say that a bank kept the difference, or accept that a colleague said so. */
  mayDecideCost: boolean;
  /** The sum in the payee's currency. Null where it counts in the same, or no rate is known. */
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

/** Where an order that stands still closes the steps that move its money. */
const FREEZABLE: readonly PayoutState[] = ['approved', 'mismatch', 'accepting'];

/** The step that is this reader's, or who must take it. Money that must not be sent is never asked for. */
function nextText({ payout, mayApprove, mayCancel, mayDecideCost }: ProgrammePayoutProps): string {
  const { state, changes } = payout;
  if (state === 'prepared') {
    if (changes.some((change) => change !== 'frozen')) return 'payments:next.changed';
    if (changes.length > 0) return 'payments:next.frozen';
    if (payout.conflict) return payout.conflict;
    if (payout.preparedByReader) return 'payments:next.second';
    return mayApprove ? NEXT.prepared : 'payments:next.controller';
  }
  if (state === 'mismatch' && !mayCancel) return 'payments:next.case';
  if (state === 'accepting' && payout.cost?.proposedByReader) return 'payments:next.costSecond';
  if (state === 'accepting' && !mayDecideCost) return 'payments:next.costStaff';
  return NEXT[state];
}

export function ProgrammePayoutScreen(props: ProgrammePayoutProps) {
  const { payout, mayApprove, mayCancel, mayDecideCost, requestId, problems, values } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const money = (minor: bigint) => format.money({ minor, currency: asCurrency(payout.currency) });
  const amount = money(payout.amountMinor);
  const less = costWords(payout, money);
  const changed = payout.changes.length > 0;
  const approver = payout.state === 'prepared' && mayApprove && !payout.preparedByReader;
  const standsStill = payout.frozen && FREEZABLE.includes(payout.state);
  const forms = { requestId, problems, values };
  const counted = payout.state === 'mismatch' || payout.state === 'accepting';
  const next = (
    <Card title={t('payments:next.title')} tone="green">
      <FormErrors title={t('payments:form.problem')} errors={formErrors(problems, (key, params) => t(key, params))} />
      <p>{less ? t('payments:next.arrivedLess', less) : t(nextText(props), { amount })}</p>
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
      {standsStill ? (
        <div className="mt-3">
          <Notice tone="warn">{t('payments:frozen.staff')}</Notice>
        </div>
      ) : null}
      <div className="mt-4 space-y-4 empty:hidden">
        {approver && !changed && !payout.conflict ? <ApproveForm {...forms} amount={amount} /> : null}
        {approver && payout.mayHaveBeenSent ? <SentAlreadyForm {...forms} amount={amount} /> : null}
        {payout.state === 'accepting' && mayDecideCost && !payout.frozen ? (
          <AcceptCostForm payout={payout} requestId={requestId} />
        ) : null}
        {counted && mayCancel ? (
          <form method="post" className="space-y-4">
            <RequestId value={requestId} />
            <input type="hidden" name="intent" value="recheck" />
            <TextArea
              name="note"
              label={t('payments:resolve.note')}
              rows={2}
              required
              maxLength={500}
              defaultValue={values['intent'] === 'recheck' ? values['note'] : undefined}
            />
            <Button block>{t('payments:resolve.recheck')}</Button>
          </form>
        ) : null}
        {payout.state === 'mismatch' && mayCancel && mayDecideCost && !payout.frozen ? (
          <ShortPayoutForms payout={payout} {...forms} />
        ) : null}
        {(payout.state === 'prepared' || payout.state === 'mismatch') && mayCancel ? (
          <TakeBackForm payout={payout} {...forms} />
        ) : null}
      </div>
    </Card>
  );
  return <PayoutFrame payout={payout} side="programme" next={next} />;
}
