import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { DefinitionList } from '#app/ui/display/definition-list';
import { Card } from '#app/ui/layout/card';
import { shippedText } from './words/shipped-text';
import { SourceName } from './words/source-name';
import type { SeriesLatest } from '../series/list-series-with-latest.server';

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
            value: (
              <a href={series.pageUrl} rel="noreferrer" className="inline-block py-1">
                <SourceName>{series.source}</SourceName>
              </a>
            ),
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
