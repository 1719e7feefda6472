import { html, type Html } from './html';
import { pageFrame } from './page-frame';
import { summary, type PageSession } from './pay-page';
import type { Words } from './page-words';

type Reader = { locale: string; t: Words };

/** Stands for the page of the card holder's bank, which asks for one more yes. */
export function authenticatePage({ locale, t, session }: Reader & { session: PageSession }): string {
  const title = t('payments:sandbox.authenticate.title');
  const answers = html`<form method="post" action="/sandbox/pay/${session.id}/authenticate" class="answers">
    <button name="answer" value="yes">${t('payments:sandbox.authenticate.yes', { amount: session.amount })}</button>
    <button name="answer" value="no" class="quiet">${t('payments:sandbox.authenticate.no')}</button>
  </form>`;
  return withSummary({
    locale,
    t,
    session,
    title,
    content: html`<p>${t('payments:sandbox.authenticate.text')}</p>
      ${answers}`,
  });
}

/** What to send where, and the two ways that the simulated transfer can end. */
export function transferPage({
  locale,
  t,
  session,
  missing,
  account,
  reference,
  backUrl,
}: Reader & { session: PageSession; missing: string; account: string; reference: string; backUrl: string }): string {
  const title = t('payments:sandbox.transfer.title', { amount: missing });
  const content = html`<p>${t('payments:sandbox.transfer.text')}</p>
    <dl>
      <dt>${t('payments:sandbox.transfer.amount')}</dt>
      <dd>${missing}</dd>
      <dt>${t('payments:sandbox.transfer.holder')}</dt>
      <dd>Fairlode</dd>
      <dt>${t('payments:sandbox.transfer.account')}</dt>
      <dd>${account}</dd>
      <dt>${t('payments:sandbox.transfer.reference')}</dt>
      <dd><strong>${reference}</strong></dd>
    </dl>
    <p><a class="button" href="${backUrl}">${t('payments:sandbox.back')}</a></p>
    <form method="post" action="/sandbox/pay/${session.id}/transfer" class="answers simulate">
      <p class="hint">${t('payments:sandbox.transfer.simulate')}</p>
      <label for="sum">${t('payments:sandbox.transfer.sum')}</label>
      <input id="sum" name="sum" inputmode="decimal" maxlength="20" autocomplete="off" />
      <button name="answer" value="yes" class="quiet">${t('payments:sandbox.transfer.arrives')}</button>
      <button name="answer" value="no" class="quiet">${t('payments:sandbox.transfer.fails')}</button>
    </form>`;
  return withSummary({ locale, t, session: { ...session, cancelUrl: null }, title, content });
}

/** An end of the road, with the way back where there is one. */
export function noticePage({
  locale,
  t,
  title,
  text,
  backUrl,
}: Reader & { title: string; text: string; backUrl: string | null }): string {
  const children = html`<section class="card notice">
    <h1>${title}</h1>
    <p>${text}</p>
    ${backUrl === null ? null : html`<p><a class="button" href="${backUrl}">${t('payments:sandbox.back')}</a></p>`}
  </section>`;
  return pageFrame({ locale, t, title, children });
}

function withSummary(page: Reader & { session: PageSession; title: string; content: Html }): string {
  const { locale, t, session, title, content } = page;
  const children = html`<div class="columns">
    ${summary(session, t)}
    <section class="card" aria-labelledby="step">
      <h2 id="step">${title}</h2>
      ${content}
    </section>
  </div>`;
  return pageFrame({ locale, t, title, children });
}
