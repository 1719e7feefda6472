import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { readForm } from '#app/platform/http/form.server';
import { liteCookie } from '#app/platform/http/lite-mode.server';
import { localPath } from '#app/platform/http/request-values';
import { localeCookie } from '#app/platform/i18n/reader-locale.server';
import { isLocale } from '#app/platform/i18n/locales';

export function loader() {
  return redirect('/');
}

/** The header's language and data saver menu. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const headers = new Headers();
  const locale = form.text('locale');
  if (isLocale(locale)) headers.append('Set-Cookie', await localeCookie.serialize(locale));
  const lite = form.text('lite');
  if (lite === 'on' || lite === 'off') headers.append('Set-Cookie', await liteCookie.serialize(lite));
  return redirect(localPath(form.text('returnTo')), { status: 303, headers });
}
