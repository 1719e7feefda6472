import { createCookie } from '@remix-run/node';
import { isLocale, negotiateLocale, type Locale } from './locales';

/** What this browser chose in the header's language menu; kept a year. */
export const localeCookie = createCookie('locale', {
  path: '/',
  httpOnly: true,
  sameSite: 'lax',
  maxAge: 365 * 24 * 3600,
});

/** The language of this answer: the reader's choice, else what the browser asks for, else English. */
export async function readerLocale(request: Request): Promise<Locale> {
  const chosen: unknown = await localeCookie.parse(request.headers.get('Cookie'));
  return isLocale(chosen) ? chosen : negotiateLocale(request.headers.get('Accept-Language'));
}
