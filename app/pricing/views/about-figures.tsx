import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { DefinitionList } from '#app/ui/display/definition-list';
import { Card } from '#app/ui/layout/card';
import { pageOf } from '../series/own-series';
import { shippedText } from './words/shipped-text';
import { SourceName } from './words/source-name';
import type { SeriesLatest } from '../series/pages/list-series-with-latest.server';

type Props = { series: SeriesLatest; extra?: { term: string; value: ReactNode }[] };

/** Source, date and licence of the figures, as the licence asks. */
export function AboutFigures({ series, extra = [] }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
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
          ...(series.latest ? [{ term: t('pricing:about.published'), value: format.date(series.latest.vintage) }] : []),
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

/** Below a table: each source of its rows, once, with its licence and the day of its newest file. */
export function SourceNotes({ rows }: { rows: readonly SeriesLatest[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const bySource = new Map<string, SeriesLatest>();
  for (const row of rows) {
    const known = bySource.get(row.attribution);
    if (!known || (row.latest?.vintage ?? '') > (known.latest?.vintage ?? '')) bySource.set(row.attribution, row);
  }
  return (
    <ul className="mt-3 space-y-1 text-sm text-soft">
      {[...bySource].map(([attribution, series]) => (
        <li key={attribution}>
          {t('pricing:about.source')}: <SourceLink series={series} />, {shippedText(t, series.licence)}
          {series.latest ? `, ${t('pricing:about.note', { date: format.date(series.latest.vintage) })}` : null}
        </li>
      ))}
    </ul>
  );
}
