import { readFileSync } from 'node:fs';
import express, { Router, type NextFunction, type Request, type Response } from 'express';
import { createSandboxContext } from './create-sandbox-context.server';
import { accountLine } from './objects/payment-intent';
import { loadPage, type LoadedPage } from './page/load-page.server';
import { isSampleCard, SAMPLE_CARDS } from './page/page-words';
import { payPage, type PayPage } from './page/pay-page';
import { authenticatePage, noticePage, transferPage } from './page/state-pages';
import { typedStripeAmount } from './rules/stripe-currency';
import { readCardForm, type TypedCard } from './rules/cards/card-form';
import type { SandboxContext, SandboxOptions } from './sandbox-context.server';
import { endBankTransfer, startBankTransfer } from './state/bank-transfer.server';
import { answerAuthentication, paySessionWithCard } from './state/pay-session-with-card.server';

const NOTHING_TYPED: TypedCard = { number: '', expiry: '', cvc: '', name: '' };
const STYLES = readFileSync(new URL('./page/pay.css', import.meta.url), 'utf8');

/**
 * The hosted-style pay page, mounted on the product's own server (at its root), so that a buyer's browser
 * needs no other address: /sandbox/pay/:id, …/authenticate, …/transfer and /sandbox/pay.css. Plain HTML, no
 * script, no cookie. A card number is never stored or logged, nor put into an address.
 */
export function createCheckoutPageRouter(options: SandboxOptions): Router {
  const context = createSandboxContext(options);
  const router = Router();
  const form = express.urlencoded({ extended: false, limit: '10kb' });

  router.get('/sandbox/pay.css', (_request, response) => {
    response.set('cache-control', 'public, max-age=3600').type('text/css').send(STYLES);
  });
  router.get(
    '/sandbox/pay/:id',
    onSession(context, async (page, request, response) => {
      if (page.state !== 'payable') return showState(page, response);
      const fill = typeof request.query['fill'] === 'string' ? request.query['fill'] : '';
      const typed = isSampleCard(fill) ? sampleCard(fill, context.now()) : NOTHING_TYPED;
      send(response, page, 200, payPage({ ...shown(page), typed, problems: {}, declineCode: null }));
    }),
  );
  router.post(
    '/sandbox/pay/:id',
    form,
    onSession(context, async (page, request, response) => {
      if (page.state === 'payable' && field(request, 'way') === 'bank') {
        await startBankTransfer(context, page.session.id);
        return response.redirect(303, `/sandbox/pay/${page.session.id}`);
      }
      await payByCard(context, page, request, response);
    }),
  );
  router.get(
    '/sandbox/pay/:id/authenticate',
    onSession(context, async (page, _request, response) => {
      if (page.state !== 'payable') return showState(page, response);
      if (!page.waitsForAnswer) return response.redirect(303, `/sandbox/pay/${page.session.id}`);
      send(response, page, 200, authenticatePage(page));
    }),
  );
  router.post(
    '/sandbox/pay/:id/authenticate',
    form,
    onSession(context, async (page, request, response) => {
      const outcome = await answerAuthentication(context, {
        sessionId: page.session.id,
        agreed: field(request, 'answer') === 'yes',
      });
      if (outcome.kind !== 'declined') return goOn(page, outcome.kind, response);
      const { declineCode } = outcome;
      send(response, page, 402, payPage({ ...shown(page), typed: NOTHING_TYPED, problems: {}, declineCode }));
    }),
  );
  router.post(
    '/sandbox/pay/:id/transfer',
    form,
    onSession(context, async (page, request, response) => {
      const arrived = field(request, 'answer') === 'yes';
      const amountMinor = typedStripeAmount(field(request, 'sum'), page.currency);
      await endBankTransfer(context, { sessionId: page.session.id, arrived, amountMinor });
      context.deliverSoon();
      response.redirect(303, page.successUrl);
    }),
  );
  return router;
}

