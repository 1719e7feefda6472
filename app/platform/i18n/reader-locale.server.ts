import { preferenceCookie } from '../http/preference-cookie.server';
import { isLocale, negotiateLocale, type Locale } from './locales';

/** What this browser chose in the header's language menu; kept a year. */
export const localeCookie = preferenceCookie('locale', { maxAge: 365 * 24 * 3600 });

/**
 * Marks a language that somebody picked before signing in: it wins over the account's. For a day only, so that on a shared phone it is
 * not taken for the next person's choice.
 */
export const pickedLocaleCookie = preferenceCookie('locale-picked', { maxAge: 24 * 3600 });

type Asked = { headers: Pick<Headers, 'get'> };

/** The language that was picked on this device before signing in, or null. */
export function pickedLocale({ headers }: Asked): Locale | null {
  const picked = pickedLocaleCookie.read(headers.get('Cookie'));
  return isLocale(picked) ? picked : null;
}

/** The language of an answer: the reader's choice, else what the browser asks for, else English. One reading for pages, page cache and plain answers. */
export function localeOf({ headers }: Asked): Locale {
  const chosen = localeCookie.read(headers.get('Cookie'));
  return isLocale(chosen) ? chosen : negotiateLocale(headers.get('Accept-Language'));
}

/** `localeOf` for those who wait for other things too. */
export function readerLocale(request: Asked): Promise<Locale> {
  return Promise.resolve(localeOf(request));
}
