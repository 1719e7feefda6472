import { useTranslation } from 'react-i18next';
import { asCurrency } from '#app/money/currency';
import { useFormat } from '#app/platform/i18n/use-format';
import { Disclosure } from '#app/ui/actions/disclosure';
import { DataTable, type Column } from '#app/ui/display/table';
import { isAccountCode } from '../chart-of-accounts';
import { ENTRY_KINDS, PARTS } from '../entry';
import { ACCOUNT_LABEL, ENTRY_LABEL, PART_LABEL } from './labels';

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
 * The journal under a figure: every posting with its entry, account and side. Debits and credits end on the same sum. Many postings of one entry on
 * accounts of one kind (what each member is owed) are one line that opens.
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
  const lines = linesOf(postings);
  const columns: Column<PostingLine>[] = [
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
          {row.parts.length > 1 ? (
            <Disclosure summary={t('ledger:postings.parts', { count: row.parts.length })}>
              <ol className="space-y-1 text-sm tabular-nums">
                {row.parts.map((part) => (
                  <li key={part.key}>
                    {amount(part.amountMinor < 0n ? -part.amountMinor : part.amountMinor, part.currency)}{' '}
                    {part.currency}
                  </li>
                ))}
              </ol>
            </Disclosure>
          ) : null}
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
      rows={lines}
      rowKey={({ key }) => key}
    />
  );
}

/** A posting, or several of one entry and kind of account with their sum. */
type PostingLine = PostingRow & { parts: readonly PostingRow[] };

const MOST_SINGLE = 4;

function linesOf(postings: readonly PostingRow[]): PostingLine[] {
  const groups = new Map<string, PostingRow[]>();
  for (const row of postings) {
    const side = row.amountMinor > 0n ? 'debit' : 'credit';
    const like = [row.kind, row.occurredAt, row.code, row.part, side].join('|');
    groups.set(like, [...(groups.get(like) ?? []), row]);
  }
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows;
    if (!first || rows.length <= MOST_SINGLE) return rows.map((row) => ({ ...row, parts: [row] }));
    const amountMinor = rows.reduce((sum, row) => sum + row.amountMinor, 0n);
    return [{ ...first, ownerName: null, amountMinor, parts: rows }];
  });
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
