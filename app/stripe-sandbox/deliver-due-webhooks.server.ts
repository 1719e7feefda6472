import Stripe from 'stripe';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { MAX_DELIVERY_ATTEMPTS, retryDelaySeconds } from './rules/retry-delay';
import type { SandboxOptions } from './sandbox-context.server';
import { applyDueChanges } from './state/apply-due-changes.server';

const ANSWER_WITHIN_MS = 10_000;
/** How long a claimed delivery stays with its process. After a crash another takes it. */
const CLAIM_MS = 60_000;
const AT_ONCE = 500;

export type WebhookDelivery = Omit<SandboxOptions, 'settings' | 'log'> & {
  settings: Pick<SandboxOptions['settings'], 'webhookUrl' | 'webhookSecret' | 'publicUrl' | 'secretKey'>;
  log: SandboxOptions['log'];
};

/**
 * One round of the sandbox: applies what time brings (expiry, arriving transfers), then posts every due
 * event, oldest first. A refused or unanswered one comes again, later each time. Safe in several processes at
 * once. Call it every second or so. Gives the number sent.
 */
export async function deliverDueWebhooks(options: WebhookDelivery): Promise<number> {
  const context = { fetch: globalThis.fetch, ...options };
  await applyDueChanges(context);
  let sent = 0;
  for (let round = 0; round < AT_ONCE; round += 1) {
    const claimed = await claimNext(context);
    if (claimed === null) break;
    if (await post(context, claimed)) sent += 1;
  }
  return sent;
}

type Claimed = { id: bigint; attempts: number; eventId: string; body: string };
type Context = Required<WebhookDelivery>;

async function claimNext({ db, now }: Context): Promise<Claimed | null> {
  const at = now();
  return inTransaction(db, async (tx) => {
    const [next] = await tx.$queryRaw<Claimed[]>`
      SELECT delivery.id, delivery.attempts, event.id AS "eventId", event.body
      FROM "SandboxDelivery" delivery JOIN "SandboxEvent" event ON event.id = delivery."eventId"
      WHERE delivery."deliveredAt" IS NULL AND delivery."givenUpAt" IS NULL AND NOT delivery.held AND delivery."dueAt" <= ${at}
      ORDER BY delivery.position, delivery.id LIMIT 1
      FOR UPDATE OF delivery SKIP LOCKED`;
    if (!next) return null;
    const attempts = next.attempts + 1;
    await tx.sandboxDelivery.update({
      where: { id: next.id },
      data: { attempts, dueAt: new Date(at.getTime() + CLAIM_MS) },
    });
    return { ...next, attempts };
  });
}

async function post(context: Context, claimed: Claimed): Promise<boolean> {
  const { settings, fetch, db, now, log } = context;
  let lastStatus: number | null = null;
  let lastError: string | null = null;
  try {
    const response = await fetch(settings.webhookUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': sign(settings, claimed.body) },
      body: claimed.body,
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    await response.arrayBuffer();
    lastStatus = response.status;
    if (!response.ok) lastError = `Answered ${response.status}`;
  } catch (error) {
    lastError = error instanceof Error ? error.message : String(error);
  }
  const at = now();
  const delivered = lastError === null;
  const givenUp = !delivered && claimed.attempts >= MAX_DELIVERY_ATTEMPTS;
  if (!delivered)
    log.warn({ eventId: claimed.eventId, attempts: claimed.attempts, lastError }, 'sandbox webhook not taken');
  await db.sandboxDelivery.update({
    where: { id: claimed.id },
    data: {
      lastStatus,
      lastError,
      deliveredAt: delivered ? at : null,
      givenUpAt: givenUp ? at : null,
      dueAt: new Date(at.getTime() + retryDelaySeconds(claimed.attempts) * 1_000),
    },
  });
  return delivered;
}

// Signed with the machine's time, as Stripe does, whatever the demo's clock says: receivers refuse old
// signatures by real time.
function sign({ webhookSecret }: Context['settings'], payload: string): string {
  return Stripe.webhooks.generateTestHeaderString({ payload, secret: webhookSecret });
}
