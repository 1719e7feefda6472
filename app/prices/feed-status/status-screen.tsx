import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { Badge } from '#app/ui/display/badge';
import { DefinitionList } from '#app/ui/display/definition-list';
import { Notice } from '#app/ui/display/notice';
import { DataTable } from '#app/ui/display/table';
import { Card } from '#app/ui/layout/card';
import { CellGrid, Stack } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import type { FeedStatus } from './feed-status.server';
import type { SeriesAge } from '../series/list-ages.server';
import { seriesText, STATE_LABEL, STATE_TONE } from '../series/labels';
import { sourceText } from '../imports/staff-labels';

/** Whether prices are still coming in, for anyone who relies on them: every feed, every series, in plain words. */
export function StatusScreen({ feeds, series }: { feeds: FeedStatus[]; series: SeriesAge[] }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={t('pricing:feeds.title')}
        sub={t('pricing:feeds.sub')}
        breadcrumbs={{
          label: t('pricing:prices.title'),
          items: [{ label: t('pricing:prices.title'), href: '/prices' }, { label: t('pricing:feeds.title') }],
        }}
      />
      <Stack>
        <CellGrid most={3}>
          {feeds.map((feed) => (
            <FeedCard key={feed.feed} feed={feed} />
          ))}
        </CellGrid>
        <p className="max-w-3xl text-sm text-soft">{t('pricing:feeds.byHand')}</p>
        <AgesCard series={series} />
      </Stack>
    </>
  );
}

function FeedCard({ feed }: { feed: FeedStatus }) {
  const { t } = useTranslation();
  const format = useFormat();
  const at = (time: string | null) => (time ? format.date(time, 'time') : t('pricing:feeds.never'));
  return (
    <Card
      title={sourceText(t, feed.feed)}
      actions={
        <Badge tone={feed.isOn ? (feed.problem ? 'warn' : 'good') : 'plain'}>
          {t(feed.isOn ? (feed.problem ? 'pricing:feeds.failing' : 'pricing:feeds.on') : 'pricing:feeds.off')}
        </Badge>
      }
    >
      <DefinitionList
        items={[
          { term: t('pricing:feeds.lastTry'), value: at(feed.lastTry) },
          { term: t('pricing:feeds.lastSuccess'), value: at(feed.lastSuccess) },
          {
            term: t('pricing:feeds.next'),
            value: feed.next ? format.date(feed.next, 'time') : t('pricing:feeds.notPlanned'),
          },
          ...(feed.licence ? [{ term: t('pricing:about.licence'), value: feed.licence }] : []),
        ]}
      />
      {feed.problem ? (
        <div className="mt-3">
          <Notice tone="warn" title={t('pricing:feeds.problemOf', { attempt: feed.problem.attempt })}>
            {t(feed.problem.messageKey, feed.problem.params)}
          </Notice>
        </div>
      ) : null}
      {feed.isOn ? null : <p className="mt-3 text-sm text-soft">{t('pricing:feeds.offText')}</p>}
    </Card>
  );
}

function AgesCard({ series }: { series: SeriesAge[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Card title={t('pricing:feeds.ages')} sub={t('pricing:feeds.agesText')}>
      <DataTable
        caption={t('pricing:feeds.ages')}
        captionHidden
        rows={series}
        rowKey={({ key }) => key}
        empty={<p className="text-soft">{t('pricing:feeds.noSeries')}</p>}
        columns={[
          {
            key: 'series',
            header: t('pricing:prices.commodity'),
            rowHeader: true,
            cell: (row) => (
              <>
                <a href={`/prices/${row.key}`} className="inline-block py-1">
                  {seriesText(t, row)}
                </a>
                <span className="block text-sm font-normal break-words text-soft">
                  {row.key} · {row.unit}
                </span>
              </>
            ),
          },
          {
            key: 'period',
            header: t('pricing:feeds.newest'),
            cell: (row) => (row.latest ? format.date(row.latest.period, 'month') : t('pricing:prices.none')),
          },
          {
            key: 'published',
            header: t('pricing:about.published'),
            cell: (row) => (row.latest ? format.date(row.latest.vintage) : null),
          },
          {
            key: 'policy',
            header: t('pricing:feeds.policy'),
            cell: (row) => t('pricing:feeds.policyDays', { fresh: row.freshDays, stale: row.staleDays }),
          },
          {
            key: 'state',
            header: t('pricing:prices.state'),
            align: 'end',
            cell: ({ latest }) =>
              latest ? (
                <span className="inline-flex flex-col items-end gap-1">
                  <Badge tone={STATE_TONE[latest.state]}>
                    {t(STATE_LABEL[latest.state], { days: latest.ageDays })}
                  </Badge>
                  <span className="text-sm text-soft">{t('pricing:series.days', { days: latest.ageDays })}</span>
                </span>
              ) : (
                <Badge tone="bad">{t('pricing:prices.none')}</Badge>
              ),
          },
        ]}
      />
    </Card>
  );
}
