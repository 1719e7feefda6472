import { isDay } from '#app/money/calendar-day';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { LinkButton } from '#app/ui/actions/button';
import { ButtonRow } from '#app/ui/actions/button-row';
import { TextInput } from '#app/ui/forms/text-input';
import { Button } from '#app/ui/actions/button';
import { FormErrors } from '#app/ui/forms/form-errors';
import { LineChart } from '#app/ui/charts/line-chart';
import { Badge } from '#app/ui/display/badge';
import { KeyFigure, KeyFigures } from '#app/ui/display/key-figure';
import { Notice } from '#app/ui/display/notice';
import { Card } from '#app/ui/layout/card';
import { Stack } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import type { SeriesPage } from './get-series-page.server';
import { extremes } from './change';
import type { KnownOn } from './known-on';
import { isLocalSeries, isOwnSeries } from './own-series';
import { AboutFigures } from './about-figures';
import { ChangeText } from './change-text';
import { commodityText, seriesText, STATE_LABEL, STATE_TONE } from './labels';
import { shippedText } from '#app/platform/i18n/shipped-text';
import { perText } from '../vocabulary/unit-text';
import { RevisionsCard } from './revisions-card';

/** One series: newest price, ten years drawn on the server with every figure in a table, what was corrected, source and licence. */
export function PriceSeriesScreen({
  series,
  history,
  waiting,
  revisions,
  knownOn,
  today,
  asked,
}: SeriesPage & { asked: KnownOn }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { latest, key, currency, per } = series;
  const name = seriesText(t, series);
  const unit = perText(t, per);
  const price = (value: string): string => format.price(value, currency, 2);
  const problem = useKnownOnProblem(asked, today);
  return (
    <>
      <PageHeader
        title={name}
        sub={[
          ...(isOwnSeries(key) ? [shippedText(t, series.source)] : []),
          `${currency} ${unit}`,
          ...(isLocalSeries(key) ? [t('pricing:feeds.asBought')] : []),
        ].join(' · ')}
        breadcrumbs={{
          label: t('pricing:prices.title'),
          items: [{ label: t('pricing:prices.title'), href: '/prices' }, { label: name }],
        }}
        badges={
          // How fresh the newest value is says nothing about what was known on an earlier day.
          latest && !knownOn ? (
            <Badge tone={STATE_TONE[latest.state]}>{t(STATE_LABEL[latest.state], { days: latest.ageDays })}</Badge>
          ) : null
        }
        actions={
          <ButtonRow>
            <LinkButton kind="quiet" href={`/api/v1/series/${key}/observations.csv`} download>
              {t('pricing:series.csv')}
            </LinkButton>
            <LinkButton kind="plain" href={`/prices/${key}.atom`}>
              {t('pricing:series.atom')}
            </LinkButton>
            <LinkButton kind="plain" href={`/api/v1/series/${key}/observations`}>
              {t('pricing:series.json')}
            </LinkButton>
          </ButtonRow>
        }
      />
      <Stack>
        <FormErrors
          title={t('pricing:series.knownProblem')}
          errors={problem ? [{ name: 'knownOn', message: problem }] : []}
        />
        {waiting.map((row) => (
          <Notice key={row.period} tone="warn">
            {t('pricing:series.waiting', { value: price(row.value), period: format.date(row.period, 'month') })}
          </Notice>
        ))}
        {knownOn ? (
          <Notice tone="info" action={<a href={`/prices/${key}`}>{t('pricing:series.knownNow')}</a>}>
            {t(history.length > 0 ? 'pricing:series.knownThen' : 'pricing:series.knownNothing', {
              date: format.date(knownOn),
            })}
          </Notice>
        ) : null}
        {latest && !knownOn ? (
          <KeyFigures>
            <KeyFigure
              label={t('pricing:series.latest', { period: format.date(latest.period, 'month') })}
              value={price(latest.value)}
              note={unit}
              noteTone="plain"
            />
            <Change label={t('pricing:series.monthChange')} pct={latest.monthPct} />
            <Change label={t('pricing:series.yearChange')} pct={latest.yearPct} />
            <KeyFigure
              label={t('pricing:series.age')}
              value={t('pricing:series.days', { days: latest.ageDays })}
              note={t(STATE_LABEL[latest.state], { days: latest.ageDays })}
              noteTone={latest.state === 'fresh' ? 'good' : 'warn'}
            />
          </KeyFigures>
        ) : null}
        <TenYears series={series} history={history} />
        <KnownOnForm href={`/prices/${key}`} typed={asked.typed} today={today} problem={problem} />
        <RevisionsCard revisions={revisions} price={price} />
        <AboutFigures
          series={series}
          extra={[
            { term: t('pricing:about.unit'), value: `${currency} ${unit}` },
            {
              term: t('pricing:about.frequency'),
              value: t(isOwnSeries(key) ? 'pricing:feeds.monthly' : 'pricing:about.monthly'),
            },
            {
              term: t('pricing:about.staleness'),
              value: t('pricing:about.stalenessText', { fresh: series.freshDays, stale: series.staleDays }),
            },
          ]}
        />
      </Stack>
    </>
  );
}

