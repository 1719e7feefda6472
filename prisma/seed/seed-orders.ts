import { Decimal } from '#app/money/decimal';
import { toAmount } from '#app/money/money';
import { asCurrency } from '#app/money/currency';
import { approvePayout } from '#app/payments/approve-payout/approve-payout.server';
import { preparePayout } from '#app/payments/prepare-payout/prepare-payout.server';
import { sandboxFeeMinor } from '#app/stripe-sandbox/rules/sandbox-fee';
import { confirmShareReceipt } from '#app/proceeds/distribution/confirm-share-receipt.server';
import { distributeOrder } from '#app/proceeds/distribution/distribute-order.server';
import { confirmDelivery } from '#app/trading/orders/confirm-delivery.server';
import { confirmPayout } from '#app/trading/settlement/confirm-payout.server';
import { totalOf } from '#app/trading/lifecycle/order-entries';
import { placeOrder } from '#app/trading/place-order/place-order.server';
import { recordPayment } from '#app/trading/take-payment/record-payment.server';
import { shipOrder } from '#app/trading/orders/ship-order.server';
import type { PlannedOrder } from './order-calendar';
import { samplePaper } from './sample-paper';
import { actorOf, daysAfter, must, type Cast, type SeedDeps } from './seed-world';
import type { SeedCooperative } from './world/types';

/** What is missing where a payout arrives short. */
const SHORTFALL_MINOR = 35_00n;

const CARRIERS = ['Lakeside Courier', 'Highland Freight', 'Ocean Parcel', 'Secure Transit'];

/**
 * Walks one order through its life, each step by the one who may take it, as far as the calendar goes: what
 * would happen after `end` has not happened yet, so that the last weeks' orders wait where live ones would.
 */
export async function seedOrder(
  deps: SeedDeps,
  cast: Cast,
  { cooperative, lotId, order, end }: { cooperative: SeedCooperative; lotId: string; order: PlannedOrder; end: Date },
): Promise<void> {
  const { random } = deps;
  const purchaser = actorOf(cast, order.buyer.key, 'purchaser');
  const manager = actorOf(cast, cooperative.key, 'manager');
  const treasurer = actorOf(cast, cooperative.key, 'treasurer');
  const officer = actorOf(cast, cooperative.programme, 'officer');
  const controller = actorOf(cast, cooperative.programme, 'controller');
  let now = order.at;
  function reaches(days: number, hour: number): boolean {
    now = daysAfter(now, days, hour);
    deps.clock.set(now);
    return now < end;
  }

  deps.clock.set(now);
  const placed = must(
    await placeOrder(deps, {
      actor: purchaser,
      lotId,
      quantity: order.quantity,
      shownPriceMinor: null,
      termsAccepted: true,
      requestId: deps.newId(),
    }),
    `order of ${order.quantity} from ${cooperative.name}`,
  );
  const { orderId } = placed;
  const placedOrder = await deps.db.order.findUniqueOrThrow({ where: { id: orderId } });
  const { currency, paymentMethod } = placedOrder;
  const amountMinor = totalOf(placedOrder);
  deps.clock.set((now = new Date(now.getTime() + 20 * 60_000)));
  await recordPayment(deps, {
    orderId,
    chargeId: `ch_demo_${orderId.replaceAll('-', '')}`,
    amountMinor,
    feeMinor: sandboxFeeMinor(amountMinor, paymentMethod === 'transfer' ? 'bank' : 'card'),
    occurredAt: now,
  });

  if (!reaches(random.between(2, 7), 11)) return;
  const shippedOn = now.toISOString().slice(0, 10);
  must(
    await shipOrder(deps, {
      actor: manager,
      orderId,
      carrier: random.pick(CARRIERS),
      reference: `W${random.between(100_000, 999_999)}`,
      shippedOn,
      requestId: deps.newId(),
    }),
    'shipping',
  );
  if (!reaches(random.between(3, 9), 14)) return;
  must(
    await confirmDelivery(deps, { actor: purchaser, orderId, agreed: true, note: '', requestId: deps.newId() }),
    'delivery',
  );
  if (!reaches(random.between(1, 3), 9)) return;
  const prepared = must(await preparePayout(deps, { actor: officer, orderId, requestId: deps.newId() }), 'payout');
  const { payoutId } = prepared;
  if (!reaches(random.between(0, 2), 16)) return;
  const reference = `TRX${random.between(1_000_000, 9_999_999)}`;
  const proof = {
    name: `${reference}.pdf`,
    bytes: samplePaper(['Proof of transfer', reference, cooperative.payout.provider, cooperative.name]),
  };
  must(
    await approvePayout(deps, { actor: controller, payoutId, reference, proof, requestId: deps.newId() }),
    'approval',
  );
  if (!reaches(random.between(1, 3), 10)) return;
  const { amountMinor: netMinor } = await deps.db.payout.findUniqueOrThrow({
    where: { id: payoutId },
    select: { amountMinor: true },
  });
  const missing = order.arrivesShort ? SHORTFALL_MINOR : 0n;
  const received = toAmount({ minor: netMinor - missing, currency: asCurrency(currency) });
  const note = order.arrivesShort ? 'The bank kept a fee that nobody had named.' : '';
  must(await confirmPayout(deps, { actor: treasurer, payoutId, received, note, requestId: deps.newId() }), 'receipt');
  if (order.arrivesShort) return;
  if (!reaches(random.between(1, 4), 15)) return;
  await shareOut(deps, { treasurer, orderId, netMinor, currency });
}

async function shareOut(
  deps: SeedDeps,
  {
    treasurer,
    orderId,
    netMinor,
    currency,
  }: { treasurer: ReturnType<typeof actorOf>; orderId: string; netMinor: bigint; currency: string },
): Promise<void> {
  const { random } = deps;
  const part = (percent: number) => {
    const minor = new Decimal(netMinor.toString()).times(percent).div(100).toDecimalPlaces(0, Decimal.ROUND_HALF_EVEN);
    return toAmount({ minor: BigInt(minor.toFixed()), currency: asCurrency(currency) });
  };
  const rule = random.pick(['equal', 'hours', 'hours', 'contribution']);
  must(
    await distributeOrder(deps, {
      actor: treasurer,
      orderId,
      requestId: deps.newId(),
      distribution: { rule, costs: part(random.between(5, 11)), community: part(random.between(1, 3)), weights: {} },
    }),
    'sharing out',
  );
  const shares = await deps.db.distributionShare.findMany({
    where: { distribution: { orderId } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  must(
    await confirmShareReceipt(deps, { actor: treasurer, orderId, shareIds: shares.map(({ id }) => id) }),
    'receipts',
  );
}
