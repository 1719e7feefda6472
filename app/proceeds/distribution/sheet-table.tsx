import { asCurrency } from '#app/money/currency';
import { sharePct } from '#app/money/decimal';
import { SplitBar, type SplitPart } from '#app/ui/charts/split-bar';
import { DataTable } from '#app/ui/display/table';
import { useWords } from '#app/platform/i18n/use-words';
import type { DistributionSheet } from './distribution-page.server';

/** Where the money goes, then each member's share. The sums are the net to the cent. */
export function SheetTable({ sheet, currency }: { sheet: DistributionSheet; currency: string }) {
  const { t, format } = useWords();
  const money = (minor: bigint) => format.money({ minor, currency: asCurrency(currency) });
  return (
    <>
      <SheetBar sheet={sheet} currency={currency} />
      <h3 className="mt-5 mb-1 font-semibold">{t('programme:share.each')}</h3>
      <DataTable
        caption={t('programme:share.each')}
        captionHidden
        phone="keep"
        rows={sheet.lines}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            header: t('programme:members.name'),
            rowHeader: true,
            cell: ({ code, name }) => (
              <span className="block min-w-0 font-normal">
                {name} <span className="text-sm whitespace-nowrap text-soft">{code}</span>
              </span>
            ),
            foot: t('programme:share.allMembers'),
          },
          {
            key: 'weight',
            header: t('programme:share.weight'),
            align: 'end',
            phone: 'hide',
            cell: ({ weight }) => format.number(weight),
          },
          {
            key: 'amount',
            header: t('programme:share.amount'),
            align: 'end',
            cell: ({ amountMinor }) => money(amountMinor),
            foot: money(sheet.membersMinor),
          },
        ]}
      />
    </>
  );
}

/** Costs, community fund and members' money as one whole. */
export function SheetBar({ sheet, currency }: { sheet: DistributionSheet; currency: string }) {
  const { t, format } = useWords();
  const { netMinor, membersMinor, costsMinor, communityMinor, lines } = sheet;
  const money = (minor: bigint) => format.money({ minor, currency: asCurrency(currency) });
  const share = (minor: bigint) => format.percent(sharePct(minor.toString(), netMinor.toString()) ?? '0', 1);
  const part = (
    key: string,
    label: string,
    minor: bigint,
    detail: string | null,
    tone: SplitPart['tone'],
  ): SplitPart[] =>
    minor === 0n
      ? []
      : [{ key, label, weight: minor, value: money(minor), share: share(minor), tone, ...(detail ? { detail } : {}) }];
  return (
    <SplitBar
      summary={t('programme:share.summary', {
        members: share(membersMinor),
        costs: share(costsMinor),
        community: share(communityMinor),
      })}
      parts={[
        ...part(
          'members',
          t('programme:share.members'),
          membersMinor,
          t('programme:share.people', { count: lines.length }),
          'green',
        ),
        ...part('costs', t('programme:share.costs'), costsMinor, null, 'ochre'),
        ...part('community', t('programme:share.community'), communityMinor, null, 'slate'),
      ]}
      words={{
        caption: t('programme:share.sheet'),
        part: t('programme:share.part'),
        value: t('programme:share.amount'),
        share: t('programme:share.share'),
      }}
      total={{ label: t('programme:share.total'), value: money(netMinor), share: format.percent('100', 1) }}
    />
  );
}
