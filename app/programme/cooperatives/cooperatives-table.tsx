import { Badge } from '#app/ui/display/badge';
import { DataTable, type Column } from '#app/ui/display/table';
import { dollarsText, figureText } from '../indicators/figure-text';
import { productsText } from '#app/catalogue/vocabulary/product-text';
import { useWords } from '#app/platform/i18n/use-words';
import { ApplicationBadge } from './application-badge';
import type { CooperativeLine } from './cooperative-lines.server';

/** Cooperatives with their year: the same table on the overview and, with place and application, on the list. */
export function CooperativesTable({ lines, full = false }: { lines: readonly CooperativeLine[]; full?: boolean }) {
  const words = useWords();
  const { t, format } = words;
  const columns: Column<CooperativeLine>[] = [
    {
      key: 'name',
      header: t('programme:cooperatives.cooperative'),
      rowHeader: true,
      cell: ({ id, name, district, countryCode }) => (
        <span className="block min-w-0">
          <a href={`/programme/cooperatives/${id}`} className="inline-flex min-h-11 items-center sm:min-h-0">
            {name}
          </a>
          {full ? (
            <span className="block text-sm font-normal text-soft">
              {district ? `${district}, ` : ''}
              {format.country(countryCode)}
            </span>
          ) : null}
        </span>
      ),
    },
    { key: 'makes', header: t('programme:cooperatives.makes'), cell: ({ products }) => productsText(products, words) },
    {
      key: 'sales',
      header: t('programme:cooperatives.salesUsd'),
      align: 'end',
      cell: ({ salesUsd }) => (salesUsd === null ? '–' : dollarsText(salesUsd, words)),
    },
    {
      key: 'retained',
      header: t('programme:cooperatives.retained'),
      align: 'end',
      cell: ({ retained }) => <Value of={retained} name="retained-share" />,
    },
    {
      key: 'uplift',
      header: t('programme:cooperatives.uplift'),
      align: 'end',
      cell: ({ uplift }) => <Value of={uplift} name="uplift" />,
    },
    {
      key: 'women',
      header: t('programme:cooperatives.women'),
      align: 'end',
      cell: ({ women }) => <Value of={women} name="womens-share" />,
    },
    { key: 'band', header: t('programme:cooperatives.band'), cell: (line) => <BandBadge line={line} /> },
  ];
  if (full) {
    columns.splice(2, 0, {
      key: 'application',
      header: t('programme:cooperatives.application'),
      cell: ({ application }) => <ApplicationBadge state={application} />,
    });
  }
  return (
    <DataTable
      caption={t('programme:cooperatives.title')}
      captionHidden
      columns={columns}
      rows={lines}
      rowKey={({ id }) => id}
    />
  );
}

function Value({ of, name }: { of: CooperativeLine['retained']; name: 'retained-share' | 'uplift' | 'womens-share' }) {
  const words = useWords();
  if (of.orders === 0) return <>–</>;
  const text = figureText(name, of, words);
  return of.value === null ? <span className="text-sm whitespace-normal text-soft">{text}</span> : <>{text}</>;
}

function BandBadge({ line }: { line: CooperativeLine }) {
  const { t } = useWords();
  if (line.orders === 0) return <span className="text-sm text-soft">{t('programme:cooperatives.noSale')}</span>;
  if (line.banded === 0) return <Badge>{t('programme:cooperatives.noBand')}</Badge>;
  if (line.underFloor > 0)
    return <Badge tone="warn">{t('programme:cooperatives.underFloor', { count: line.underFloor })}</Badge>;
  return <Badge tone="good">{t('programme:cooperatives.inBand')}</Badge>;
}
