import { refreshListedLots } from '#app/catalogue/refresh-listed-lots.server';
import type { JobHandlers, Schedule } from '#app/platform/jobs/run-worker.server';
import { mailOrderStep } from '#app/trading/mails/mail-order-step.server';
import { expireOrder } from '#app/trading/orders/expire-order.server';
import { processStripeEvent } from '#app/trading/orders/process-stripe-event.server';

/** Every background job and the use case behind it. */
export const jobHandlers: JobHandlers = {
  'process-stripe-event': async (deps, payload) => void (await processStripeEvent(deps, payload)),
  'expire-order': async (deps, payload) => void (await expireOrder(deps, payload)),
  'mail-order-step': (deps, payload) => mailOrderStep(deps, payload),
  'recompute-bands': async (deps) => void (await refreshListedLots(deps)),
  'send-mail': (deps, mail) => deps.mailer.send(mail),
};

/** What happens by the calendar (UTC): once a night every open lot is valued anew, listings that are too old end, and on the first of a month cells of sales are released. */
export const jobSchedule: Schedule = [{ cron: '15 3 * * *', name: 'recompute-bands', payload: { reason: 'nightly' } }];
