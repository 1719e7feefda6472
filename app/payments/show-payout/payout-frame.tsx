import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asCurrency } from '#app/money/currency';
import { useFormat } from '#app/platform/i18n/use-format';
import { DocumentLink } from '#app/ui/actions/document-link';
import { Notice } from '#app/ui/display/notice';
import { Timeline } from '#app/ui/display/timeline';
import { Card } from '#app/ui/layout/card';
import { Columns } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import type { PayoutPage } from './payout-page.server';
import { DestinationList } from './destination-list';
import { EarlierPayouts } from './earlier-payouts-card';
import { PayoutBadge } from '../payouts/payout-badge';
import { PayoutNotes } from './payout-notes';

/** What the words about an accepted cost of a bank speak of. Null where all that was sent arrived. */
export function costWords(payout: PayoutPage, money: (minor: bigint) => string): Record<string, string> | null {
  const { state, cost, missingMinor, receivedMinor, amountMinor } = payout;
  if (state !== 'confirmed' || !cost || missingMinor === null || receivedMinor === null) return null;
  return {
    payee: cost.payee,
    received: money(receivedMinor),
    sent: money(amountMinor),
    difference: money(missingMinor),
  };
}

const STEP_LABEL = {
  prepared: 'payments:step.prepared',
  approved: 'payments:step.approved',
  confirmed: 'payments:step.confirmed',
} as const;

/** States in which another sum may have arrived than was sent. */
const COUNTED: readonly string[] = ['mismatch', 'accepting', 'partial', 'cancelled'];

/** One payout: three hands, the proof, where it goes. Beside it what this reader can do. */
export function PayoutFrame({
  payout,
  side,
  next,
}: {
  payout: PayoutPage;
  side: 'cooperative' | 'programme';
  next: ReactNode;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const money = (minor: bigint) => format.money({ minor, currency: asCurrency(payout.currency) });
  const counted = COUNTED.includes(payout.state) && payout.receivedMinor !== null;
  const replaced = (payout.sentNote !== null && payout.destination.retired) || payout.changes.includes('destination');
  return (
    <>
      <PageHeader
        title={money(payout.sumMinor)}
        kicker={t('payments:payout.title', { number: payout.number })}
        sub={payout.cooperativeName}
        breadcrumbs={{
          label: t('payments:payouts.trail'),
          items: [{ label: t('payments:payouts.title'), href: `/${side}/payouts` }, { label: payout.number }],
        }}
        badges={<PayoutBadge state={payout.state} />}
      />
      <Columns
        asideFirst
        aside={next}
        main={
          <>
            {counted && payout.receivedMinor !== null ? (
              <Notice tone="error" title={t('payments:mismatch.title')}>
                {t('payments:mismatch.text', {
                  received: money(payout.receivedMinor),
                  sent: money(payout.amountMinor),
                })}
                <PayoutNotes note={payout.note} staffNote={payout.staffNote} />
                {payout.backDocumentId ? (
                  <div className="mt-2">
                    <DocumentLink href={`/documents/${payout.backDocumentId}`} name={t('payments:cancel.document')} />
                  </div>
                ) : null}
              </Notice>
            ) : null}
            {payout.state === 'approved' && payout.staffNote !== null ? (
              <Notice tone="warn" title={t('payments:note.countAgain')}>
                {payout.staffNote}
              </Notice>
            ) : null}
            {payout.sentNote === null ? null : (
              <Notice tone="warn" title={t('payments:sentAlready.title')}>
                {payout.sentNote}
              </Notice>
            )}
            <EarlierPayouts earlier={payout.earlier} />
            {payout.cost && payout.missingMinor !== null ? (
              <Card title={t('payments:cost.title')}>
                <p>{t('payments:cost.kept', { payee: payout.cost.payee, difference: money(payout.missingMinor) })}</p>
                {payout.cost.documentId ? (
                  <div className="mt-3">
                    <DocumentLink href={`/documents/${payout.cost.documentId}`} name={t('payments:cost.document')} />
                  </div>
                ) : null}
              </Card>
            ) : null}
            <Card title={t('payments:step.title')}>
              <Timeline
                label={t('payments:step.title')}
                items={payout.steps.map(({ step, at, byName }) => ({
                  title: t(STEP_LABEL[step]),
                  state: at
                    ? step === 'confirmed' && counted
                      ? ('problem' as const)
                      : ('done' as const)
                    : ('next' as const),
                  ...(at ? { time: format.date(at, 'time'), dateTime: at } : {}),
                  body: byName,
                }))}
              />
            </Card>
            <Card title={t('payments:proof.title')}>
              {payout.reference ? (
                <p>
                  {t('payments:proof.reference')}
                  {format.colon} <strong className="break-all">{payout.reference}</strong>
                </p>
              ) : (
                <p className="text-soft">{t('payments:proof.none')}</p>
              )}
              {payout.proofDocumentId ? (
                <div className="mt-3">
                  <DocumentLink href={`/documents/${payout.proofDocumentId}`} name={t('payments:proof.document')} />
                </div>
              ) : null}
            </Card>
            <Card title={t(replaced ? 'payments:destination.replaced' : 'payments:destination.title')}>
              <DestinationList destination={payout.destination} />
            </Card>
            {payout.rest ? (
              <p>
                <a href={`/${side}/payouts/${payout.rest.id}`}>
                  {t('payments:rest.link', { number: payout.rest.number })}
                </a>
              </p>
            ) : null}
            {payout.completes ? (
              <p>
                <a href={`/${side}/payouts/${payout.completes.id}`}>
                  {t('payments:rest.of', { number: payout.completes.number })}
                </a>
              </p>
            ) : null}
            <p>
              <a href={`/${side}/orders/${payout.orderId}`}>{t('payments:payout.order')}</a>
            </p>
          </>
        }
      />
    </>
  );
}
