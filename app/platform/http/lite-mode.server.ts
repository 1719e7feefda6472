import { preferenceCookie } from './preference-cookie.server';

/** The data saver of the header's menu; kept a year. */
export const liteCookie = preferenceCookie('lite', { maxAge: 365 * 24 * 3600 });

/** Whether the reader asked for no scripts and no photos: by our switch, or by the browser's Save-Data. */
export function isLite({ headers }: { headers: Pick<Headers, 'get'> }): boolean {
  const chosen = liteCookie.read(headers.get('Cookie'));
  if (chosen === 'on') return true;
  if (chosen === 'off') return false;
  return headers.get('Save-Data')?.toLowerCase() === 'on';
}
