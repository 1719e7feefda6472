import type { ReactNode } from 'react';
import { asCurrency } from '#app/money/currency';
import { toMoney } from '#app/money/money';
import { isMineral } from '#app/catalogue/products/minerals';
import { MINERAL_LABEL } from '#app/catalogue/vocabulary/labels';
import { gradeText } from '#app/catalogue/vocabulary/lot-title';
import type { LocalPrice } from '#app/prices/series/local-price';
import { elementText } from '#app/valuation/vocabulary/element-text';
import { shippedText } from '#app/platform/i18n/shipped-text';
import { SourceName } from '#app/prices/vocabulary/source-name';
import { perText } from '#app/prices/vocabulary/unit-text';
import { Sparkline } from '#app/ui/charts/sparkline';
import { Card } from '#app/ui/layout/card';
import { useWords } from '#app/platform/i18n/use-words';
import type { MineralPrice } from './mineral-prices';
import type { TodayPrices } from './today-prices.server';

/** What the cooperative's minerals are worth today, by the gram or kilogram and in its own money, each with its source, month and age. */
export function PricesCard({ prices: { minerals, rate, currency } }: { prices: TodayPrices }) {
  const { t, format } = useWords();
  const converted = minerals.some(({ reference, series }) => reference.currency !== series.currency);
  const [first] = minerals;
  return (
    <Card title={t('programme:today.prices')} actions={<a href="/prices">{t('programme:overview.all')}</a>}>
      {first === undefined ? <p className="text-[0.9375rem]">{t('programme:today.noPrices')}</p> : null}
      <ul className="divide-y divide-line">
        {minerals.map((mineral) => (
          <MineralLines key={mineral.series.key} mineral={mineral} />
        ))}
      </ul>
      {rate && converted ? (
        <Small>
          {t('programme:today.rate', {
            rate: format.number(rate.rate),
            ...{ base: rate.base, quote: rate.quote, date: format.date(rate.on), source: shippedText(t, rate.source) },
          })}
        </Small>
      ) : null}
      {first && !rate && first.series.currency !== currency ? (
        <Small>{t('programme:today.noRate', { base: first.series.currency, quote: currency })}</Small>
      ) : null}
      <p className="mt-3">
        <a href="/cooperative/bulletin" className="inline-flex min-h-11 items-center">
          {t('pricing:bulletin.link')}
        </a>
      </p>
    </Card>
  );
}

function Small({ children }: { children: ReactNode }) {
  return <p className="text-sm text-soft">{children}</p>;
}

const PRECIOUS = ['gold', 'silver', 'platinum'];

function MineralLines({ mineral: { series, latest, reference, floor, trader } }: { mineral: MineralPrice }) {
  const { t, format } = useWords();
  const { commodity } = series;
  const name = isMineral(commodity) ? t(MINERAL_LABEL[commodity]) : commodity;
  const change =
    latest.yearPct === null
      ? ''
      : t('programme:today.overYear', { change: format.percent(latest.yearPct, 1, { signed: true }) });
  return (
    <li className="space-y-2 py-3 first:pt-0">
      <div>
        <div className="flex items-center justify-between gap-4">
          <a
            href={`/prices/${series.key}`}
            className="inline-flex min-h-11 min-w-0 items-center font-semibold sm:min-h-8"
          >
            {name}
          </a>
          <Sparkline values={series.recent.map(({ value }) => value)} label={change || name} />
        </div>
        <Price price={reference} large />
        <Small>
          {t(PRECIOUS.includes(commodity) ? 'programme:today.pure' : 'programme:today.contained')}
          {change ? ` · ${change}` : ''}
        </Small>
        <Small>
          {t('programme:today.world', {
            price: format.price(latest.value, series.currency, 2),
            unit: perText(t, series.per),
            month: format.date(latest.period, 'month'),
            days: latest.ageDays,
          })}
          . <SourceName>{series.source}</SourceName>, {shippedText(t, series.licence)}
        </Small>
      </div>
      {floor ? (
        <div>
          <p className="text-sm font-semibold">{t('programme:today.floor')}</p>
          <Price price={floor} />
          <Small>
            {t('programme:today.floorOf', {
              grade: `${gradeText(floor.grade, { t, format })} ${elementText(t, floor.grade.element)}`,
              method: floor.methodId,
            })}
          </Small>
        </div>
      ) : null}
      {trader ? (
        <div>
          <p className="text-sm font-semibold">{t('programme:today.trader')}</p>
          <Price price={trader} />
          <Small>{t('pricing:feeds.asBought')}</Small>
          <Small>
            {t('programme:today.traderOf', {
              source: shippedText(t, trader.source),
              month: format.date(trader.period, 'month'),
              days: trader.ageDays,
            })}
          </Small>
        </div>
      ) : null}
    </li>
  );
}

function Price({ price: { value, currency, per }, large = false }: { price: LocalPrice; large?: boolean }) {
  const { t, format } = useWords();
  const money = toMoney(value, asCurrency(currency));
  return (
    <p className={large ? 'font-display text-xl font-semibold' : 'font-semibold'}>
      <span className="whitespace-nowrap">{format.money(money, { whole: !value.includes('.') })}</span>{' '}
      <span className="font-sans text-sm font-normal text-soft">{perText(t, per)}</span>
    </p>
  );
}
