import { expireOrderJob } from '#app/trading/expire-order.server';
import { processStripeEvent } from '#app/trading/process-stripe-event.server';
import { recomputeBands } from '#app/catalogue/recompute-bands.server';
import type { JobHandlers } from '#app/platform/jobs/run-worker.server';

/** Every background job and the use case behind it. */
export const jobHandlers: JobHandlers = {
  'process-stripe-event': (deps, payload) => processStripeEvent(deps, payload),
  'expire-order': (deps, payload) => expireOrderJob(deps, payload),
  'recompute-bands': (deps) => recomputeBands(deps),
  'send-mail': (deps, mail) => deps.mailer.send(mail),
};
