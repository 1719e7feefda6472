import { COMMODITY_KEY } from './commodity-keys';
import { SERIES_DEFINITIONS } from './series-definitions';
import type { Freshness } from './staleness';

/** Message keys by the codes of data; written out, so that every key is found by a search. */
type Translate = (key: string, params?: Record<string, string | number>) => string;

export function commodityText(t: Translate, commodity: string): string {
  const key = COMMODITY_KEY[commodity];
  return key ? t(key) : commodity;
}

/** `Gold`, and `Gold, Geita (TZ)` for what traders pay in one place: another price than the world's. */
export function seriesText(t: Translate, { key, commodity }: { key: string; commodity: string }): string {
  const name = commodityText(t, commodity);
  const [, country = '', place = ''] = /^local\.([a-z]{2})\.([^.]+)\./.exec(key) ?? [];
  if (!place) return name;
  const district = place.replace(
    /(^|-)([a-z])/g,
    (_, gap: string, letter: string) => (gap ? ' ' : '') + letter.toUpperCase(),
  );
  return `${name}, ${district} (${country.toUpperCase()})`;
}

/** A delivered key may end in another word than its commodity: `op.tantalite` is of tantalum. */
const DELIVERED = new Map(SERIES_DEFINITIONS.map(({ key, commodity }) => [key, commodity]));

/**
 * The name of a series where only its key is at hand; a key of the operator's own making may have no other.
 */
export function seriesKeyText(t: Translate, key: string): string {
  const commodity = DELIVERED.get(key) ?? key.split('.').at(-1) ?? '';
  return COMMODITY_KEY[commodity] ? seriesText(t, { key, commodity }) : key;
}

export const STATE_LABEL: Record<Freshness, string> = {
  fresh: 'pricing:state.fresh',
  stale: 'pricing:state.stale',
  expired: 'pricing:state.expired',
};

export const STATE_TONE = { fresh: 'good', stale: 'warn', expired: 'bad' } as const satisfies Record<Freshness, string>;
