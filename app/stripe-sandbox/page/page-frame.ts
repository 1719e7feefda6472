import { html, type Html } from './html';
import type { Words } from './page-words';

const MARK = html`<svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M12 1.6 21 6.8v10.4l-9 5.2-9-5.2V6.8z" fill="#8c3b22" />
  <path d="M12 7.2 16.2 9.6v4.8L12 16.8l-4.2-2.4V9.6z" fill="#dcb878" />
</svg>`;

/** The sandbox's page around its content: says first, and always, that no money moves. */
export function pageFrame(frame: { locale: string; title: string; t: Words; children: Html }): string {
  const { locale, title, t, children } = frame;
  const page = html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} · Fairlode</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/sandbox/pay.css" />
      </head>
      <body>
        <a class="skip" href="#main">${t('payments:sandbox.skip')}</a>
        <header>
          <div class="wrap top">
            <span class="brand">${MARK} Fairlode</span>
            <p class="test">${t('payments:sandbox.mark')}</p>
          </div>
        </header>
        <main id="main" class="wrap">${children}</main>
      </body>
    </html>`;
  return page.text.replace(/\n\s+/g, '\n');
}
