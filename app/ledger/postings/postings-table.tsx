import { useTranslation } from 'react-i18next';
import { asCurrency } from '#app/money/currency';
import { useFormat } from '#app/platform/i18n/use-format';
import { DataTable, type Column } from '#app/ui/display/table';
import { isAccountCode } from '../chart-of-accounts';
import { ENTRY_KINDS, PARTS } from '../entry';
import { ACCOUNT_LABEL, ENTRY_LABEL, PART_LABEL } from '../labels';

export type PostingRow = {
  key: string;
  kind: string;
  occurredAt: string;
  book: 'platform' | 'cooperative';
  code: string;
  ownerName: string | null;
  part: string | null;
  amountMinor: bigint;
  currency: string;
};

/**
 * The journal under a figure: every posting with its entry, account and side. Debits and credits end on the
 * same sum.
 */
export function PostingsTable({ postings }: { postings: readonly PostingRow[] }) {
  // Sums of different currencies are no sum: a table for each, where Stripe settled in another one.
  const currencies = [...new Set(postings.map(({ currency }) => currency))];
  return (
    <div className="space-y-6">
      {currencies.map((currency) => (
        <CurrencyTable
          key={currency}
          currency={currency}
          postings={postings.filter((posting) => posting.currency === currency)}
        />
      ))}
    </div>
  );
}

function CurrencyTable({ postings, currency }: { postings: readonly PostingRow[]; currency: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const amount = (minor: bigint, currency: string) => format.amount({ minor, currency: asCurrency(currency) });
  const sum = (wanted: (minor: bigint) => boolean) =>
    postings
      .filter(({ amountMinor }) => wanted(amountMinor))
      .reduce((total, { amountMinor }) => total + amountMinor, 0n);
  const columns: Column<PostingRow>[] = [
    {
      key: 'entry',
      header: t('ledger:postings.entry'),
      rowHeader: true,
      cell: (row) => (
        <span className="font-normal">
          {entryLabel(row.kind, t)}
          <span className="block text-sm text-soft">{format.date(row.occurredAt)}</span>
        </span>
      ),
      foot: t('ledger:postings.total'),
    },
    {
      key: 'account',
      header: t('ledger:postings.account'),
      cell: (row) => (
        <>
          {isAccountCode(row.code) ? t(ACCOUNT_LABEL[row.code]) : row.code}
          <span className="block text-sm text-soft">
            {[
              row.ownerName,
              partLabel(row.part, t),
              row.book === 'cooperative' ? t('ledger:postings.cooperativeBook') : null,
            ]
              .filter((text) => text !== null)
              .join(' · ')}
          </span>
        </>
      ),
    },
    {
      key: 'debit',
      header: t('ledger:postings.debit', { currency }),
      align: 'end',
      cell: (row) => (row.amountMinor > 0n ? amount(row.amountMinor, row.currency) : null),
      foot: amount(
        sum((minor) => minor > 0n),
        currency,
      ),
    },
    {
      key: 'credit',
      header: t('ledger:postings.credit', { currency }),
      align: 'end',
      cell: (row) => (row.amountMinor < 0n ? amount(-row.amountMinor, row.currency) : null),
      foot: amount(-sum((minor) => minor < 0n), currency),
    },
  ];
  return (
    <DataTable
      captionHidden
      caption={t('ledger:postings.caption', { currency })}
      columns={columns}
      rows={postings}
      rowKey={({ key }) => key}
    />
  );
}

type Translate = (key: string) => string;

function entryLabel(kind: string, t: Translate): string {
  const known = ENTRY_KINDS.find((name) => name === kind);
  return known ? t(ENTRY_LABEL[known]) : kind;
}

function partLabel(part: string | null, t: Translate): string | null {
  const known = PARTS.find((name) => name === part);
  return known ? t(PART_LABEL[known]) : part;
}
