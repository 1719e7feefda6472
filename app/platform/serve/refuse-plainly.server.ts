import type { Request, Response } from 'express';
import { readerLocale } from '../i18n/reader-locale.server';
import { translator } from '../i18n/translator.server';
import { plainPage } from './plain-page';

/** An answer in words, in the reader's language, to a request that does not reach the pages: a small page for browsers, else text. */
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
    (locale) => {
      const t = translator(locale);
      response.status(status).set('Content-Language', locale);
      if (request.accepts(['text/plain', 'text/html']) === 'text/html')
        response.type('text/html').send(plainPage({ locale, text: t(key, {}), home: t('platform:error.home', {}) }));
      else response.type('text/plain').send(t(key, {}));
    },
    () => response.status(status).end(),
  );
}
