import { isMineral } from '#app/catalogue/forms/minerals';
import { MINERAL_LABEL } from '#app/catalogue/lots/labels';
import type { SeriesLatest } from '#app/pricing/series/list-series-with-latest.server';
import { Sparkline } from '#app/ui/charts/sparkline';
import { Card } from '#app/ui/layout/card';
import { useWords } from '../use-words';

/** Today's reference price of what the cooperative makes, with its source and age. */
export function PricesCard({ prices }: { prices: readonly SeriesLatest[] }) {
  const { t } = useWords();
  return (
    <Card title={t('programme:today.prices')} actions={<a href="/prices">{t('programme:overview.all')}</a>}>
      {prices.length === 0 ? <p className="text-[0.9375rem]">{t('programme:today.noPrices')}</p> : null}
      <ul className="divide-y divide-line">
        {prices.map((series) => (
          <PriceLine key={series.key} series={series} />
        ))}
      </ul>
      <p className="mt-3">
        <a href="/cooperative/bulletin" className="inline-flex min-h-11 items-center">
          {t('pricing:bulletin.link')}
        </a>
      </p>
    </Card>
  );
}

function PriceLine({
  series: { key, commodity, currency, per, latest, recent, source, licence },
}: {
  series: SeriesLatest;
}) {
  const { t, format } = useWords();
  if (!latest) return null;
  const name = isMineral(commodity) ? t(MINERAL_LABEL[commodity]) : commodity;
  const change =
    latest.yearPct === null
      ? ''
      : t('programme:today.overYear', { change: format.percent(latest.yearPct, 1, { signed: true }) });
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <div className="flex items-center justify-between gap-4">
        <a href={`/prices/${key}`} className="inline-flex min-h-11 min-w-0 items-center font-semibold sm:min-h-8">
          {name}
        </a>
        <Sparkline values={recent.map(({ value }) => value)} label={change || name} />
      </div>
      <p className="font-display text-xl font-semibold">
        <span className="whitespace-nowrap">{format.price(latest.value, currency, 2)}</span>{' '}
        <span className="font-sans text-sm font-normal text-soft">/ {per}</span>
      </p>
      <p className="text-sm text-soft">
        {change ? `${change} · ` : ''}
        {t('programme:today.priceOf', { month: format.date(latest.period, 'month'), days: latest.ageDays })}
      </p>
      <p className="text-sm text-soft">
        {source}, {licence}
      </p>
    </li>
  );
}
