import type { Db, Tx } from '#app/platform/db/connect.server';
import type { Log } from '#app/platform/log';

export type SandboxSettings = {
  /** The key that API calls must carry. */
  secretKey: string;
  webhookSecret: string;
  /** Where signed events are posted: the product's own webhook address. */
  webhookUrl: string;
  /** Base of the pay page's address, without a trailing slash. */
  publicUrl: string;
};

export type SandboxOptions = {
  db: Db;
  settings: SandboxSettings;
  /** The product's clock: a session's expiry is counted by it on both sides. */
  now: () => Date;
  log: Log;
  fetch?: typeof globalThis.fetch;
};

export type SandboxContext = Required<SandboxOptions> & {
  /** Sends what is due, without the caller waiting for it. Called after each change. */
  deliverSoon: () => void;
  /** When no such round is under way: what is sent by a round after that is counted by it alone. */
  delivered: () => Promise<void>;
};

/** What a state change works with: the transaction that it happens in and the rest of the sandbox. */
export type Change = Pick<SandboxContext, 'settings' | 'now'> & { tx: Tx };
