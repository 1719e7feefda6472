import { toldBack } from '#app/platform/http/request-values';
import { FORMS, STAGES } from '../products/products';
import { MINERALS } from '../products/minerals';
import { CERTIFICATES, INCOTERMS } from '../products/terms';
import { readTypedDecimal, type Readings } from '#app/money/typed-decimal';

export const SORTS = ['newest', 'fairness', 'mass'] as const;
export type Sort = (typeof SORTS)[number];

export const BAND_POSITIONS = ['below-floor', 'low', 'fair', 'high', 'above-ceiling', 'none'] as const;

/** Facets with a list of choices. The name is the one in the address. */
export const FACETS = ['mineral', 'form', 'stage', 'country', 'certificate', 'incoterm', 'band', 'women'] as const;
export type Facet = (typeof FACETS)[number];

/** Ranges as typed. What cannot be read is kept for the form and left out of the search. */
const RANGES = ['massMin', 'massMax', 'purityMin', 'purityMax'] as const;
export type RangeName = (typeof RANGES)[number];

export type LotSearch = {
  chosen: Record<Facet, readonly string[]>;
  /** Mass in kilograms, purity in percent. */
  ranges: Partial<Record<RangeName, string>>;
  typedRanges: Partial<Record<RangeName, string>>;
  badRanges: readonly RangeName[];
  /** Of the bad ones those that could be two numbers. */
  doubtfulRanges: Partial<Record<RangeName, Readings>>;
  sort: Sort;
  /** What the address asked for and nobody knows, as typed. Left out of the search, and said. */
  unknown: readonly string[];
};

const MAX_UNKNOWN = 5;

const KNOWN: Record<Exclude<Facet, 'country'>, readonly string[]> = {
  mineral: MINERALS,
  form: FORMS,
  stage: STAGES,
  certificate: CERTIFICATES,
  incoterm: INCOTERMS,
  band: BAND_POSITIONS,
  women: ['yes'],
};

/**
 * The address is the state: what it names and we do not know is left out, so that an old link still shows
 * lots, and told to the reader.
 */
export function readLotSearch(params: URLSearchParams, locale?: string): LotSearch {
  const given = (facet: Facet) => [...new Set(params.getAll(facet))].filter((value) => value !== '');
  const chosen = Object.fromEntries(
    FACETS.map((facet) => [
      facet,
      given(facet)
        .filter((value) => isKnown(facet, value))
        .sort(),
    ]),
  ) as unknown as Record<Facet, string[]>;
  const unknown = FACETS.flatMap((facet) => given(facet).filter((value) => !isKnown(facet, value)));
  const search: LotSearch & { badRanges: RangeName[] } = {
    chosen,
    ranges: {},
    typedRanges: {},
    badRanges: [],
    doubtfulRanges: {},
    sort: 'newest',
    unknown: [],
  };
  for (const name of RANGES) {
    const typed = (params.get(name) ?? '').trim().slice(0, 40);
    if (!typed) continue;
    search.typedRanges[name] = typed;
    const max = name.startsWith('purity') ? '100' : '100000000';
    const read = readTypedDecimal(typed, { maxDecimals: 9, max, zero: true, locale });
    // From nothing on is no limit.
    if ('value' in read) {
      if (read.value !== '0') search.ranges[name] = read.value;
    } else {
      search.badRanges.push(name);
      if (read.readings) search.doubtfulRanges[name] = read.readings;
    }
  }
  const sort = params.get('sort');
  search.sort = SORTS.find((known) => known === sort) ?? 'newest';
  if (sort !== null && sort !== '' && sort !== search.sort) unknown.push(sort);
  search.unknown = unknown.slice(0, MAX_UNKNOWN).map(toldBack);
  return search;
}

function isKnown(facet: Facet, value: string): boolean {
  return facet === 'country' ? /^[A-Z]{2}$/.test(value) : KNOWN[facet].includes(value);
}

/** The address of a search, in one order, so that equal searches have equal addresses. */
export function searchParams(
  search: LotSearch,
  change: { sort?: Sort; after?: string | null; without?: { facet: Facet; value: string } } = {},
): URLSearchParams {
  const params = new URLSearchParams();
  for (const facet of FACETS)
    for (const value of search.chosen[facet])
      if (change.without?.facet !== facet || change.without.value !== value) params.append(facet, value);
  for (const name of RANGES) if (search.typedRanges[name]) params.set(name, search.typedRanges[name]);
  const sort = change.sort ?? search.sort;
  if (sort !== 'newest') params.set('sort', sort);
  if (change.after) params.set('after', change.after);
  return params;
}

export function searchHref(search: LotSearch, change: Parameters<typeof searchParams>[1] = {}): string {
  const text = searchParams(search, change).toString();
  return text ? `/lots?${text}` : '/lots';
}

/** How many facets and ranges narrow the list. */
export function activeFilters(search: LotSearch): number {
  return FACETS.reduce((sum, facet) => sum + search.chosen[facet].length, 0) + Object.keys(search.ranges).length;
}
