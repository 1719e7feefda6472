import { refreshListedLots } from '#app/catalogue/refresh-listed-lots.server';
import { sendBulletins } from '#app/pricing/bulletin/send-bulletins.server';
import { closeEvidenceDays } from '#app/pricing/evidence/days/close-evidence-days.server';
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
  'close-evidence-days': async (deps) => void (await closeEvidenceDays(deps)),
  'send-bulletins': async (deps) => void (await sendBulletins(deps)),
  'send-mail': (deps, mail) => deps.mailer.send(mail),
  'send-sms': (deps, sms) => deps.sms.send(sms),
};

/**
 * What happens by the calendar (UTC): once a night every listed lot is valued anew, and listings that are too old end. Every hour, since a demo's midnight may
 * be at any of ours: days of evidence that are over get their root, and cooperatives that asked for it are told new prices. Both do nothing twice.
 */
export const jobSchedule: Schedule = [
  { cron: '15 3 * * *', name: 'recompute-bands', payload: { reason: 'nightly' } },
  { cron: '2 * * * *', name: 'close-evidence-days', payload: {} },
  { cron: '20 * * * *', name: 'send-bulletins', payload: {} },
];
