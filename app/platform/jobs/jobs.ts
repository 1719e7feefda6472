import type { Tx } from '../db/connect.server';

/** Names and payloads of every background job: the worker's task list is checked against it. */
export type JobPayloads = {
  'process-stripe-event': { eventId: string };
  'expire-order': { orderId: string };
  'mail-order-step': { orderEventId: string };
  'send-mail': { to: string; subject: string; text: string };
  'recompute-bands': { reason: string };
  'read-price-file': { draftId: string; workId: string };
  'accept-price-file': { draftId: string; workId: string };
  'remove-file': { storageKey: string };
  'fetch-feed': { feed: string; attempt?: number };
  'close-evidence-days': Record<string, never>;
  'send-bulletins': Record<string, never>;
  'publish-figures': Record<string, never>;
  'send-sms': { to: string; text: string };
};
export type JobName = keyof JobPayloads;

export type Jobs = {
  /**
   * Adds the job inside the caller's transaction: it exists exactly if the write does. A job with a `key` replaces a waiting one
   * of the same key.
   */
  enqueue<Name extends JobName>(
    tx: Tx,
    name: Name,
    payload: JobPayloads[Name],
    options?: { key?: string; runAt?: Date; maxAttempts?: number },
  ): Promise<void>;
};
