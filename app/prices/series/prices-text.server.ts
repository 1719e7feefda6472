import { dayOf } from '#app/money/calendar-day';
import type { Deps } from '#app/platform/deps';
import { formatsFor } from '#app/platform/i18n/format';
import type { Locale } from '#app/platform/i18n/locales';
import { translator } from '#app/platform/i18n/translator.server';
import { toGsm7 } from '#app/platform/sms/gsm7';
import { shippedText } from '#app/platform/i18n/shipped-text';
import { COMMODITY_KEY } from './commodity-keys';
import { listSeriesWithLatest } from './list-series-with-latest.server';
import { isLocalSeries, isOwnSeries } from './own-series';

/** A page must fit here whatever is imported: what comes last is left out, and said to be. */
const MOST_BYTES = 2000;

/**
 * Every newest price as plain text under 2 KB, for the poorest network and for whoever passes it on by SMS: a line each with value, unit, month and age, in
 * letters that every phone has.
 */
export async function pricesText(
  deps: Pick<Deps, 'db' | 'clock'>,
  { locale, site }: { locale: Locale; site: string },
): Promise<string> {
  const t = translator(locale);
  const { number } = formatsFor(locale);
  const known = (await listSeriesWithLatest(deps)).filter((one) => one.latest !== null);
  // What the whole world can look up comes first: it is what stays when the room does not do for all.
  const series = [...known].sort((a, b) => Number(isOwnSeries(a.key)) - Number(isOwnSeries(b.key)));
  const lines = series.map(({ key, commodity, unit, latest, source }) => {
    const plain = COMMODITY_KEY[commodity] ? t(COMMODITY_KEY[commodity]) : commodity;
    const name = isLocalSeries(key) ? `${plain}, ${shippedText(t, source)}, ${t('pricing:feeds.asBought')}:` : plain;
    const age = t('pricing:prices.textAge', { days: latest?.ageDays ?? 0 });
    return `${name} ${number(latest?.value ?? '', { maxDecimals: 4 })} ${unit} ${latest?.period ?? ''} ${age}`;
  });
  const sources = [
    ...new Set(series.map(({ source, licence }) => `${shippedText(t, source)}, ${shippedText(t, licence)}`)),
  ];
  const head = `Fairlode ${dayOf(deps.clock.now())}`;
  const tail = [...sources, `${site}/prices`];
  return fitted({ head, lines, tail, more: t('pricing:prices.textMore') });
}

function fitted({ head, lines, tail, more }: { head: string; lines: string[]; tail: string[]; more: string }): string {
  for (let kept = lines.length; kept >= 0; kept -= 1) {
    const cut = kept < lines.length ? [more] : [];
    const text = `${[head, ...lines.slice(0, kept), ...cut, ...tail].map(toGsm7).join('\n')}\n`;
    if (Buffer.byteLength(text) <= MOST_BYTES) return text;
  }
  return `${toGsm7(head)}\n`;
}
