import type { LocalPriceFacts } from './proposal-facts.schema';

/** `local.tz.geita.gold`: one series for a mineral in a district. Null where the district's name leaves no letters of a key. */
export function localSeriesKey({
  country,
  district,
  commodity,
}: Pick<LocalPriceFacts, 'country' | 'district' | 'commodity'>): string | null {
  const place = district
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 30)
    .replace(/-$/, '');
  return place ? `local.${country.toLowerCase()}.${place}.${commodity}` : null;
}

/** The row of such a series. Its text is kept as data, like a publisher's own name. */
export function localSeries(facts: LocalPriceFacts, { key, programmeName }: { key: string; programmeName: string }) {
  const { commodity, currency, per, district, country } = facts;
  return {
    key,
    commodity,
    currency,
    per,
    source: `Pit traders, ${district} (${country})`,
    licence: 'Own record, to be quoted with its source',
    attribution: `Pit traders, ${district} (${country}), recorded by staff of ${programmeName}`,
    // Made when it is read (series/own-series.ts): this site may move.
    pageUrl: '',
    freshDays: 45,
    staleDays: 100,
    quarantinePct: '40',
  };
}