async function payByCard(
  context: SandboxContext,
  page: LoadedPage,
  request: Request,
  response: Response,
): Promise<void> {
  if (page.state !== 'payable' || !page.methods.card) return goOn(page, page.state, response);
  const typed = {
    number: field(request, 'number'),
    expiry: field(request, 'expiry'),
    cvc: field(request, 'cvc'),
    name: field(request, 'name'),
  };
  const card = readCardForm(typed, context.now());
  if (!card.ok) {
    // A number that is no test card may be a real one: it is not sent back.
    const kept = card.problems.number === 'not-a-test-card' ? { ...typed, number: '', cvc: '' } : typed;
    return send(
      response,
      page,
      422,
      payPage({ ...shown(page), typed: kept, problems: card.problems, declineCode: null }),
    );
  }
  const { facts, holder, outcome: behaviour } = card;
  const outcome = await paySessionWithCard(context, { sessionId: page.session.id, facts, holder, outcome: behaviour });
  if (outcome.kind !== 'declined') return goOn(page, outcome.kind, response);
  const { declineCode } = outcome;
  send(response, page, 402, payPage({ ...shown(page), typed, problems: {}, declineCode }));
}

/**
 * After a step: to the merchant when it is paid (a second submit too), else to the page that says where it
 * stands.
 */
function goOn(page: LoadedPage, outcome: string, response: Response): void {
  if (outcome === 'paid' || outcome === 'already-complete') return response.redirect(303, page.successUrl);
  const step = outcome === 'needs-authentication' ? '/authenticate' : '';
  response.redirect(303, `/sandbox/pay/${page.session.id}${step}`);
}

function showState(page: LoadedPage, response: Response): void {
  const { t, locale, session, successUrl, reference, missing } = page;
  if (page.state === 'waits-for-money') {
    return send(
      response,
      page,
      200,
      transferPage({
        ...{ t, locale, session, missing, account: accountLine(page.currency) },
        ...{ reference: reference ?? '', backUrl: successUrl },
      }),
    );
  }
  const paid = page.state === 'paid';
  send(
    response,
    page,
    paid ? 200 : 410,
    noticePage({
      t,
      locale,
      title: paid ? t('payments:sandbox.done.title') : t('payments:sandbox.over.title'),
      text: paid ? t('payments:sandbox.done.text') : t('payments:sandbox.over.text'),
      backUrl: paid ? successUrl : session.cancelUrl,
    }),
  );
}

type PageHandler = (page: LoadedPage, request: Request, response: Response) => Promise<void>;

function onSession(context: SandboxContext, handler: PageHandler) {
  return (request: Request, response: Response, next: NextFunction): void => {
    loadPage(context, request.params['id'] ?? '', request.headers)
      .then(async (found) => {
        if ('session' in found) return handler(found, request, response);
        const { t, locale } = found;
        const title = t('payments:sandbox.unknown.title');
        const text = t('payments:sandbox.unknown.text');
        send(response, null, 404, noticePage({ t, locale, title, text, backUrl: null }));
      })
      .catch(next);
  };
}

function send(response: Response, page: LoadedPage | null, status: number, body: string): void {
  // The answer to the form leads to the merchant's page, which may be on another origin than this one.
  const targets =
    page === null ? [] : [page.successUrl, page.session.cancelUrl].flatMap((url) => (url ? [new URL(url).origin] : []));
  response.set({
    'cache-control': 'no-store',
    'referrer-policy': 'same-origin',
    'content-security-policy': `default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' ${[...new Set(targets)].join(' ')}; base-uri 'none'; frame-ancestors 'none'`,
  });
  response.status(status).type('html').send(body);
}

function shown({ t, locale, session, methods }: LoadedPage): Pick<PayPage, 't' | 'locale' | 'session' | 'methods'> {
  return { t, locale, session, methods };
}

function field(request: Request, name: string): string {
  const body: unknown = request.body;
  const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' ? value.slice(0, 200) : '';
}

function sampleCard(name: keyof typeof SAMPLE_CARDS, now: Date): TypedCard {
  const year = String((now.getUTCFullYear() + 3) % 100).padStart(2, '0');
  return { number: SAMPLE_CARDS[name].number, expiry: `12/${year}`, cvc: '123', name: 'Ana Test' };
}
