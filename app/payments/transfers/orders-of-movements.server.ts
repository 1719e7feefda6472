import Stripe from 'stripe';
import { z } from 'zod';
import type { Deps } from '#app/platform/deps';
import { keepTransferDetails } from '../checkout/keep-transfer-details.server';

type Movement = Stripe.CustomerCashBalanceTransaction;
/** So many of a buyer's open payment pages are asked for their reference at once. */
const MAX_PAGES = 20;

/**
 * Which order each movement of a buyer's funds belongs to, by what Stripe says and not by what the buyer
 * looked at: the payment it went into or came out of. For money that came it is the payment that took from it
 * at once, or else the reference that the buyer wrote on the transfer. Movements as Stripe lists them, the
 * newest first.
 */
export async function ordersOfMovements(
  deps: Deps,
  { organisationId, movements }: { organisationId: string; movements: readonly Movement[] },
): Promise<ReadonlyMap<string, string>> {
  const byIntent = await ordersOfIntents(deps, {
    organisationId,
    intents: unique(movements.map((movement) => intentOf(movement))),
  });
  const orders = new Map<string, string>();
  const byReference = new Map<string, string>();
  const unknown: Movement[] = [];
  for (const [index, movement] of movements.entries()) {
    const orderId = byIntent.get(intentOf(movement) ?? takerOf(movement, movements[index - 1]) ?? '');
    const reference = referenceOf(movement);
    if (!orderId) {
      if (reference) unknown.push(movement);
      continue;
    }
    orders.set(movement.id, orderId);
    if (reference && !byReference.has(reference)) byReference.set(reference, orderId);
  }
  const asked = unique(unknown.map(referenceOf)).filter((reference) => !byReference.has(reference));
  for (const [reference, orderId] of await ordersOfReferences(deps, { organisationId, references: asked }))
    byReference.set(reference, orderId);
  for (const movement of unknown) {
    const orderId = byReference.get(referenceOf(movement) ?? '');
    if (orderId) orders.set(movement.id, orderId);
  }
  return orders;
}

function unique(texts: readonly (string | null)[]): string[] {
  return [...new Set(texts.flatMap((text) => (text ? [text] : [])))];
}

function intentOf({ applied_to_payment: into, unapplied_from_payment: from }: Movement): string | null {
  const intent = (into ?? from)?.payment_intent;
  return (typeof intent === 'string' ? intent : intent?.id) ?? null;
}

function referenceOf({ funded }: Movement): string | null {
  return funded?.bank_transfer.reference ?? null;
}

/**
 * Stripe puts money that comes into the payment it is for in the same moment: the movement right after it
 * says which.
 */
function takerOf({ type, currency }: Movement, next: Movement | undefined): string | null {
  const isTaken = type === 'funded' && next?.type === 'applied_to_payment' && next.currency === currency;
  return isTaken ? intentOf(next) : null;
}

type Intents = { organisationId: string; intents: string[] };

/**
 * The buyer's orders by their payments: those on file, and by the order's id that we gave Stripe, where the
 * page's own webhook was not heard yet.
 */
async function ordersOfIntents(deps: Deps, { organisationId, intents }: Intents): Promise<Map<string, string>> {
  const known = await deps.db.checkout.findMany({
    where: { paymentIntentId: { in: intents } },
    select: { paymentIntentId: true, orderId: true },
  });
  const orders = new Map(known.map(({ paymentIntentId, orderId }) => [paymentIntentId ?? '', orderId]));
  for (const intent of intents) {
    if (orders.has(intent)) continue;
    const orderId = await orderAtStripe(deps, intent);
    const own = orderId && (await deps.db.order.count({ where: { id: orderId, buyerId: organisationId } })) > 0;
    if (own) orders.set(intent, orderId);
  }
  return orders;
}

async function orderAtStripe({ stripe }: Pick<Deps, 'stripe'>, intentId: string): Promise<string | null> {
  try {
    const { metadata } = await stripe.paymentIntents.retrieve(intentId);
    return z.uuid().safeParse(metadata['orderId']).data ?? null;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError && error.statusCode === 404) return null;
    throw error;
  }
}

type References = { organisationId: string; references: string[] };

/**
 * The buyer's orders by the references of their transfers. Where one is not on file, the pages that wait
 * still are asked for theirs.
 */
async function ordersOfReferences(
  deps: Deps,
  { organisationId, references }: References,
): Promise<Map<string, string>> {
  const found = await onFile(deps, references);
  if (found.size === references.length) return found;
  const waiting = await deps.db.checkout.findMany({
    where: {
      state: { in: ['open', 'processing'] },
      transferDetails: null,
      orderId: { in: await openOrders(deps, organisationId) },
    },
    select: { orderId: true },
    distinct: ['orderId'],
  });
  for (const { orderId } of waiting) await keepTransferDetails(deps, { orderId });
  return waiting.length > 0 ? onFile(deps, references) : found;
}

async function openOrders({ db }: Pick<Deps, 'db'>, buyerId: string): Promise<string[]> {
  const rows = await db.order.findMany({
    where: { buyerId, paymentMethod: 'transfer' },
    orderBy: { placedAt: 'desc' },
    take: MAX_PAGES,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

async function onFile({ db }: Pick<Deps, 'db'>, references: string[]): Promise<Map<string, string>> {
  const rows = await db.transferDetails.findMany({
    where: { reference: { in: references } },
    select: { reference: true, checkout: { select: { orderId: true } } },
  });
  return new Map(rows.map(({ reference, checkout }) => [reference, checkout.orderId]));
}
