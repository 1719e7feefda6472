import { createCookie } from '@remix-run/node';

/** The data saver of the header's menu; kept a year. */
export const liteCookie = createCookie('lite', { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 365 * 24 * 3600 });

/** Whether the reader asked for no scripts and no photos: by our switch, or by the browser's Save-Data. */
export async function isLite(request: Request): Promise<boolean> {
  const chosen: unknown = await liteCookie.parse(request.headers.get('Cookie'));
  if (chosen === 'on') return true;
  if (chosen === 'off') return false;
  return request.headers.get('Save-Data')?.toLowerCase() === 'on';
}
