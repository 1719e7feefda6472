import type { LoaderFunctionArgs } from '@remix-run/node';
import { NotFound } from '#app/platform/http/errors';
import { readerLocale } from '#app/platform/i18n/reader-locale.server';
import { seriesFeed } from '#app/prices/series/series-feed.server';

/** News of one series for feed readers. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const locale = await readerLocale(request);
  const { publicUrl: site } = context.deps.settings;
  const feed = await seriesFeed(context.deps, { key: params['seriesKey'] ?? '', locale, site });
  if (feed === null) throw new NotFound();
  return new Response(feed, {
    headers: {
      'Content-Type': 'application/atom+xml; charset=utf-8',
      'Content-Language': locale,
      'Cache-Control': 'public, max-age=300',
      Vary: 'Accept-Language, Cookie',
    },
  });
}