/** A day is said as the reader writes days; what is none, as it was typed, beside one as an example. */
function useKnownOnProblem({ typed, problem }: KnownOn, today: string): string | null {
  const { t } = useTranslation();
  const format = useFormat();
  if (!problem) return null;
  const params = isDay(typed) ? { typed: format.date(typed), today: format.date(today) } : { typed, today };
  return t(problem.messageKey, params);
}

/** What was known on an earlier day: values that were corrected since are shown as they were. */
function KnownOnForm(props: { href: string; typed: string; today: string; problem: string | null }) {
  const { href, typed, today, problem } = props;
  const { t } = useTranslation();
  return (
    <Card title={t('pricing:series.knownTitle')} sub={t('pricing:series.knownText')}>
      <form method="get" action={href} className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 grow sm:max-w-xs">
          <TextInput
            type="date"
            name="knownOn"
            label={t('pricing:series.knownDay')}
            max={today}
            defaultValue={typed}
            error={problem}
            required
          />
        </div>
        <Button kind="quiet">{t('pricing:series.knownShow')}</Button>
      </form>
    </Card>
  );
}

function Change({ label, pct }: { label: string; pct: string | null }) {
  return (
    <div className="min-w-0 border-l-[3px] border-edge pl-3.5">
      <p className="text-sm text-soft">{label}</p>
      <p className="font-display text-2xl leading-tight sm:text-[2.125rem] font-semibold">
        <ChangeText pct={pct} />
      </p>
    </div>
  );
}

/** `05/2026`: short enough for an axis on a phone, and read alike in every language of ours. */
function shortMonth(period: string): string {
  const [year, month] = period.split('-');
  return `${month}/${year}`;
}

function TenYears({ series: { commodity, currency, per }, history }: Pick<SeriesPage, 'series' | 'history'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const ends = extremes(history);
  if (!ends) return null;
  const price = (value: string): string => format.price(value, currency, 2);
  const month = (period: string): string => format.date(period, 'month');
  const name = commodityText(t, commodity);
  return (
    <Card title={t('pricing:series.chart')}>
      <LineChart
        title={name}
        description={t('pricing:series.chartText', {
          first: price(ends.first.value),
          from: month(ends.first.period),
          last: price(ends.last.value),
          to: month(ends.last.period),
          low: price(ends.low.value),
          high: price(ends.high.value),
        })}
        unit={`${currency} ${perText(t, per)}`}
        series={[
          {
            key: 'price',
            label: name,
            area: true,
            points: history.map((row) => ({
              x: row.period,
              label: shortMonth(row.period),
              value: row.value,
              text: price(row.value),
              mark: row.state === 'revised' ? t('pricing:series.corrected') : undefined,
            })),
          },
        ]}
        formatY={(value) => format.number(value)}
        height={260}
        words={{ table: t('pricing:series.table'), x: t('pricing:series.period') }}
      />
      {history.some((row) => row.state === 'revised') ? (
        <p className="mt-2 text-sm text-soft">{t('pricing:series.marks')}</p>
      ) : null}
    </Card>
  );
}
