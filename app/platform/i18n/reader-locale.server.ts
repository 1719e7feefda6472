import type { IncomingMessage } from 'node:http';
import { match } from '@formatjs/intl-localematcher';
import accepts from 'accepts';
import { LRUCache } from 'lru-cache';
import { preferenceCookie } from '../http/preference-cookie.server';
import { isLocale, LOCALES, type Locale } from './locales';

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

/** Browsers of one kind and place all send the same: what was worked out for one is found again. */
const negotiated = new LRUCache<string, Locale>({ max: 500 });

/** Best of our languages for an Accept-Language header; English where none fits. */
export function negotiateLocale(acceptLanguage: string | null): Locale {
  if (acceptLanguage === null) return 'en';
  const known = negotiated.get(acceptLanguage);
  if (known) return known;
  const wanted = acceptsOf(acceptLanguage).filter(isLanguageTag);
  // `lookup` takes away parts of a tag until one is ours; `best fit` would also guess at neighbours.
  const locale = match(wanted, LOCALES, 'en', { algorithm: 'lookup' }) as Locale;
  negotiated.set(acceptLanguage, locale);
  return locale;
}

/** By preference; what is not accepted (`q=0`) is left out. */
function acceptsOf(acceptLanguage: string): string[] {
  return accepts({ headers: { 'accept-language': acceptLanguage } } as IncomingMessage).languages();
}

/** A star and what browsers make up are no tags, and the matcher takes nothing else. */
function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}
