import type { IncomingHttpHeaders } from 'node:http';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { formatPrice } from '#app/platform/i18n/format';
import { isLocale, type Locale } from '#app/platform/i18n/locales';
import { readerLocale } from '#app/platform/i18n/reader-locale.server';
import { translator } from '#app/platform/i18n/translator.server';
import type { LineItem, MethodFacts } from '../objects/rows';
import { stripeAmountToDecimal } from '../rules/stripe-currency';
import type { SandboxContext } from '../sandbox-context.server';
import { bankMethodOf } from '../state/bank-transfer.server';
import { expireIfOver } from '../state/expire-session.server';
import { lockSession } from '../state/row-locks.server';
import type { PageSession } from './pay-page';
import type { Words } from './page-words';

export type LoadedPage = {
  t: Words;
  locale: Locale;
  state: 'payable' | 'paid' | 'waits-for-money' | 'over';
  session: PageSession;
  currency: string;
  methods: { card: boolean; bank: boolean };
  successUrl: string;
  /** The buyer was sent to the bank's extra page and has not answered. */
  waitsForAnswer: boolean;
  /** What a transfer still lacks. */
  missing: string;
  /** The bank transfer's reference, once one was chosen. */
  reference: string | null;
};

/** A session as its pay page shows it, in the session's language, or the reader's where it says "auto". */
export async function loadPage(
  context: SandboxContext,
  id: string,
  headers: IncomingHttpHeaders,
): Promise<LoadedPage | { t: Words; locale: Locale }> {
  const row = await inTransaction(context.db, async (tx) => {
    const locked = await lockSession(tx, id);
    if (locked && (await expireIfOver({ ...context, tx }, locked))) return { ...locked, status: 'expired' };
    return locked;
  });
  const locale = await pageLocale(row?.locale ?? null, headers);
  const t: Words = translator(locale);
  if (row === null) return { t, locale };

  const intent = await context.db.sandboxPaymentIntent.findUnique({ where: { sessionId: id } });
  const pending = (intent?.pendingMethod ?? null) as MethodFacts | null;
  const money = (minor: bigint) =>
    formatPrice(stripeAmountToDecimal(minor, row.currency), row.currency.toUpperCase(), locale);
  return {
    t,
    locale,
    state: stateOf(row.status, row.paymentStatus, intent?.status ?? null),
    currency: row.currency,
    session: {
      id,
      amount: money(row.amountMinor),
      items: (row.lineItems as LineItem[]).map(({ name, description, quantity, unitAmountMinor }) => ({
        name,
        description,
        quantity,
        amount: money(BigInt(unitAmountMinor) * BigInt(quantity)),
      })),
      cancelUrl: row.cancelUrl,
    },
    methods: { card: row.paymentMethodTypes.includes('card'), bank: bankMethodOf(row.paymentMethodTypes) !== null },
    successUrl: row.successUrl.replaceAll('{CHECKOUT_SESSION_ID}', id),
    missing: money(row.amountMinor - (intent?.fundedMinor ?? 0n)),
    waitsForAnswer: intent?.status === 'requires_action' && pending?.type === 'card',
    reference: pending === null || pending.type === 'card' ? null : pending.reference,
  };
}

function stateOf(status: string, paymentStatus: string, intentStatus: string | null): LoadedPage['state'] {
  if (status === 'open') return 'payable';
  if (status === 'expired') return 'over';
  if (paymentStatus === 'paid') return 'paid';
  const ended = intentStatus === 'requires_payment_method' || intentStatus === 'canceled';
  return ended ? 'over' : 'waits-for-money';
}

async function pageLocale(sessionLocale: string | null, headers: IncomingHttpHeaders): Promise<Locale> {
  const language = sessionLocale?.split('-')[0];
  if (isLocale(language)) return language;
  const asked = new Headers();
  if (headers.cookie) asked.set('cookie', headers.cookie);
  if (headers['accept-language']) asked.set('accept-language', headers['accept-language']);
  return readerLocale(new Request('http://localhost/', { headers: asked }));
}
