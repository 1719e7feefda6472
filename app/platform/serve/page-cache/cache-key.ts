import { negotiateLocale } from '../../i18n/locales';

export type Asked = {
  method: string;
  /** Path with query as it was sent. */
  url: string;
  header(name: string): string | undefined;
};

/** Settings of a browser that change what it is shown; any other cookie (a session, a notice) makes the answer one person's own. */
const SHARED_COOKIES = new Set(['locale', 'locale-picked', 'lite']);

/** Series keys have a point (`wb.gold`); what else lies below /prices shows more than the tables that are listened to. */
const CACHED = [
  /^\/prices(\.txt)?$/,
  /^\/prices\/[a-z0-9-]+\.[a-z0-9.-]+$/,
  /^\/verify$/,
  /^\/api\/v1\/(series|lots|openapi\.json)$/,
  /^\/api\/v1\/series\/[a-z0-9.-]+\/observations(\.csv)?$/,
];
const LONGEST = 300;

/**
 * What makes an answer the same for all who ask alike: address, language, data saver, and the day (ages grow at midnight). Null where it is not shared
 * or not worth keeping.
 */
export function cacheKey({ method, url, header }: Asked, day: string): string | null {
  if ((method !== 'GET' && method !== 'HEAD') || url.length > LONGEST) return null;
  const path = url.split('?', 1)[0] ?? '';
  if (!CACHED.some((pattern) => pattern.test(path))) return null;
  if (header('authorization') !== undefined) return null;
  const cookies = readCookies(header('cookie'));
  if (!cookies) return null;
  const accept = header('accept');
  if (path.startsWith('/api/') && accept !== undefined && !accept.includes('*/*') && !accept.includes('json'))
    return null;
  const locale = cookies.get('locale') ?? negotiateLocale(header('accept-language') ?? null);
  const lite = cookies.get('lite') ?? (header('save-data')?.toLowerCase() === 'on' ? 'on' : '');
  return [day, locale, lite, url].join(' ');
}

function readCookies(header: string | undefined): Map<string, string> | null {
  const found = new Map<string, string>();
  if (header === undefined || header === '') return found;
  if (header.length > LONGEST) return null;
  for (const pair of header.split(';')) {
    const [name = '', value = ''] = pair.trim().split('=', 2);
    if (!SHARED_COOKIES.has(name)) return null;
    found.set(name, value);
  }
  return found;
}
