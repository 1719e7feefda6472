import { readerLocale } from '../i18n/reader-locale.server';
import { translator } from '../i18n/translator.server';

/** The browser's title of a page in the reader's language: made by the loader, shown by the route's `meta`. */
export async function pageTitle(
  request: Request,
  key: string,
  params: Record<string, string | number> = {},
): Promise<string> {
  return `${translator(await readerLocale(request))(key, params)} · Fairlode`;
}
