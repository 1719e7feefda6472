import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { deliverDueWebhooks } from '../deliver-due-webhooks.server';
import { readCardForm } from '../rules/cards/card-form';
import { toRefusal } from '../rules/params/param-issues';
import { invalidRequest } from '../rules/stripe-refusal';
import type { SandboxContext } from '../sandbox-context.server';
import { endBankTransfer, startBankTransfer } from '../state/bank-transfer.server';
import { controlSchemas, keepControl, readControl } from '../state/controls.server';
import { failRefund } from '../state/fail-refund.server';
import { decideDispute, openDispute } from '../state/open-dispute.server';
import { paySessionWithCard } from '../state/pay-session-with-card.server';

type Control = (context: SandboxContext, body: unknown) => Promise<object>;

const eventTimes = z.strictObject({ event: z.string(), times: z.number().int().min(1).max(100).default(1) });
const eventOrder = z.strictObject({ events: z.array(z.string()).min(1) });
const session = z.strictObject({ session: z.string() });
/** `amount`: another sum than what is missing, as Stripe counts it. */
const arrival = z.strictObject({ session: z.string(), amount: z.number().int().positive().optional() });
const cardPayment = z.strictObject({
  session: z.string(),
  number: z.string().default('4242424242424242'),
  name: z.string().default('Test Buyer'),
});

/**
 * What tests and the demo can tell the sandbox (JSON bodies, the API's own key). Stripe has nothing like it.
 */
const CONTROLS: Readonly<Record<string, Control>> = {
  /** Keeps new webhooks back until `release`. */
  async hold({ db }) {
    await keepControl(db, 'webhooks', { ...(await readControl(db, 'webhooks')), hold: true });
    return { held: true };
  },
  /** Lets held webhooks go, in the order that `reorder` gave them, and new ones pass. */
  async release(context) {
    const { db, now } = context;
    await context.delivered();
    await keepControl(db, 'webhooks', { ...(await readControl(db, 'webhooks')), hold: false });
    await db.sandboxDelivery.updateMany({ where: { held: true }, data: { held: false, dueAt: now() } });
    return { sent: await deliverDueWebhooks(context) };
  },
  /** Makes new webhooks due so many seconds later. */
  async delay({ db }, body) {
    const { seconds } = parse(z.strictObject({ seconds: z.number().int().min(0) }), body);
    await keepControl(db, 'webhooks', { ...(await readControl(db, 'webhooks')), delaySeconds: seconds });
    return { delaySeconds: seconds };
  },
  /** Gives waiting deliveries of these events the order in which they are named, behind all others. */
  async reorder({ db }, body) {
    const { events } = parse(eventOrder, body);
    return inTransaction(db, async (tx) => {
      const last = await tx.sandboxDelivery.aggregate({ _max: { position: true } });
      let position = last._max.position ?? 0n;
      let moved = 0;
      for (const eventId of events) {
        position += 1n;
        const { count } = await tx.sandboxDelivery.updateMany({
          where: { eventId, deliveredAt: null },
          data: { position },
        });
        moved += count;
      }
      return { moved };
    });
  },
  /** Sends an event again, byte for byte. */
  async repeat(context, body) {
    const { event: eventId, times } = parse(eventTimes, body);
    const event = await context.db.sandboxEvent.findUnique({ where: { id: eventId } });
    if (event === null) throw invalidRequest(`No such event: '${eventId}'`, { param: 'event' });
    await context.delivered();
    const delivery = { eventId, position: event.sequence, dueAt: context.now() };
    await context.db.sandboxDelivery.createMany({ data: Array.from({ length: times }, () => delivery) });
    return { sent: await deliverDueWebhooks(context) };
  },
  /** Does a round now and waits for it. */
  async deliver(context) {
    await context.delivered();
    return { sent: await deliverDueWebhooks(context) };
  },
  /** Pays a session as the page would, without a browser. */
  async pay(context, body) {
    const { session: sessionId, number, name } = parse(cardPayment, body);
    const cvc = /^3[47]/.test(number) ? '1234' : '123';
    const expiry = `12/${context.now().getUTCFullYear() + 3}`;
    const card = readCardForm({ number, name, cvc, expiry }, context.now());
    if (!card.ok) throw invalidRequest('Not a test card.', { param: 'number' });
    return paySessionWithCard(context, { sessionId, facts: card.facts, holder: card.holder, outcome: card.outcome });
  },
  async transfer(context, body) {
    return startBankTransfer(context, parse(session, body).session);
  },
  'money-arrives': async (context, body) => {
    const { session: sessionId, amount } = parse(arrival, body);
    return endTransfer(context, sessionId, true, amount === undefined ? null : BigInt(amount));
  },
  'money-fails': async (context, body) => endTransfer(context, parse(session, body).session, false),
  /**
   * Lets each bank transfer that is chosen from now on arrive by itself after so many seconds. Null: only
   * when told.
   */
  async transfers({ db }, body) {
    const value = parse(controlSchemas.transfers, body);
    await keepControl(db, 'transfers', value);
    return value;
  },
  async dispute(context, body) {
    const { charge } = parse(z.strictObject({ charge: z.string() }), body);
    const id = await inTransaction(context.db, (tx) => openDispute({ ...context, tx }, charge));
    context.deliverSoon();
    return { id };
  },
  /** The bank decides a dispute, for the seller (`won`) or against. */
  async 'decide-dispute'(context, body) {
    const { dispute, won } = parse(z.strictObject({ dispute: z.string(), won: z.boolean() }), body);
    const answer = await inTransaction(context.db, (tx) =>
      decideDispute({ ...context, tx }, { disputeId: dispute, won }),
    );
    context.deliverSoon();
    return answer;
  },
  /** A refund of a charge comes back: the bank could not give it to the buyer. */
  async 'fail-refund'(context, body) {
    const { refund } = parse(z.strictObject({ refund: z.string() }), body);
    await inTransaction(context.db, (tx) => failRefund({ ...context, tx }, refund));
    context.deliverSoon();
    return { failed: true };
  },
  /** The account settles in another currency from now on, at this rate. */
  async settlement({ db }, body) {
    const value = parse(controlSchemas.settlement, body);
    await keepControl(db, 'settlement', value);
    return value;
  },
  /** Fails the next `times` API calls: see the control's schema. */
  async fault({ db }, body) {
    const value = parse(controlSchemas.fault, body);
    await keepControl(db, 'fault', value);
    return value;
  },
};

export function createControlRouter(
  context: SandboxContext,
  answer: (response: Response, work: () => Promise<object>) => Promise<void>,
): Router {
  const router = Router();
  router.post('/sandbox/control/:control', (request: Request, response: Response) =>
    answer(response, async () => {
      const name = request.params['control'] ?? '';
      const control = Object.hasOwn(CONTROLS, name) ? CONTROLS[name] : undefined;
      if (!control) throw invalidRequest(`No such control: ${name}`);
      return control(context, request.body ?? {});
    }),
  );
  return router;
}

async function endTransfer(
  context: SandboxContext,
  sessionId: string,
  arrived: boolean,
  amountMinor: bigint | null = null,
): Promise<object> {
  const changed = await endBankTransfer(context, { sessionId, arrived, amountMinor });
  context.deliverSoon();
  return { changed };
}

function parse<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const read = schema.safeParse(body);
  if (!read.success) throw toRefusal(read.error, body);
  return read.data;
}
