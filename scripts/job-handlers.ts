import { refreshListedLots } from '#app/catalogue/lot-band/refresh-listed-lots.server';
import { sendBulletins } from '#app/notices/bulletin/send-bulletins.server';
import { closeEvidenceDays } from '#app/evidence/days/close-evidence-days.server';
import type { JobHandlers, Schedule } from '#app/platform/jobs/run-worker.server';
import { fetchFeed } from '#app/prices/feed-status/fetch-feed.server';
import { cronOf } from '#app/prices/feed-status/timetable';
import { FEEDS, isFeedName } from '#app/prices/sources/registry';
import { acceptDraft } from '#app/prices/imports/drafts/accept-draft.server';
import { readDraft } from '#app/prices/imports/drafts/read-draft.server';
import { mailOrderStep } from '#app/trading/lifecycle/mail-order-step.server';
import { publishFigures } from '#app/programme/public/publish-figures.server';
import { expireOrder } from '#app/trading/take-payment/expire-order.server';
import { processStripeEvent } from '#app/trading/take-payment/process-stripe-event.server';

/** Every background job and the use case behind it. */
export const jobHandlers: JobHandlers = {
  'process-stripe-event': async (deps, payload) => void (await processStripeEvent(deps, payload)),
  'expire-order': async (deps, payload) => void (await expireOrder(deps, payload)),
  'mail-order-step': (deps, payload) => mailOrderStep(deps, payload),
  'recompute-bands': async (deps) => void (await refreshListedLots(deps)),
  'read-price-file': (deps, payload) => readDraft(deps, payload),
  'accept-price-file': (deps, payload) => acceptDraft(deps, payload),
  'remove-file': (deps, { storageKey }) => deps.files.remove(storageKey),
  'fetch-feed': async (deps, { feed, attempt }) => {
    if (isFeedName(feed)) await fetchFeed(deps, { feed, ...(attempt === undefined ? {} : { attempt }) });
  },
  'close-evidence-days': async (deps) => void (await closeEvidenceDays(deps)),
  'send-bulletins': async (deps) => void (await sendBulletins(deps)),
  'publish-figures': async (deps) => void (await publishFigures(deps)),
  'send-mail': (deps, mail) => deps.mailer.send(mail),
  'send-sms': (deps, sms) => deps.sms.send(sms),
};

/**
 * What happens by the calendar (UTC): once a night every open lot is valued anew, listings that are too old
 * end, and on the first of a month cells of sales are released. Publishers' files are asked for at the hours
 * of their timetable, if they are switched on. Every hour, since a demo's midnight may be at any of ours:
 * days of evidence that are over get their root, and cooperatives that asked for it are told new prices. Both
 * do nothing twice.
 */
export const jobSchedule: Schedule = [
  { cron: '15 3 * * *', name: 'recompute-bands', payload: { reason: 'nightly' } },
  ...FEEDS.map((feed) => ({ cron: cronOf(feed), name: 'fetch-feed' as const, id: `fetch-${feed}`, payload: { feed } })),
  { cron: '2 * * * *', name: 'close-evidence-days', payload: {} },
  { cron: '20 * * * *', name: 'send-bulletins', payload: {} },
  // What was settled before there were snapshots, and money that was shared meanwhile.
  { cron: '40 * * * *', name: 'publish-figures', payload: {} },
];
