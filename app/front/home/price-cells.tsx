import { useTranslation } from 'react-i18next';
import { MineralGlyph } from '#app/catalogue/art/mineral-glyph';
import { isMineral } from '#app/catalogue/products/minerals';
import { MINERAL_LABEL } from '#app/catalogue/vocabulary/labels';
import { useFormat } from '#app/platform/i18n/use-format';
import { Sparkline } from '#app/ui/charts/sparkline';
import { Badge } from '#app/ui/display/badge';
import { Section } from './section';

/** A reference price in force and where it came from. Decimals as text, oldest month first. */
export type HomePrice = {
  key: string;
  commodity: string;
  currency: string;
  per: string;
  source: string;
  licence: string;
  period: string;
  value: string;
  ageDays: number;
  stale: boolean;
  monthPct: string | null;
  year: { period: string; value: string }[];
};

const PER_LABEL: Record<string, string> = { ozt: 'platform:home.prices.perOunce', t: 'platform:home.prices.perTonne' };

function Change({ pct }: { pct: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const size = format.percent(pct.replace('-', ''));
  if (/^0(\.0*)?$/.test(pct)) return <p className="text-sm text-soft">{t('platform:home.prices.same')}</p>;
  return pct.startsWith('-') ? (
    <p className="text-sm font-semibold text-oxide">
      <span aria-hidden="true">▼ </span>
      {t('platform:home.prices.down', { pct: size })}
    </p>
  ) : (
    <p className="text-sm font-semibold text-green">
      <span aria-hidden="true">▲ </span>
      {t('platform:home.prices.up', { pct: size })}
    </p>
  );
}

function PriceCell({ price }: { price: HomePrice }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = isMineral(price.commodity) ? t(MINERAL_LABEL[price.commodity]) : price.commodity;
  const [first, last] = [price.year[0], price.year.at(-1)];
  const month = (period: string) => format.date(period, 'month');
  const per = PER_LABEL[price.per];
  return (
    <li className="relative flex min-w-0 flex-col gap-1 bg-card p-4 hover:bg-sand sm:p-5">
      <div className="flex items-center gap-3">
        <MineralGlyph mineral={price.commodity} />
        <h3 className="min-w-0 grow font-semibold">
          <a
            href={`/prices/${price.key}`}
            className="text-ink no-underline before:absolute before:inset-0 hover:underline"
          >
            {name}
          </a>
        </h3>
        {first && last ? (
          <Sparkline
            values={price.year.map(({ value }) => value)}
            label={t('platform:home.prices.trend', {
              mineral: name,
              first: month(first.period),
              last: month(last.period),
            })}
            width={88}
          />
        ) : null}
      </div>
      <p className="mt-1">
        <span className="font-display text-2xl font-semibold whitespace-nowrap">
          {format.price(price.value, price.currency, 2)}
        </span>{' '}
        <span className="text-sm whitespace-nowrap text-soft">{per ? t(per) : `/ ${price.per}`}</span>
      </p>
      {price.monthPct === null ? null : <Change pct={price.monthPct} />}
      <p className="text-sm text-soft">
        {t('platform:home.prices.age', { month: month(price.period), days: price.ageDays })}{' '}
        {price.stale ? <Badge tone="warn">{t('platform:home.prices.stale')}</Badge> : null}
      </p>
    </li>
  );
}

/** Today's reference prices of a few minerals, each with unit, month, age and change; the source once below. */
export function PriceCells({ prices }: { prices: HomePrice[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const newest = prices
    .map(({ period }) => period)
    .sort()
    .at(-1);
  const sources = [...new Set(prices.map(({ source, licence }) => `${source}, ${licence}`))];
  return (
    <Section
      title={t('platform:home.prices.title')}
      sub={
        newest ? t('platform:home.prices.sub', { month: format.date(newest, 'month') }) : t('platform:home.prices.none')
      }
      link={{ href: '/prices', label: t('platform:home.prices.all') }}
    >
      {prices.length > 0 ? (
        <ul className="grid grid-cols-[minmax(0,1fr)] gap-px overflow-hidden rounded-card border border-line bg-line shadow-card sm:grid-cols-2 lg:grid-cols-3">
          {prices.map((price) => (
            <PriceCell key={price.key} price={price} />
          ))}
        </ul>
      ) : null}
      {sources.map((source) => (
        <p key={source} className="mt-3 text-sm text-soft">
          {t('platform:home.prices.source', { source })}
        </p>
      ))}
    </Section>
  );
}
