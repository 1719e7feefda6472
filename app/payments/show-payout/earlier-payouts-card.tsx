import { useTranslation } from 'react-i18next';
import { asCurrency } from '#app/money/currency';
import { useFormat } from '#app/platform/i18n/use-format';
import { DocumentLink } from '#app/ui/actions/document-link';
import { Card } from '#app/ui/layout/card';
import type { EarlierPayout } from './earlier-payouts.server';
import { PayoutBadge } from '../payouts/payout-badge';
import { PayoutNotes } from './payout-notes';

/** What became of the earlier payouts of the order: nobody sends a sum anew without knowing of them. */
export function EarlierPayouts({ earlier }: { earlier: readonly EarlierPayout[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (earlier.length === 0) return null;
  return (
    <Card title={t('payments:earlier.title')}>
      <ul className="divide-y divide-line">
        {earlier.map(({ id, number, state, amountMinor, currency, receivedMinor, note, staffNote, backDocumentId }) => (
          <li key={id} className="space-y-1 py-3">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <a href={`/programme/payouts/${id}`}>{t('payments:payout.title', { number })}</a>
              <span>{format.money({ minor: amountMinor, currency: asCurrency(currency) })}</span>
              <PayoutBadge state={state} />
            </p>
            {receivedMinor === null ? null : (
              <p>
                {t('payments:earlier.received', {
                  received: format.money({ minor: receivedMinor, currency: asCurrency(currency) }),
                })}
              </p>
            )}
            <PayoutNotes note={note} staffNote={staffNote} />
            {backDocumentId ? (
              <DocumentLink href={`/documents/${backDocumentId}`} name={t('payments:cancel.document')} />
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
