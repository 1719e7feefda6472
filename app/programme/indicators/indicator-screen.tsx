import { Button } from '#app/ui/actions/button';
import { BarChart } from '#app/ui/charts/bar-chart';
import { LineChart } from '#app/ui/charts/line-chart';
import { Badge } from '#app/ui/display/badge';
import { EmptyState } from '#app/ui/display/empty-state';
import { BigNumber } from '#app/ui/display/big-number';
import { Pagination } from '#app/ui/display/pagination';
import { Select } from '#app/ui/forms/select';
import { Card } from '#app/ui/layout/card';
import { Columns } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import { Tabs } from '#app/ui/layout/tabs';
import { monthPoints, shareAxis } from '../overview/month-points';
import { useWords } from '#app/platform/i18n/use-words';
import { changeText, coverageText, figureText, valueText } from './figure-text';
import type { IndicatorPage } from './indicator-page.server';
import { INDICATOR_KEYS, INDICATORS } from './indicators';
import { OrdersTable } from './orders-table';

export function IndicatorScreen({ page }: { page: IndicatorPage }) {
  const { t, format } = useWords();
  const { key, period } = page;
  return (
    <>
      <PageHeader
        breadcrumbs={{
          label: t('programme:trail.label'),
          items: [{ label: t('programme:trail.overview'), href: '/programme' }, { label: t(INDICATORS[key].nameKey) }],
        }}
        title={t(INDICATORS[key].nameKey)}
        sub={t(INDICATORS[key].meaningKey)}
        badges={<Badge>{t('programme:indicatorPage.version', { version: INDICATORS[key].version })}</Badge>}
      />
      <Tabs
        label={t('programme:indicatorPage.all')}
        items={INDICATOR_KEYS.map((one) => ({
          href: `/programme/indicators/${one}`,
          label: t(INDICATORS[one].nameKey),
          current: one === key,
        }))}
      />
      <Columns
        main={
          <>
            <ByMonth page={page} />
            <ByCooperative page={page} />
          </>
        }
        aside={
          <>
            <Card
              title={t('programme:indicatorPage.value')}
              sub={`${format.date(period.months[0] ?? '', 'month')} – ${format.date(period.months.at(-1) ?? '', 'month')}`}
            >
              <Value page={page} />
            </Card>
            <Definition page={page} />
          </>
        }
        asideFirst
      />
      <div className="mt-5">
        <Orders page={page} />
      </div>
    </>
  );
}

const TONE = { good: 'text-green', warn: 'text-ochre-deep', plain: 'text-soft' } as const;

function Value({ page: { key, figure } }: { page: IndicatorPage }) {
  const words = useWords();
  const change = changeText(key, figure.change, words);
  return (
    <>
      <BigNumber>{figureText(key, figure, words)}</BigNumber>
      {change ? <p className={`text-sm font-semibold ${TONE[change.tone]}`}>{change.text}</p> : null}
      <p className="mt-1 text-sm text-soft">{coverageText(key, figure, words)}</p>
    </>
  );
}

function Definition({ page: { key, unrated } }: { page: IndicatorPage }) {
  const { t } = useWords();
  const { formulaKey, countsKey } = INDICATORS[key];
  return (
    <Card title={t('programme:indicatorPage.definition')}>
      <p className="rounded-control bg-sand px-3 py-2 font-semibold">{t(formulaKey)}</p>
      <p className="mt-3 text-[0.9375rem]">{t(countsKey)}</p>
      <p className="mt-3 text-sm text-soft">{t('programme:indicatorPage.verified')}</p>
      {unrated > 0 ? (
        <p className="mt-3 text-sm text-soft">{t('programme:overview.unrated', { count: unrated })}</p>
      ) : null}
    </Card>
  );
}

