import { deliverDueWebhooks } from './deliver-due-webhooks.server';
import type { SandboxContext, SandboxOptions } from './sandbox-context.server';

/** The sandbox's parts with a mailman that runs one round at a time in this process. */
export function createSandboxContext(options: SandboxOptions): SandboxContext {
  const complete = { fetch: globalThis.fetch, ...options };
  let running: Promise<void> | null = null;
  let again = false;
  async function drain(): Promise<void> {
    do {
      again = false;
      await deliverDueWebhooks(complete);
    } while (again);
  }
  return {
    ...complete,
    deliverSoon() {
      again = true;
      running ??= drain()
        .catch((error: unknown) => complete.log.warn({ err: error }, 'sandbox webhooks wait for the next round'))
        .finally(() => {
          running = null;
        });
    },
    async delivered() {
      await running;
    },
  };
}
