import { dayOf } from '#app/money/calendar-day';
import { Feed } from 'feed';
import { plain } from '#app/money/decimal';
import type { Deps } from '#app/platform/deps';
import { formatsFor } from '#app/platform/i18n/format';
import type { Locale } from '#app/platform/i18n/locales';
import { translator } from '#app/platform/i18n/translator.server';
import { COMMODITY_KEY } from './commodity-keys';
import { periodOf } from './period';

const ENTRIES = 36;

/**
 * News of one series as Atom: an entry whenever a value came into force, also where it corrects an older one, from the newest month back: a file that fills in
 * sixty years of history is no news. Null where there is no such series.
 */
export async function seriesFeed(
  deps: Pick<Deps, 'db' | 'clock'>,
  { key, locale, site }: { key: string; locale: Locale; site: string },
): Promise<string | null> {
  // What was typed into an address may hold bytes that the database takes in no text.
  if (!/^[\w.-]{1,64}$/.test(key)) return null;
  const series = await deps.db.series.findUnique({ where: { key } });
  if (!series) return null;
  const rows = await deps.db.observationInForce.findMany({
    where: { seriesKey: key },
    orderBy: [{ period: 'desc' }, { position: 'desc' }],
    take: ENTRIES,
    include: { observation: { select: { kind: true, previousValue: true } } },
  });
  const t = translator(locale);
  const { price, date } = formatsFor(locale);
  const name = COMMODITY_KEY[series.commodity] ? t(COMMODITY_KEY[series.commodity] ?? '') : series.commodity;
  const page = `${site}/prices/${key}`;
  const feed = new Feed({
    id: `${page}.atom`,
    title: `${name} (${series.unit}) – Fairlode`,
    link: page,
    language: locale,
    updated: new Date(Math.max(0, ...rows.map(({ recordedAt }) => recordedAt.getTime()))),
    copyright: series.attribution,
    feedLinks: { atom: `${page}.atom` },
    author: { name: series.source },
    generator: 'Fairlode',
  });
  for (const { period, value, vintageOn, recordedAt, position, observation } of rows) {
    const month = date(periodOf(period), 'month');
    const now = price(plain(value.toFixed()), series.currency, 4);
    const before = observation.kind === 'revised' ? observation.previousValue : null;
    feed.addItem({
      id: `${page}#${periodOf(period)}-${position}`,
      title: `${name}, ${month}: ${now} / ${series.per}`,
      link: page,
      date: recordedAt,
      description: before
        ? t('pricing:series.feedRevised', {
            before: price(plain(before.toFixed()), series.currency, 4),
            published: date(dayOf(vintageOn)),
            source: series.source,
          })
        : t('pricing:series.feedNew', { published: date(dayOf(vintageOn)), source: series.source }),
    });
  }
  return feed.atom1();
}
