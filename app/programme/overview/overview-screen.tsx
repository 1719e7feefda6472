import { Button } from '#app/ui/actions/button';
import { LineChart } from '#app/ui/charts/line-chart';
import type { Series } from '#app/ui/charts/series';
import { EmptyState } from '#app/ui/display/empty-state';
import { KeyFigure, KeyFigures } from '#app/ui/display/key-figure';
import { Notice } from '#app/ui/display/notice';
import { TextInput } from '#app/ui/forms/text-input';
import { Card } from '#app/ui/layout/card';
import { Columns, Stack } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import { CooperativesTable } from '../cooperatives/cooperatives-table';
import { changeText, coverageText, figureText, valueText } from '../indicators/figure-text';
import { INDICATORS, type IndicatorKey } from '../indicators/indicators';
import { useWords } from '#app/platform/i18n/use-words';
import { monthPoints, shareAxis } from './month-points';
import { NeedsList } from './needs-list';
import type { OverviewPage } from './overview-page.server';

const FIRST = ['retained-share', 'uplift', 'womens-share', 'days-to-money'] as const;
const FURTHER = ['realisation', 'under-floor'] as const;

export function OverviewScreen({ page }: { page: OverviewPage }) {
  const { t, format } = useWords();
  const { period, orders, unrated, cooperatives, isPast } = page;
  return (
    <>
      <PageHeader
        title={t('programme:overview.title')}
        sub={t('programme:overview.sub', {
          from: format.date(period.months[0] ?? '', 'month'),
          to: format.date(period.months.at(-1) ?? '', 'month'),
          cooperatives: cooperatives.length,
          orders,
          asOf: format.date(period.asOf),
        })}
      />
      {isPast ? (
        <div className="mb-6">
          <Notice tone="info" action={<a href="/programme">{t('programme:overview.today')}</a>}>
            {t('programme:overview.past', { date: format.date(period.asOf) })}
          </Notice>
        </div>
      ) : null}
      <KeyFigures>
        {FIRST.map((key) => (
          <Figure key={key} name={key} page={page} />
        ))}
      </KeyFigures>
      <Stack>
        <Columns
          main={<WhereItWent page={page} />}
          aside={
            <Card title={t('programme:need.title')}>
              <NeedsList needs={page.needs} decides={page.decides} />
            </Card>
          }
        />
        <Card
          title={t('programme:cooperatives.title')}
          actions={<a href="/programme/cooperatives">{t('programme:overview.all')}</a>}
        >
          {cooperatives.length === 0 ? (
            <EmptyState title={t('programme:cooperatives.none')} icon="people">
              {t('programme:cooperatives.noneText')}
            </EmptyState>
          ) : (
            <CooperativesTable lines={cooperatives} />
          )}
        </Card>
        <Columns main={<Further page={page} />} aside={<AsOf asOf={period.asOf} refused={page.refusedDay} />} />
        {unrated > 0 ? (
          <p className="text-sm text-soft">{t('programme:overview.unrated', { count: unrated })}</p>
        ) : null}
      </Stack>
    </>
  );
}

/** One figure with what places it: its change on the year before, or what it covers. */
function Figure({ name, page }: { name: IndicatorKey; page: OverviewPage }) {
  const words = useWords();
  const { t } = words;
  const figure = page.figures[name];
  const late = page.needs.find(({ need }) => need === 'late-payout');
  const change = changeText(name, figure.change, words);
  const covers = { text: coverageText(name, figure, words), tone: 'plain' as const };
  const note =
    name === 'days-to-money' && late
      ? { text: t('programme:overview.latePayouts', { count: late.count }), tone: 'warn' as const }
      : name === 'retained-share' || name === 'days-to-money'
        ? (change ?? covers)
        : { ...covers, tone: figure.value === null ? ('plain' as const) : ('good' as const) };
  return (
    <KeyFigure
      label={t(INDICATORS[name].nameKey)}
      value={figureText(name, figure, words)}
      note={note.text}
      noteTone={note.tone}
      href={`/programme/indicators/${name}`}
    />
  );
}

function WhereItWent({ page }: { page: OverviewPage }) {
  const words = useWords();
  const { t, format } = words;
  const month = (name: string) => format.date(name, 'month-short');
  const percent = (value: string) => format.percent(value, 1);
  const retained = page.figures['retained-share'].value;
  const baseline = monthPoints(
    page.baselineByMonth.map(({ month: name, sharePct }) => ({ month: name, value: sharePct })),
    month,
    percent,
  );
  const series: Series[] = [
    {
      key: 'retained',
      label: t('programme:overview.retainedLine'),
      points: monthPoints(page.retainedByMonth, month, percent),
      tone: 'green',
      area: true,
    },
    ...(baseline.length > 0
      ? [
          {
            key: 'baseline',
            label: t('programme:overview.baselineLine'),
            points: baseline,
            tone: 'oxide' as const,
            dashed: true,
          },
        ]
      : []),
  ];
  return (
    <Card title={t('programme:overview.whereTitle')} sub={t('programme:overview.whereSub')}>
      {retained === null ? (
        <EmptyState title={t('programme:overview.noOrders')} icon="coins">
          {t('programme:overview.noOrdersText')}
        </EmptyState>
      ) : (
        <LineChart
          title={t('programme:overview.whereTitle')}
          description={t('programme:overview.whereText', {
            retained: percent(retained),
            baseline: page.baselinePct === null ? t('programme:figure.noData') : percent(page.baselinePct),
          })}
          series={series}
          {...shareAxis(series, format)}
          words={{ table: t('programme:overview.table'), x: t('programme:overview.month') }}
        />
      )}
      <p className="mt-2 text-sm">
        <a href="/programme/indicators/retained-share">{t('programme:overview.whatCounts')}</a>
      </p>
    </Card>
  );
}

function Further({ page }: { page: OverviewPage }) {
  const words = useWords();
  const { t } = words;
  return (
    <Card title={t('programme:overview.further')}>
      <ul className="divide-y divide-line">
        {FURTHER.map((key) => {
          const figure = page.figures[key];
          return (
            <li
              key={key}
              className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3 first:pt-0 last:pb-0"
            >
              <div className="min-w-0">
                <a
                  href={`/programme/indicators/${key}`}
                  className="inline-flex min-h-11 items-center font-semibold sm:min-h-8"
                >
                  {t(INDICATORS[key].nameKey)}
                </a>
                <p className="text-sm text-soft">{coverageText(key, figure, words)}</p>
              </div>
              <p className="font-display text-xl font-semibold">
                {figure.value === null ? '–' : valueText(key, figure.value, words)}
              </p>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function AsOf({ asOf, refused }: { asOf: string; refused: boolean }) {
  const { t } = useWords();
  return (
    <Card title={t('programme:overview.asOfTitle')} sub={t('programme:overview.asOfSub')} tone="sand">
      <form method="get" className="space-y-4">
        <TextInput
          name="asOf"
          type="date"
          label={t('programme:overview.asOfDay')}
          defaultValue={asOf}
          error={refused ? t('programme:overview.asOfRefused') : undefined}
        />
        <Button kind="quiet">{t('programme:overview.show')}</Button>
      </form>
    </Card>
  );
}
