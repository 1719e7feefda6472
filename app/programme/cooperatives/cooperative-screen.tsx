import type { Problem } from '#app/platform/http/problems';
import { LineChart } from '#app/ui/charts/line-chart';
import { DefinitionList } from '#app/ui/display/definition-list';
import { EmptyState } from '#app/ui/display/empty-state';
import { KeyFigure, KeyFigures } from '#app/ui/display/key-figure';
import { Badge } from '#app/ui/display/badge';
import { Card } from '#app/ui/layout/card';
import { Columns } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import { LinkButton } from '#app/ui/actions/button';
import { BaselineCard } from '../baselines/baseline-card';
import { changeText, coverageText, dollarsText, figureText } from '../indicators/figure-text';
import { INDICATORS } from '../indicators/indicators';
import { OrdersTable } from '../indicators/orders-table';
import { monthPoints, shareAxis } from '../overview/month-points';
import { useWords } from '#app/platform/i18n/use-words';
import { ApplicationBadge } from './application-badge';
import type { CooperativePage } from './cooperative-page.server';

export type CooperativeScreenProps = {
  page: CooperativePage;
  requestId: string;
  values: Record<string, string>;
  problems: Problem[];
};

const FIGURES = ['retained-share', 'uplift', 'womens-share', 'days-to-money'] as const;

export function CooperativeScreen(props: CooperativeScreenProps) {
  const { page } = props;
  const words = useWords();
  const { t, format } = words;
  const { cooperative, figures } = page;
  return (
    <>
      <PageHeader
        breadcrumbs={{
          label: t('programme:trail.label'),
          items: [
            { label: t('programme:cooperatives.title'), href: '/programme/cooperatives' },
            { label: cooperative.name },
          ],
        }}
        title={cooperative.name}
        sub={`${cooperative.district ? `${cooperative.district}, ` : ''}${format.country(cooperative.countryCode)}`}
        badges={
          <>
            <ApplicationBadge state={cooperative.application} />
            {cooperative.womenLed ? <Badge>{t('programme:cooperative.womenLed')}</Badge> : null}
          </>
        }
        actions={
          <>
            <LinkButton kind="quiet" href={`/programme/cooperatives/${cooperative.id}/charges`}>
              {t('programme:cooperative.charges')}
            </LinkButton>
            <LinkButton kind="quiet" href={`/programme/applications/${cooperative.id}`}>
              {t('programme:cooperative.application')}
            </LinkButton>
          </>
        }
      />
      <KeyFigures>
        {FIGURES.map((key) => {
          const change = changeText(key, figures[key].change, words);
          return (
            <KeyFigure
              key={key}
              label={t(INDICATORS[key].nameKey)}
              value={figureText(key, figures[key], words)}
              note={change?.text ?? coverageText(key, figures[key], words)}
              noteTone={change?.tone ?? 'plain'}
              href={`/programme/indicators/${key}?cooperative=${cooperative.id}`}
            />
          );
        })}
      </KeyFigures>
      <Columns
        main={
          <>
            <Retained page={page} />
            <Money page={page} />
          </>
        }
        aside={
          <>
            <Profile page={page} />
            <Members page={page} />
            <BaselineCard
              {...props}
              baselines={page.baselines}
              canWrite={page.canWriteBaseline}
              currency={cooperative.currency}
            />
          </>
        }
      />
    </>
  );
}

function Retained({ page }: { page: CooperativePage }) {
  const { t, format } = useWords();
  const percent = (value: string) => format.percent(value, 1);
  const points = monthPoints(page.retainedByMonth, (month) => format.date(month, 'month-short'), percent);
  if (points.length === 0) return null;
  return (
    <Card title={t('programme:overview.whereTitle')} sub={t('programme:overview.whereSub')}>
      <LineChart
        title={t('programme:overview.whereTitle')}
        description={t('programme:indicatorPage.chartText', {
          value: percent(page.figures['retained-share'].value ?? '0'),
        })}
        series={[{ key: 'retained', label: t('programme:overview.retainedLine'), points, tone: 'green', area: true }]}
        {...shareAxis([{ points }], format)}
        words={{ table: t('programme:overview.table'), x: t('programme:overview.month') }}
      />
    </Card>
  );
}

function Money({ page }: { page: CooperativePage }) {
  const { t } = useWords();
  const { cooperative, recent, hasMore } = page;
  const all = `/programme/indicators/retained-share?cooperative=${cooperative.id}#orders`;
  return (
    <Card
      title={t('programme:cooperative.money')}
      sub={t('programme:indicatorPage.ordersSub')}
      actions={hasMore ? <a href={all}>{t('programme:overview.all')}</a> : null}
    >
      {recent.length === 0 ? (
        <EmptyState title={t('programme:overview.noOrders')} icon="coins">
          {t('programme:overview.noOrdersText')}
        </EmptyState>
      ) : (
        <OrdersTable orders={recent} indicator="retained-share" hideCooperative />
      )}
    </Card>
  );
}

function Profile({ page }: { page: CooperativePage }) {
  const words = useWords();
  const { t, format } = words;
  const { cooperative, salesUsd, orders, unrated } = page;
  return (
    <Card
      title={t('programme:cooperative.profile')}
      actions={
        cooperative.acceptedOn === null ? null : (
          <a href={`/cooperatives/${cooperative.slug}`}>{t('programme:cooperative.public')}</a>
        )
      }
    >
      {cooperative.description ? <p className="mb-3 text-[0.9375rem]">{cooperative.description}</p> : null}
      <DefinitionList
        items={[
          {
            term: t('programme:cooperatives.salesUsd'),
            value: dollarsText(salesUsd, words),
            hint: t('programme:cooperative.orders', { count: orders }),
          },
          { term: t('programme:cooperative.currency'), value: cooperative.currency },
          ...(cooperative.acceptedOn
            ? [{ term: t('programme:cooperative.acceptedOn'), value: format.date(cooperative.acceptedOn) }]
            : []),
        ]}
      />
      {unrated > 0 ? (
        <p className="mt-3 text-sm text-soft">{t('programme:overview.unrated', { count: unrated })}</p>
      ) : null}
    </Card>
  );
}

function Members({ page: { members } }: { page: CooperativePage }) {
  const { t, format } = useWords();
  const { total, bySex } = members;
  return (
    <Card title={t('programme:cooperative.members')} sub={t('programme:cooperative.membersSub')}>
      {bySex === null ? (
        <p className="text-[0.9375rem]">
          {total === 0 ? t('programme:cooperative.noMembers') : t('programme:figure.tooFew')}
        </p>
      ) : (
        <DefinitionList
          items={[
            { term: t('programme:cooperatives.women'), value: format.number(bySex.female) },
            { term: t('programme:cooperative.men'), value: format.number(bySex.male) },
            { term: t('programme:sex.unknown'), value: format.number(bySex.unknown) },
            { term: t('programme:cooperative.total'), value: <b>{format.number(total)}</b> },
          ]}
        />
      )}
    </Card>
  );
}
