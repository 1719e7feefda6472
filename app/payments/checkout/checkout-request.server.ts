import type Stripe from 'stripe';
import type { CheckoutRequest } from '#app/platform/db/generated/client';
import type { Deps } from '#app/platform/deps';

type Params = Stripe.Checkout.SessionCreateParams;
export type StoredRequest = {
  key: string;
  parameters: Params;
  /** A page came of it. */
  answered(sessionId: string): Promise<void>;
  /** Nothing will ever come of it: the next try is a new request. */
  refused(): Promise<void>;
};

/** Stripe's own least life of a page, with a little time for the way there. */
const LEAST_LIFE_MS = 30 * 60_000;

/**
 * What is asked of Stripe for an order's payment page. The request of a try that got no answer is used again
 * as it was: under one key Stripe takes the same parameters only, and may have done the work. A new one is
 * made once a page came of the last, or where the last can no longer be taken.
 */
export async function keepCheckoutRequest(
  deps: Deps,
  orderId: string,
  make: () => Promise<Params>,
): Promise<StoredRequest> {
  const last = await deps.db.checkoutRequest.findFirst({ where: { orderId }, orderBy: { attempt: 'desc' } });
  if (last && (await isUsable(deps, last))) return storedRequest(deps, last);
  const attempt = (last?.attempt ?? 0) + 1;
  const parameters = await make();
  await deps.db.checkoutRequest.createMany({
    data: {
      key: `order:${orderId}:checkout:${attempt}`,
      orderId,
      attempt,
      parameters: parameters as object,
      createdAt: deps.clock.now(),
    },
    skipDuplicates: true,
  });
  // Of two clicks at once one wrote it, and both ask for what it wrote.
  return storedRequest(
    deps,
    await deps.db.checkoutRequest.findUniqueOrThrow({ where: { orderId_attempt: { orderId, attempt } } }),
  );
}

async function isUsable(deps: Deps, { sessionId, refusedAt, parameters }: CheckoutRequest): Promise<boolean> {
  const { expires_at: expiresAt } = parameters as Params;
  const isLate = expiresAt !== undefined && expiresAt * 1000 - deps.clock.now().getTime() < LEAST_LIFE_MS;
  if (refusedAt !== null || isLate) return false;
  // A page that a click at the same time has just opened is the page of this click too.
  const page = sessionId && (await deps.db.checkout.findUnique({ where: { sessionId }, select: { state: true } }));
  return !page || page.state === 'open';
}

function storedRequest(deps: Deps, { key, parameters }: CheckoutRequest): StoredRequest {
  return {
    key,
    parameters: parameters as Params,
    async answered(sessionId) {
      await deps.db.checkoutRequest.update({ where: { key }, data: { sessionId } });
    },
    async refused() {
      await deps.db.checkoutRequest.update({ where: { key }, data: { refusedAt: deps.clock.now() } });
    },
  };
}
