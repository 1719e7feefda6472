import type { Request, Response } from 'express';
import { readerLocale } from '../i18n/reader-locale.server';
import { translator } from '../i18n/translator.server';

/** An answer in words, in the reader's language, to a request that does not reach the pages. */
export function refusePlainly(
  request: Request,
  response: Response,
  { status, key }: { status: number; key: string },
): void {
  const headers = new Headers();
  for (const name of ['cookie', 'accept-language']) {
    const value = request.get(name);
    if (value !== undefined) headers.set(name, value);
  }
  readerLocale(new globalThis.Request('http://localhost/', { headers })).then(
    (locale) =>
      response.status(status).type('text/plain').set('Content-Language', locale).send(translator(locale)(key, {})),
    () => response.status(status).end(),
  );
}
