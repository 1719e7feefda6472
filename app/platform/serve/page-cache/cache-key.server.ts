import { isLite, liteCookie } from '../../http/lite-mode.server';
import { cookieNames } from '../../http/preference-cookie.server';
import { localeCookie, localeOf, pickedLocaleCookie } from '../../i18n/reader-locale.server';

export type Asked = {
  method: string;
  /** Path with query as it was sent. */
  url: string;
  headers: Pick<Headers, 'get'>;
};

/** `url` is what the answer is made from: the address with nothing in it that its page does not read. */
export type SharedAnswer = { key: string; url: string };

/** Settings of a browser that change what it is shown; any other cookie (a session, a notice) makes the answer one person's own. */
const SHARED_COOKIES = new Set([localeCookie.name, pickedLocaleCookie.name, liteCookie.name]);

/**
 * What a page reads of its query. The API reads the whole of it: what it does not know it refuses, and a refusal is not kept. Series keys have a point
 * (`wb.gold`); what else lies below /prices shows more than the tables that are listened to.
 */
const CACHED: readonly { path: RegExp; query: readonly string[] | 'all' }[] = [
  { path: /^\/prices(\.txt)?$/, query: [] },
  { path: /^\/prices\/[a-z0-9-]+\.[a-z0-9.-]+(?<!\.data)$/, query: ['knownOn'] },
  { path: /^\/verify$/, query: ['hash', 'before'] },
  { path: /^\/api\/v1\/(series|lots|openapi\.json)$/, query: 'all' },
  { path: /^\/api\/v1\/series\/[a-z0-9.-]+\/observations(\.csv)?$/, query: 'all' },
];
const MAX_LENGTH = 300;

/**
 * What makes an answer the same for all who ask alike: address, language, data saver, and the day (ages grow at midnight), each as the page reads it. Null
 * where it is not shared or not worth keeping.
 */
export function sharedAnswer({ method, url, headers }: Asked, day: string): SharedAnswer | null {
  if (method !== 'GET' && method !== 'HEAD') return null;
  const [path = '', query = ''] = splitOnce(url, '?');
  const cached = CACHED.find((one) => one.path.test(path));
  if (!cached || headers.get('authorization') !== null) return null;
  if (cookieNames(headers.get('cookie')).some((name) => !SHARED_COOKIES.has(name))) return null;
  const accept = headers.get('accept');
  if (path.startsWith('/api/') && accept !== null && !accept.includes('*/*') && !accept.includes('json')) return null;
  const read = readQuery(query, cached.query);
  const address = read === '' ? path : `${path}?${read}`;
  if (address.length > MAX_LENGTH) return null;
  const reader = { headers };
  return { key: [day, localeOf(reader), isLite(reader) ? 'lite' : '', address].join(' '), url: address };
}

/** A page reads the first value of a name. */
function readQuery(query: string, names: readonly string[] | 'all'): string {
  const given = new URLSearchParams(query);
  if (names === 'all') return given.toString();
  const read = names.flatMap((name): [string, string][] => {
    const value = given.get(name);
    return value === null ? [] : [[name, value]];
  });
  return new URLSearchParams(read).toString();
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
