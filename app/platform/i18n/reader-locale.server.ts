import { createCookie } from '@remix-run/node';
import { isLocale, negotiateLocale, type Locale } from './locales';

/** What this browser chose in the header's language menu; kept a year. */
export const localeCookie = createCookie('locale', {
  path: '/',
  httpOnly: true,
  sameSite: 'lax',
  maxAge: 365 * 24 * 3600,
});

/**
 * Marks a language that somebody picked before signing in: it wins over the account's. For a day only, so that on a shared phone it is
 * not taken for the next person's choice.
 */
export const pickedLocaleCookie = createCookie('locale-picked', {
  path: '/',
  httpOnly: true,
  sameSite: 'lax',
  maxAge: 24 * 3600,
});

/** The language that was picked on this device before signing in, or null. */
export async function pickedLocale(request: Request): Promise<Locale | null> {
  const picked: unknown = await pickedLocaleCookie.parse(request.headers.get('Cookie'));
  return isLocale(picked) ? picked : null;
}

/** The language of this answer: the reader's choice, else what the browser asks for, else English. */
export async function readerLocale(request: Request): Promise<Locale> {
  const chosen: unknown = await localeCookie.parse(request.headers.get('Cookie'));
  return isLocale(chosen) ? chosen : negotiateLocale(request.headers.get('Accept-Language'));
}
