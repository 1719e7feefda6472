import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { Sparkline } from '#app/ui/charts/sparkline';
import { Badge } from '#app/ui/display/badge';
import type { SeriesLatest } from './list-series-with-latest.server';
import { publisher } from './publisher';
import { ChangeText } from './change-text';
import { commodityText, STATE_LABEL, STATE_TONE } from './labels';
import { SourceName } from '../vocabulary/source-name';
import { perText } from '../vocabulary/unit-text';

/** What names a row; on a phone the whole row, made for it. */
export function Name({ row }: { row: SeriesLatest }) {
  const { t } = useTranslation();
  const { latest } = row;
  return (
    <>
      <span className="flex items-center justify-between gap-4">
        <a href={`/prices/${row.key}`} className="inline-block py-1 text-lg font-semibold sm:text-[0.9375rem]">
          {commodityText(t, row.commodity)}
        </a>
        <span className="shrink-0 sm:hidden">
          <Trend row={row} />
        </span>
      </span>
      <span className="block font-normal sm:hidden">
        <Price row={row} /> <span className="text-sm text-soft">{perText(t, row.per)}</span>
        {latest ? (
          <span className="mt-1 flex flex-wrap gap-x-4 text-sm">
            <span className="whitespace-nowrap">
              <ChangeText pct={latest.monthPct} /> <span className="text-soft">{t('pricing:prices.month')}</span>
            </span>
            <span className="whitespace-nowrap">
              <ChangeText pct={latest.yearPct} /> <span className="text-soft">{t('pricing:prices.year')}</span>
            </span>
          </span>
        ) : null}
        <span className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1">
          <AgeParts row={row} />
        </span>
      </span>
      <span className="mt-1 block text-sm font-normal text-soft sm:mt-0">
        <SourceName>{publisher(row)}</SourceName>, <SourceName>{row.licence}</SourceName>
      </span>
    </>
  );
}

export function Price({ row }: { row: SeriesLatest }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <span className="text-xl font-semibold whitespace-nowrap sm:text-[1.0625rem]">
      {row.latest ? format.price(row.latest.value, row.currency, 2) : t('pricing:prices.none')}
    </span>
  );
}

export function Trend({ row }: { row: SeriesLatest }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [first, last] = [row.recent[0], row.recent.at(-1)];
  if (!first || !last) return null;
  const label = t('pricing:prices.trendLabel', {
    commodity: commodityText(t, row.commodity),
    first: format.price(first.value, row.currency, 2),
    last: format.price(last.value, row.currency, 2),
  });
  return (
    <span className="inline-block align-middle">
      <Sparkline values={row.recent.map(({ value }) => value)} label={label} />
    </span>
  );
}

export function Age({ row }: { row: SeriesLatest }) {
  return (
    <span className="inline-flex flex-col items-end gap-1">
      <AgeParts row={row} />
    </span>
  );
}

function AgeParts({ row: { latest } }: { row: SeriesLatest }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!latest) return null;
  return (
    <>
      <Badge tone={STATE_TONE[latest.state]}>{t(STATE_LABEL[latest.state], { days: latest.ageDays })}</Badge>
      <span className="text-sm text-soft">
        {format.date(latest.period, 'month')} · {t('pricing:series.days', { days: latest.ageDays })}
      </span>
    </>
  );
}
