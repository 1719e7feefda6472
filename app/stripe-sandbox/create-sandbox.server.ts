import type { Express, Router } from 'express';
import type { Deps } from '#app/platform/deps';
import { createCheckoutPageRouter } from './create-checkout-page-router.server';
import { createSandboxApp } from './create-sandbox-app.server';
import { deliverDueWebhooks } from './deliver-due-webhooks.server';

export type Sandbox = {
  /** The API, for loopback. */
  api: Express;
  /** The pay page, for the product's own address. */
  payPage: Router;
  /** Ends the delivery of webhooks. What is due then waits in its table. */
  stop(): Promise<void>;
};

const ROUND_MS = 1000;

/** The sandbox of one web process: API, pay page, and a round of webhook deliveries every second. */
export function createSandbox({ db, settings, clock, log }: Deps): Sandbox {
  const options = {
    db,
    log,
    now: () => clock.now(),
    settings: {
      secretKey: settings.payments.secretKey,
      webhookSecret: settings.payments.webhookSecret,
      webhookUrl: `http://127.0.0.1:${settings.port}/webhooks/stripe`,
      publicUrl: settings.publicUrl,
    },
  };
  let round: Promise<void> | null = null;
  const timer = setInterval(() => {
    round ??= deliverDueWebhooks(options)
      .then(
        () => undefined,
        (error: unknown) => log.warn({ err: error }, 'sandbox webhooks wait for the next round'),
      )
      .finally(() => {
        round = null;
      });
  }, ROUND_MS);
  return {
    api: createSandboxApp(options),
    payPage: createCheckoutPageRouter(options),
    async stop() {
      clearInterval(timer);
      await round;
    },
  };
}
