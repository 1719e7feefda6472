import { asCurrency, isCurrency } from '#app/money/currency';
import type { Deps } from '#app/platform/deps';
import { formatsFor } from '#app/platform/i18n/format';
import type { Locale } from '#app/platform/i18n/locales';
import { translator } from '#app/platform/i18n/translator.server';
import { smsLength, toGsm7 } from '#app/platform/sms/gsm7';
import { fxRate } from '#app/prices/rates/fx-rate.server';
import { isLocalSeries, isOwnSeries } from '#app/prices/series/own-series';
import { publisher } from '#app/prices/series/publisher';
import { listSeriesWithLatest, type SeriesLatest } from '#app/prices/series/list-series-with-latest.server';
import type { Period } from '#app/prices/series/period';
import { COMMODITY_KEY } from '#app/prices/series/commodity-keys';
import { shippedText } from '#app/platform/i18n/shipped-text';
import { localPrice } from '#app/prices/series/local-price';

export type Bulletin = { text: string; month: Period; characters: number; messages: number };

type Wish = { locale: Locale; minerals: readonly string[]; currency: string };

/**
 * The newest prices of some minerals in one text message: by the gram or kilogram, in local money where a rate is known, with month, rate and source. Null
 * where none of them has a price that may still be used.
 */
export async function composeBulletin(deps: Pick<Deps, 'db' | 'clock'>, wish: Wish): Promise<Bulletin | null> {
  return (await bulletinWriter(deps))(wish);
}

/** Reads the prices once, for many cooperatives. */
export async function bulletinWriter(
  deps: Pick<Deps, 'db' | 'clock'>,
): Promise<(wish: Wish) => Promise<Bulletin | null>> {
  // What traders pay somewhere is no reference: whoever got it as one would sell below it.
  const references = (await listSeriesWithLatest(deps)).filter(({ key }) => !isLocalSeries(key));
  const series = references.sort((a, b) => Number(isOwnSeries(a.key)) - Number(isOwnSeries(b.key)));
  const on = deps.clock.now().toISOString().slice(0, 10);
  return async ({ locale, minerals, currency }) => {
    const told = minerals.flatMap((mineral) =>
      series.filter((one) => one.commodity === mineral && isUsable(one)).slice(0, 1),
    );
    const [first] = told;
    const month = told
      .flatMap(({ latest }) => latest?.period ?? [])
      .sort()
      .at(-1);
    if (!first || month === undefined) return null;
    const base = asCurrency(first.currency);
    const rate = isCurrency(currency) ? await fxRate(deps, { base, quote: currency, on }) : null;
    const { number, date } = formatsFor(locale);
    const t = translator(locale);
    const prices = told.map((one) => {
      const price = localPrice(
        { value: one.latest?.value ?? '', currency: one.currency, per: one.per },
        rate && one.currency === base ? { currency, rate: rate.rate } : null,
      );
      const own = one.latest?.period === month ? '' : ` (${one.latest?.period ?? ''})`;
      return `${t(PURE_KEY[one.commodity] ?? COMMODITY_KEY[one.commodity] ?? '')} ${number(price.value)} ${price.currency}/${price.per}${own}`;
    });
    const parts = { month: date(month, 'month'), prices: prices.join(', '), source: shippedText(t, publisher(first)) };
    const text = toGsm7(
      rate
        ? t('pricing:bulletin.smsRate', {
            ...parts,
            rate: number(rate.rate, { maxDecimals: 4 }),
            base,
            currency,
            on: rate.date,
          })
        : t('pricing:bulletin.sms', parts),
    );
    return { text, month, ...smsLength(text) };
  };
}

/** A miner's gold is not pure: whoever took the price for that of the own gold would feel cheated by every honest buyer. */
const PURE_KEY: Record<string, string> = {
  gold: 'pricing:bulletin.pure.gold',
  silver: 'pricing:bulletin.pure.silver',
  platinum: 'pricing:bulletin.pure.platinum',
};

function isUsable({ latest }: SeriesLatest): boolean {
  return latest !== null && latest.state !== 'expired';
}
