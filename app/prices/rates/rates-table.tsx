import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { Badge } from '#app/ui/display/badge';
import { Card } from '#app/ui/layout/card';
import { DataTable } from '#app/ui/display/table';
import { shippedText } from '#app/platform/i18n/shipped-text';
import type { RateRow } from './list-rates.server';
import { STATE_LABEL, STATE_TONE } from '../series/labels';

/** Where a pair is known both ways: whether a row counts, and whether both rows are of one day. */
const USE_LABEL = {
  'true-false': 'pricing:rates.use.counts',
  'false-false': 'pricing:rates.use.not',
  'true-true': 'pricing:rates.use.countsSameDay',
  'false-true': 'pricing:rates.use.notSameDay',
} as const;

/** Every known rate with its direction, day, source and age. */
export function RatesTable({ rates, caption }: { rates: readonly RateRow[]; caption: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rates}
      rowKey={({ base, quote }) => `${base}/${quote}`}
      empty={<p className="text-soft">{t('pricing:rates.none')}</p>}
      columns={[
        {
          key: 'pair',
          header: t('pricing:rates.column.pair'),
          rowHeader: true,
          cell: ({ base, quote, other }) => (
            <>
              {t('pricing:rates.direction', { base, quote })}
              {other ? (
                <span className="block text-sm font-normal text-soft">
                  {t(USE_LABEL[`${other.counts}-${other.sameDay}`], {
                    pair: t('pricing:rates.direction', { base: quote, quote: base }),
                  })}
                </span>
              ) : null}
            </>
          ),
        },
        {
          key: 'rate',
          header: t('pricing:rates.column.rate'),
          align: 'end',
          cell: ({ base, quote, rate }) => (
            <>
              <span className="text-[1.0625rem] font-semibold">{format.number(rate, { maxDecimals: 12 })}</span>
              <span className="block text-sm text-soft">
                {quote}/{base}
              </span>
            </>
          ),
        },
        { key: 'on', header: t('pricing:rates.column.on'), align: 'end', cell: ({ on }) => format.date(on) },
        {
          key: 'source',
          header: t('pricing:rates.column.source'),
          cell: ({ source, publishedOn, programme }) => (
            <>
              {shippedText(t, source)}
              <span className="block text-sm text-soft">
                {publishedOn
                  ? t('pricing:rates.publishedOn', { date: format.date(publishedOn) })
                  : programme
                    ? t('pricing:rates.twoOf', { programme })
                    : t('pricing:rates.twoPersons')}
              </span>
            </>
          ),
        },
        {
          key: 'state',
          header: t('pricing:rates.column.state'),
          align: 'end',
          cell: ({ state, ageDays }) => (
            <Badge tone={STATE_TONE[state]}>{t(STATE_LABEL[state], { days: ageDays })}</Badge>
          ),
        },
      ]}
    />
  );
}

/** The rates that count today, below what staff enter. */
export function KnownRates({ rates }: { rates: RateRow[] }) {
  const { t } = useTranslation();
  return (
    <Card title={t('pricing:rates.known')} actions={<a href="/prices/rates">{t('pricing:rates.publicPage')}</a>}>
      <RatesTable rates={rates} caption={t('pricing:rates.known')} />
    </Card>
  );
}
