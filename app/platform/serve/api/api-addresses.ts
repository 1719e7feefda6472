const READ = 'GET, HEAD, OPTIONS';
const POSTED = 'POST, OPTIONS';

/** Every address of the API by its path as in routes.ts, and what it takes: known in front of the pages, which never see a method that they do not take. */
export const API_ADDRESSES: Readonly<Record<string, typeof READ | typeof POSTED>> = {
  '/api/v1/valuations': POSTED,
  '/api/v1/bands': POSTED,
  '/api/v1/methods': READ,
  '/api/v1/series': READ,
  '/api/v1/series/:seriesKey/observations': READ,
  '/api/v1/series/:seriesKey/observations.csv': READ,
  '/api/v1/lots': READ,
  '/api/v1/lots/:lotId': READ,
  '/api/v1/evidence/:hash': READ,
  '/api/v1/openapi.json': READ,
};

const PATTERNS = Object.entries(API_ADDRESSES).map(([path, methods]) => ({
  // As the pages read an address: with a slash at its end or without.
  pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}/?$`),
  methods,
}));

/** The methods that an address takes, as a header says them; null where nothing is. */
export function methodsAt(path: string): string | null {
  return PATTERNS.find(({ pattern }) => pattern.test(path))?.methods ?? null;
}
