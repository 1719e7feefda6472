import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { changeLocale } from '#app/identity/account/change-account.server';
import { optionalPerson } from '#app/identity/require-actor.server';
import { readForm } from '#app/platform/http/form.server';
import { liteCookie } from '#app/platform/http/lite-mode.server';
import { localPath } from '#app/platform/http/request-values';
import { localeCookie, pickedLocaleCookie } from '#app/platform/i18n/reader-locale.server';
import { isLocale } from '#app/platform/i18n/locales';

export function loader() {
  return redirect('/');
}

/** The header's language and data saver menu. A language is kept in the account at once, or when its reader signs in. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  const headers = new Headers();
  const locale = form.text('locale');
  if (isLocale(locale)) {
    const person = await optionalPerson(request, context);
    headers.append('Set-Cookie', localeCookie.serialize(locale));
    if (person) await changeLocale(context.deps, { userId: person.userId, locale });
    else headers.append('Set-Cookie', pickedLocaleCookie.serialize(locale));
  }
  const lite = form.text('lite');
  if (lite === 'on' || lite === 'off') headers.append('Set-Cookie', liteCookie.serialize(lite));
  return redirect(localPath(form.text('returnTo')), { status: 303, headers });
}
