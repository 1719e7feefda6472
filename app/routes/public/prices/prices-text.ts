import type { LoaderFunctionArgs } from '@remix-run/node';
import { readerLocale } from '#app/platform/i18n/reader-locale.server';
import { pricesText } from '#app/prices/series/prices-text.server';

/** The prices of the day in plain text. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const locale = await readerLocale(request);
  const text = await pricesText(context.deps, { locale, site: context.deps.settings.publicUrl });
  return new Response(text, {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Language': locale,
      'Cache-Control': 'public, max-age=300',
      Vary: 'Accept-Language, Cookie',
    },
  });
}
