import type { Request, Response } from 'express';
import { headersOf } from '../http/request-headers';
import { localeOf } from '../i18n/reader-locale.server';
import { translator } from '../i18n/translator.server';
import { plainPage } from './plain-page';

/** An answer in words, in the reader's language, to a request that does not reach the pages: a small page for browsers, else text. */
export function refusePlainly(
  request: Request,
  response: Response,
  { status, key }: { status: number; key: string },
): void {
  const locale = localeOf({ headers: headersOf(request) });
  const t = translator(locale);
  const isTest = request.app.get('test payments') === true;
  const testPayments = isTest ? t('platform:shell.testPayments', {}) : null;
  response.status(status).set({ 'Content-Language': locale, 'Cache-Control': 'no-store' });
  if (request.accepts(['text/plain', 'text/html']) === 'text/html')
    response
      .type('text/html')
      .send(plainPage({ locale, text: t(key, {}), home: t('platform:error.home', {}), testPayments }));
  else response.type('text/plain').send(t(key, {}));
}
