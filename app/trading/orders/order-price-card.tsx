import { useTranslation } from 'react-i18next';
import { LotBandBar } from '#app/catalogue/lot-band/lot-band-bar';
import { VerdictBadge } from '#app/catalogue/lot-band/verdict-badge';
import { percentOf } from '#app/ledger/waterfall/waterfall';
import { asCurrency } from '#app/money/currency';
import { shippedText } from '#app/platform/i18n/shipped-text';
import { useFormat } from '#app/platform/i18n/use-format';
import { DefinitionList, type Definition } from '#app/ui/display/definition-list';
import { Card } from '#app/ui/layout/card';
import type { OrderPage } from './order-page.server';

/** The price as it was agreed: in its band, against the reference, against the local trader. */
export function OrderPriceCard({ order }: { order: OrderPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { priceMinor, referenceMinor, baselineMinor, band, usd } = order;
  const currency = asCurrency(order.currency);
  const money = (minor: bigint) => format.money({ minor, currency });
  const items: Definition[] = [];
  if (referenceMinor !== null && referenceMinor > 0n) {
    const percent = format.percent(percentOf(priceMinor, referenceMinor));
    items.push({
      term: t('trading:price.reference'),
      value: money(referenceMinor),
      hint: t('trading:price.ofReference', { percent }),
    });
  }
  if (baselineMinor !== null && baselineMinor > 0n) {
    const percent = format.percent(percentOf(order.waterfall.netMinor - baselineMinor, baselineMinor), 1, {
      signed: true,
    });
    items.push({
      term: t('trading:price.baseline'),
      value: money(baselineMinor),
      hint: t('trading:price.uplift', { percent }),
    });
  }
  if (usd && order.currency !== 'USD') {
    items.push({
      term: t('trading:price.usdRate', { currency: order.currency }),
      value: format.number(usd.rate),
      hint: `${shippedText(t, usd.source)} · ${format.date(usd.on)}`,
    });
  }
  return (
    <Card
      title={t('trading:price.title')}
      actions={band ? <VerdictBadge verdict={band.verdict} /> : null}
      sub={t('trading:price.frozen', { date: format.date(order.placedAt) })}
    >
      <p className="font-display text-[1.75rem] leading-tight font-semibold sm:text-[2.125rem]">{money(priceMinor)}</p>
      {band ? (
        <LotBandBar band={band} askMinor={priceMinor} currency={order.currency} />
      ) : (
        <p className="py-3 text-soft">{t('trading:price.noBand')}</p>
      )}
      <DefinitionList items={items} />
    </Card>
  );
}
