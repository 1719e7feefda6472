import { useTranslation } from 'react-i18next';
import { LinkButton } from '#app/ui/actions/button';
import { EmptyState } from '#app/ui/display/empty-state';
import { Notice } from '#app/ui/display/notice';
import { Card } from '#app/ui/layout/card';
import { Stack } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import type { BuyerToday } from './buyer-today-page.server';
import { OrdersTable } from './orders-screen';

/** What needs the buyer now, then the last orders. */
export function BuyerTodayScreen({
  accepted,
  toDo,
  recent,
  organisationName,
}: BuyerToday & { organisationName: string }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={t('trading:today.title')}
        sub={organisationName}
        actions={<LinkButton href="/lots">{t('trading:today.find')}</LinkButton>}
      />
      <Stack>
        {accepted ? null : (
          <Notice
            tone="warn"
            title={t('trading:today.notAccepted')}
            action={<a href="/buyer/application">{t('trading:today.application')}</a>}
          >
            {t('trading:today.notAcceptedText')}
          </Notice>
        )}
        <Card title={t('trading:today.toDo')}>
          {toDo.length === 0 ? (
            <p className="text-soft">{t('trading:today.nothing')}</p>
          ) : (
            <OrdersTable items={toDo} side="buyer" />
          )}
        </Card>
        {recent.length === 0 ? (
          <EmptyState
            title={t('trading:orders.none')}
            action={<LinkButton href="/lots">{t('trading:today.find')}</LinkButton>}
          >
            {t('trading:orders.noneText')}
          </EmptyState>
        ) : (
          <Card title={t('trading:today.recent')} actions={<a href="/buyer/orders">{t('trading:today.all')}</a>}>
            <OrdersTable items={recent} side="buyer" />
          </Card>
        )}
      </Stack>
    </>
  );
}
