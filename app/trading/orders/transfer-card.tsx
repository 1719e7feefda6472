import { useTranslation } from 'react-i18next';
import { asCurrency } from '#app/money/currency';
import type { AccountField, TransferDetails } from '#app/payments/checkout/transfer-details';
import { useFormat } from '#app/platform/i18n/use-format';
import { DefinitionList } from '#app/ui/display/definition-list';

const FIELD_LABEL = {
  holder: 'trading:transfer.holder',
  bank: 'trading:transfer.bank',
  iban: 'trading:transfer.iban',
  bic: 'trading:transfer.bic',
  number: 'trading:transfer.number',
  routing: 'trading:transfer.routing',
  sortCode: 'trading:transfer.sortCode',
  branch: 'trading:transfer.branch',
} as const satisfies Record<AccountField, string>;

interface TransferCardProps {
  details: TransferDetails;
  payBy: string;
}

/** What to send where, under which reference, for as long as the money is awaited. */
export function TransferCard({ details, payBy }: TransferCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { amountMinor, receivedMinor, reference, account, url } = details;
  const money = (minor: bigint) => format.money({ minor, currency: asCurrency(details.currency) });
  return (
    <section aria-labelledby="transfer" className="mt-4 rounded-control border border-line bg-card p-4">
      <h3 id="transfer" className="mb-2 font-semibold">
        {t('trading:transfer.title')}
      </h3>
      <DefinitionList
        items={[
          ...(receivedMinor > 0n
            ? [
                { term: t('trading:transfer.due'), value: money(amountMinor) },
                { term: t('trading:transfer.came'), value: money(receivedMinor) },
                {
                  term: t('trading:transfer.missing'),
                  value: <strong>{money(amountMinor - receivedMinor)}</strong>,
                  hint: t('trading:transfer.missingHint'),
                },
              ]
            : [{ term: t('trading:transfer.amount'), value: money(amountMinor) }]),
          ...account.map(({ field, value }) => ({
            term: t(FIELD_LABEL[field]),
            value: <span className="break-all">{value}</span>,
          })),
          {
            term: t('trading:transfer.reference'),
            value: <strong className="break-all">{reference}</strong>,
            hint: t('trading:transfer.referenceHint'),
          },
          { term: t('trading:transfer.until'), value: format.date(payBy, 'time') },
        ]}
      />
      {url ? (
        <p className="mt-2">
          <a href={url}>{t('trading:transfer.page')}</a>
        </p>
      ) : null}
    </section>
  );
}
