import { useTranslation } from 'react-i18next';
import { asCurrency } from '#app/money/currency';
import { formErrors, type Problem } from '#app/platform/http/problems';
import { useFormat } from '#app/platform/i18n/use-format';
import { Button } from '#app/ui/actions/button';
import { EmptyState } from '#app/ui/display/empty-state';
import { Notice } from '#app/ui/display/notice';
import { FormErrors } from '#app/ui/forms/form-errors';
import { RequestId } from '#app/ui/forms/request-id';
import { Card } from '#app/ui/layout/card';
import { Stack } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import type { OwedPayout } from '../payouts/owed-payouts.server';
import type { PayoutDraft } from './payout-new-page.server';
import { DestinationList } from '../show-payout/destination-list';
import { EarlierPayouts } from '../show-payout/earlier-payouts-card';
import { OwedTable } from '../payouts/payouts-screen';

export interface PayoutNewProps {
  /** Null: choose among what is owed. */
  draft: PayoutDraft | null;
  owed: OwedPayout[];
  requestId: string;
  problems: readonly Problem[];
}

/** The first of two persons prepares what the ledger owes for an order. */
export function PayoutNewScreen({ draft, owed, requestId, problems }: PayoutNewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={t('payments:new.title')}
        sub={t('payments:new.sub')}
        breadcrumbs={{
          label: t('payments:payouts.trail'),
          items: [
            { label: t('payments:payouts.title'), href: '/programme/payouts' },
            { label: t('payments:new.crumb') },
          ],
        }}
      />
      <FormErrors title={t('payments:form.problem')} errors={formErrors(problems, (key, params) => t(key, params))} />
      {draft ? (
        <Stack>
          <EarlierPayouts earlier={draft.earlier} />
          <Card title={draft.cooperativeName}>
            <p className="text-sm text-soft">{t('payments:new.owed')}</p>
            <p className="mb-3 font-display text-[2rem] leading-tight font-semibold">
              {format.money({ minor: draft.amountMinor, currency: asCurrency(draft.currency) })}
            </p>
            {draft.destination ? <DestinationList destination={draft.destination} /> : null}
            {draft.closed ? (
              <Notice tone="warn">{t(draft.closed)}</Notice>
            ) : draft.destination?.verifiedAt ? (
              <form method="post" className="mt-4 space-y-3">
                <RequestId value={requestId} />
                <input type="hidden" name="order" value={draft.orderId} />
                <Button block>{t('payments:new.button')}</Button>
                <p className="text-sm text-soft">{t('payments:new.after')}</p>
              </form>
            ) : (
              <Notice
                tone="warn"
                action={<a href={`/programme/applications/${draft.cooperativeId}`}>{t('payments:new.check')}</a>}
              >
                {t(
                  draft.destination ? 'payments:refusal.destinationUnverified' : 'payments:refusal.destinationMissing',
                )}
              </Notice>
            )}
          </Card>
        </Stack>
      ) : owed.length > 0 ? (
        <Card title={t('payments:owed.title')} sub={t('payments:owed.sub')}>
          <OwedTable owed={owed} />
        </Card>
      ) : (
        <EmptyState title={t('payments:owed.none')}>{t('payments:owed.noneText')}</EmptyState>
      )}
    </div>
  );
}
