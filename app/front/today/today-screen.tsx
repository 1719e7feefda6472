import { LotBandBar } from '#app/catalogue/lot-band/lot-band-bar';
import { lotTitle } from '#app/catalogue/vocabulary/lot-title';
import { asCurrency } from '#app/money/currency';
import { LinkButton } from '#app/ui/actions/button';
import { EmptyState } from '#app/ui/display/empty-state';
import { Card } from '#app/ui/layout/card';
import { Columns } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import { productText } from '#app/catalogue/vocabulary/product-text';
import { useWords } from '#app/platform/i18n/use-words';
import type { ComingStage } from './coming-money.server';
import { PricesCard } from './prices-card';
import { TodoCard } from './todo-card';
import type { TodayPage } from './today-page.server';

const STAGE: Record<ComingStage, string> = {
  paid: 'programme:today.stage.paid',
  shipped: 'programme:today.stage.shipped',
  delivered: 'programme:today.stage.delivered',
  prepared: 'programme:today.stage.prepared',
  sent: 'programme:today.stage.sent',
  mismatch: 'programme:today.stage.mismatch',
};

/** A cooperative's first page, made for a phone: what to do, when money comes, what things are worth. */
export function TodayScreen({ page }: { page: TodayPage }) {
  const { t, format } = useWords();
  return (
    <>
      <PageHeader
        title={t('programme:today.title')}
        sub={`${page.name} · ${format.date(page.today)}`}
        actions={
          page.canList ? (
            <LinkButton href="/cooperative/lots/new" icon="plus">
              {t('programme:today.newLot')}
            </LinkButton>
          ) : null
        }
      />
      <Columns
        main={
          <>
            <TodoCard page={page} />
            <Coming page={page} />
          </>
        }
        aside={
          <>
            <PricesCard prices={page.prices} />
            <Lots page={page} />
          </>
        }
      />
    </>
  );
}

function Coming({ page: { coming } }: { page: TodayPage }) {
  const words = useWords();
  const { t, format } = words;
  return (
    <Card title={t('programme:today.coming')} sub={t('programme:today.comingSub')}>
      {coming.length === 0 ? (
        <p className="text-[0.9375rem]">{t('programme:today.nothingComing')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {coming.map((line) => (
            <li
              key={line.orderId}
              className="flex flex-wrap items-baseline justify-between gap-x-4 py-3 first:pt-0 last:pb-0"
            >
              <div className="min-w-0">
                <a
                  href={`/cooperative/orders/${line.orderId}`}
                  className="inline-flex min-h-11 items-center font-semibold sm:min-h-8"
                >
                  {line.number} · {productText(line, words)}
                </a>
                <p className="text-sm text-soft">
                  {line.frozen
                    ? t('programme:today.stage.frozen')
                    : t(STAGE[line.stage], { date: format.date(line.since) })}
                </p>
              </div>
              <p className="ml-auto font-semibold whitespace-nowrap">
                {format.money({ minor: line.amountMinor, currency: asCurrency(line.currency) })}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Lots({ page: { lots, canList } }: { page: TodayPage }) {
  const words = useWords();
  const { t, format } = words;
  return (
    <Card title={t('programme:today.lots')} actions={<a href="/cooperative/lots">{t('programme:overview.all')}</a>}>
      {lots.length === 0 ? (
        <EmptyState
          title={t('programme:today.noLots')}
          action={
            canList ? (
              <LinkButton href="/cooperative/lots/new" kind="quiet">
                {t('programme:today.newLot')}
              </LinkButton>
            ) : null
          }
        >
          {t('programme:today.noLotsText')}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {lots.map((lot) => (
            <li key={lot.id} className="py-3 first:pt-0 last:pb-0">
              <a
                href={`/cooperative/lots/${lot.id}`}
                className="inline-flex min-h-11 items-center font-semibold sm:min-h-8"
              >
                {lotTitle(lot, words)}
              </a>
              <p className="text-sm text-soft">
                {t('programme:today.ask', {
                  price: format.money({ minor: lot.askMinor, currency: asCurrency(lot.currency) }),
                })}
              </p>
              {lot.band ? (
                <LotBandBar band={lot.band} askMinor={lot.askMinor} currency={lot.currency} size="sm" />
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
