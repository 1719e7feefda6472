import type { Tx } from '#app/platform/db/connect.server';
import { buildCashTransaction } from '../objects/cash-objects';
import { buildCharge } from '../objects/charge';
import { buildCheckoutSession } from '../objects/checkout-session';
import { buildBalanceTransaction, buildCustomer, buildDispute, buildRefund } from '../objects/money-objects';
import { buildPaymentIntent } from '../objects/payment-intent';
import type { WireObject } from '../objects/rows';
import { payPageUrl } from '../rules/pay-page-url';
import type { SandboxSettings } from '../sandbox-context.server';

export type Reading = { tx: Tx; settings: SandboxSettings; now: () => Date };
type Loader = (reading: Reading, id: string) => Promise<WireObject | null>;

const LOADERS: Readonly<Record<string, Loader>> = {
  async cs({ tx, settings }, id) {
    const row = await tx.sandboxCheckoutSession.findUnique({ where: { id } });
    return row && buildCheckoutSession(row, payPageUrl(settings, id));
  },
  async pi({ tx, settings }, id) {
    const row = await tx.sandboxPaymentIntent.findUnique({ where: { id } });
    return row && buildPaymentIntent(row, `${payPageUrl(settings, row.sessionId)}/authenticate`);
  },
  async ch({ tx }, id) {
    const row = await tx.sandboxCharge.findUnique({ where: { id } });
    return row && buildCharge(row);
  },
  async re({ tx }, id) {
    const row = await tx.sandboxRefund.findUnique({ where: { id } });
    return row && buildRefund(row);
  },
  async du({ tx, now }, id) {
    const row = await tx.sandboxDispute.findUnique({ where: { id } });
    if (row === null) return null;
    const moved = await tx.sandboxBalanceTransaction.findMany({
      where: { sourceId: id },
      orderBy: { sequence: 'asc' },
    });
    return buildDispute(row, moved, now());
  },
  async txn({ tx, now }, id) {
    const row = await tx.sandboxBalanceTransaction.findUnique({ where: { id } });
    return row && buildBalanceTransaction(row, now());
  },
  async cus({ tx }, id) {
    const row = await tx.sandboxCustomer.findUnique({ where: { id } });
    return row && buildCustomer(row);
  },
  async ccsbtxn({ tx }, id) {
    const row = await tx.sandboxCashTransaction.findUnique({ where: { id } });
    return row && buildCashTransaction(row);
  },
  async evt({ tx }, id) {
    const row = await tx.sandboxEvent.findUnique({ where: { id } });
    return row && (JSON.parse(row.body) as WireObject);
  },
};

/** Any object by its id, as it is now. The id's prefix says its kind. Null when there is none. */
export async function loadObject(reading: Reading, id: string): Promise<WireObject | null> {
  const load = LOADERS[id.slice(0, id.indexOf('_'))];
  return load ? load(reading, id) : null;
}

/** For an object that the same transaction has just written. */
export async function loadKnownObject(reading: Reading, id: string): Promise<WireObject> {
  const object = await loadObject(reading, id);
  if (object === null) throw new Error(`The sandbox lost ${id}`);
  return object;
}