function ByMonth({ page: { key, byMonth, figure } }: { page: IndicatorPage }) {
  const words = useWords();
  const { t, format } = words;
  const points = monthPoints(
    byMonth,
    (name) => format.date(name, 'month-short'),
    (value) => valueText(key, value, words),
  );
  return (
    <Card title={t('programme:indicatorPage.byMonth')}>
      {points.length === 0 ? (
        <EmptyState title={t('programme:figure.noData')} icon="clock">
          {t(figure.withheld ? 'programme:figure.tooFew' : 'programme:indicatorPage.noMonths')}
        </EmptyState>
      ) : (
        <LineChart
          title={t(INDICATORS[key].nameKey)}
          description={t('programme:indicatorPage.chartText', { value: figureText(key, figure, words) })}
          series={[{ key, label: t(INDICATORS[key].nameKey), points, tone: 'green', area: true }]}
          {...(INDICATORS[key].unit === 'days'
            ? {
                unit: t('programme:indicatorPage.days'),
                formatY: (value: number) => format.number(value, { maxDecimals: 1 }),
                fromZero: true,
              }
            : shareAxis([{ points }], format))}
          words={{ table: t('programme:overview.table'), x: t('programme:overview.month') }}
        />
      )}
    </Card>
  );
}

function ByCooperative({ page: { key, byCooperative, period } }: { page: IndicatorPage }) {
  const words = useWords();
  const { t } = words;
  if (byCooperative.length === 0) return null;
  return (
    <Card title={t('programme:indicatorPage.byCooperative')}>
      <BarChart
        label={t('programme:indicatorPage.byCooperative')}
        items={byCooperative.map((one) => ({
          key: one.id,
          label: one.name,
          value: one.value,
          text: figureText(key, one, words),
          href: `/programme/indicators/${key}?${new URLSearchParams({ cooperative: one.id, asOf: period.asOf }).toString()}#orders`,
        }))}
      />
    </Card>
  );
}

function Orders({ page }: { page: IndicatorPage }) {
  const { t, format } = useWords();
  const { key, list, chosen, period, byCooperative } = page;
  const address = (after: string) => {
    const query = new URLSearchParams({ asOf: period.asOf, after });
    if (chosen.month) query.set('month', chosen.month);
    if (chosen.cooperativeId) query.set('cooperative', chosen.cooperativeId);
    return `/programme/indicators/${key}?${query.toString()}#orders`;
  };
  return (
    <Card title={t('programme:indicatorPage.orders')} sub={t('programme:indicatorPage.ordersSub')} id="orders">
      <form
        method="get"
        action={`/programme/indicators/${key}#orders`}
        className="mb-4 grid grid-cols-[minmax(0,1fr)] items-end gap-4 sm:grid-cols-[1fr_1fr_auto]"
      >
        <input type="hidden" name="asOf" value={period.asOf} />
        <Select
          name="month"
          label={t('programme:overview.month')}
          options={[
            { value: '', label: t('programme:indicatorPage.everyMonth') },
            ...[...period.months].reverse().map((month) => ({ value: month, label: format.date(month, 'month') })),
          ]}
          defaultValue={chosen.month ?? ''}
        />
        <Select
          name="cooperative"
          label={t('programme:cooperatives.cooperative')}
          options={[
            { value: '', label: t('programme:indicatorPage.everyCooperative') },
            ...byCooperative.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          defaultValue={chosen.cooperativeId ?? ''}
        />
        <Button kind="quiet">{t('programme:overview.show')}</Button>
      </form>
      {list.orders.length === 0 ? (
        <EmptyState title={t('programme:overview.noOrders')} icon="coins">
          {t('programme:overview.noOrdersText')}
        </EmptyState>
      ) : (
        <OrdersTable orders={list.orders} indicator={key} />
      )}
      <Pagination
        label={t('programme:indicatorPage.orders')}
        {...(list.next ? { next: { href: address(list.next), label: t('programme:indicatorPage.older') } } : {})}
      />
    </Card>
  );
}
