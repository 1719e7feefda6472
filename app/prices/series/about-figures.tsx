import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { DefinitionList } from '#app/ui/display/definition-list';
import { Card } from '#app/ui/layout/card';
import { pageOf } from './own-series';
import { commodityText } from './labels';
import { publications } from './publications';
import { shippedText } from '#app/platform/i18n/shipped-text';
import { SourceName } from '../vocabulary/source-name';
import type { SeriesLatest } from './list-series-with-latest.server';

type Props = {
  series: SeriesLatest;
  /** Of all that the card speaks for; a day is only named where it is that of all. */
  rows?: readonly SeriesLatest[];
  extra?: { term: string; value: ReactNode }[];
};

/** Source, date and licence of the figures, as the licence asks. */
export function AboutFigures({ series, rows = [series], extra = [] }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [published, ...others] = publications(rows);
  return (
    <Card title={t('pricing:about.title')} tone="sand">
      {series.key.startsWith('wb.') ? <p className="mb-4 max-w-3xl">{t('pricing:about.text')}</p> : null}
      <DefinitionList
        layout="grid"
        items={[
          {
            term: t('pricing:about.source'),
            value: <SourceLink series={series} block />,
          },
          ...(published && others.length === 0
            ? [{ term: t('pricing:about.published'), value: format.date(published.on) }]
            : []),
          {
            term: t('pricing:about.licence'),
            value:
              series.licence === 'CC BY 4.0' ? (
                <a
                  href="https://creativecommons.org/licenses/by/4.0/"
                  rel="license noreferrer"
                  className="inline-block py-1"
                >
                  {series.licence}
                </a>
              ) : (
                shippedText(t, series.licence)
              ),
          },
          { term: t('pricing:series.credit'), value: <SourceName>{series.attribution}</SourceName> },
          ...extra,
        ]}
      />
    </Card>
  );
}

/** The source, with the way to its page where it has one. */
function SourceLink({ series, block = false }: { series: SeriesLatest; block?: boolean }) {
  const href = pageOf(series, '');
  if (!href) return <SourceName>{series.source}</SourceName>;
  return (
    <a href={href} rel="noreferrer" className={block ? 'inline-block py-1' : ''}>
      <SourceName>{series.source}</SourceName>
    </a>
  );
}

/** Below a table: each source of its rows, once, with its licence and the day of its file; of each figure where not all came with one file. */
export function SourceNotes({ rows }: { rows: readonly SeriesLatest[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const bySource = new Map<string, SeriesLatest[]>();
  for (const row of rows) bySource.set(row.attribution, [...(bySource.get(row.attribution) ?? []), row]);
  const published = (ofSource: readonly SeriesLatest[]): string => {
    const all = publications(ofSource);
    const [only] = all;
    if (all.length === 1 && only) return `, ${t('pricing:about.note', { date: format.date(only.on) })}`;
    return all
      .map(({ on, rows: those }) => {
        const names = those.map(({ commodity }) => commodityText(t, commodity)).join(', ');
        return ` · ${t('pricing:about.noteOf', { names, date: format.date(on) })}`;
      })
      .join('');
  };
  return (
    <ul className="mt-3 space-y-1 text-sm text-soft">
      {[...bySource].map(([attribution, ofSource]) => {
        const [series] = ofSource;
        return series ? (
          <li key={attribution}>
            {`${t('pricing:about.source')}${format.colon} `}
            <SourceLink series={series} />, {shippedText(t, series.licence)}
            {published(ofSource)}
          </li>
        ) : null;
      })}
    </ul>
  );
}
