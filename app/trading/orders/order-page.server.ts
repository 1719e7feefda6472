import { orderPostings, type OrderPosting } from '#app/ledger/postings/order-postings.server';
import { membersAsSums, type JournalReader } from '#app/ledger/postings/members-as-sums';
import { settledWaterfall } from '#app/ledger/waterfall/settled-waterfall.server';
import { comparePlanned, type ComparedPart } from '#app/ledger/waterfall/waterfall';
import type { Grade } from '#app/catalogue/products/contained-mass';
import type { Actor } from '#app/identity/actor';
import { isShowable } from '#app/identity/small-groups';
import { can } from '#app/identity/permissions';
import type { OrganisationKind } from '#app/identity/roles';
import type { Deps } from '#app/platform/deps';
import type { TransferDetails } from '#app/payments/checkout/transfer-details';
import type { PaymentMethod } from '#app/payments/limits/payment-cost';
import type { PayoutState } from '#app/payments/payouts/payout-lifecycle';
import { NotFound } from '#app/platform/http/errors';
import { frozenPlan, totalOf } from '../lifecycle/order-entries';
import { openActions, STEP_PERMISSION, type OrderAction, type OrderState } from '../lifecycle/order-lifecycle';
import { ownOrders } from './own-orders.server';
import { orderSurroundings } from './order-surroundings.server';
import { isVerifiedOrder, verifiedRail, type RailCheck } from '../vocabulary/verified-rail';

export type OrderPage = {
  id: string;
  number: string;
  state: OrderState;
  /** Set while no step may be taken, because the payment is in question. */
  frozenFor: 'dispute' | 'refund' | 'loss' | null;
  lot: {
    id: string;
    number: string;
    mineral: string;
    form: string;
    grades: Grade[];
    incoterm: string;
    incotermPlace: string;
    leadTimeDays: number;
  };
  buyer: { id: string; name: string; countryCode: string };
  cooperative: { id: string; name: string; slug: string; countryCode: string };
  quantity: string;
  unit: string;
  currency: string;
  priceMinor: bigint;
  referenceMinor: bigint | null;
  baselineMinor: bigint | null;
  band: { floorMinor: bigint; fairMinor: bigint; ceilingMinor: bigint; verdict: string; method: string } | null;
  usd: { rate: string; on: string; source: string } | null;
  placedAt: string;
  payBy: string;
  carrier: string | null;
  carrierReference: string | null;
  rail: RailCheck[];
  verified: boolean;
  /** The net is planned until the ledger has settled it. */
  waterfall: { parts: ComparedPart[]; feeBps: number; netMinor: bigint; settledAt: string | null };
  shared: { costsMinor: bigint; communityMinor: bigint; membersMinor: bigint; members: number } | null;
  timeline: { action: OrderAction; to: OrderState; at: string; byName: string | null; note: string | null }[];
  evidence: { sha256: string; recordedAt: string; canonical: string }[];
  payout: { id: string; number: string; state: PayoutState; amountMinor: bigint; receivedMinor: bigint | null } | null;
  payment: {
    /** Null on orders from before methods were chosen. */
    method: PaymentMethod | null;
    /** What the buyer pays: the price, and the payment's cost where the buyer bears it. */
    totalMinor: bigint;
    costMinor: bigint;
    /** What a transfer brought beyond what the order took: it goes back. */
    sentBackMinor: bigint;
  };
  /** Bank details were opened. The money is awaited. */
  transferUnderWay: boolean;
  /** What to send where, as long as it is awaited. */
  transfer: TransferDetails | null;
  mayPay: boolean;
  /** What the reader can do now, payment aside. */
  actions: OrderAction[];
};

/** Everything one order's page shows to one side of it. Throws NotFound for anybody else. */
async function orderPage(
  deps: Pick<Deps, 'db'>,
  { actor, orderId, side }: { actor: Actor; orderId: string; side: OrganisationKind },
): Promise<OrderPage> {
  const order = await deps.db.order.findFirst({
    where: { id: orderId, ...ownOrders(actor, side) },
    include: {
      charges: { orderBy: { position: 'asc' } },
      events: { orderBy: [{ at: 'asc' }, { id: 'asc' }], include: { byUser: { select: { name: true } } } },
    },
  });
  if (!order) throw new NotFound('no such order for this organisation');
  const [around, settled] = await Promise.all([orderSurroundings(deps, order), settledWaterfall(deps, { orderId })]);
  const isOnlooker = journalReader(actor) === 'observer';
  const plan = frozenPlan(order, order.charges);
  const rail = verifiedRail({
    state: order.state,
    buyerVerifiedAt: around.buyerVerifiedAt,
    lotVerifiedAt: around.lotVerifiedAt,
    evidenceAt: around.evidence[0]?.recordedAt ?? null,
    paidAt: order.paidAt,
    deliveredAt: order.deliveredAt,
    settledAt: order.settledAt,
    payoutMismatch: around.payout?.state === 'mismatch',
  });
  const { bandFloorMinor, bandFairMinor, bandCeilingMinor, verdict, method, usdRate, usdRateOn, usdRateSource } = order;
  return {
    id: order.id,
    number: order.number,
    state: order.state,
    frozenFor: order.frozenFor,
    lot: around.lot,
    buyer: around.buyer,
    cooperative: around.cooperative,
    quantity: order.quantity.toFixed(),
    unit: order.unit,
    currency: order.currency,
    priceMinor: order.priceMinor,
    referenceMinor: order.referenceMinor,
    baselineMinor: order.baselineMinor,
    band:
      bandFloorMinor !== null && bandFairMinor !== null && bandCeilingMinor !== null
        ? {
            floorMinor: bandFloorMinor,
            fairMinor: bandFairMinor,
            ceilingMinor: bandCeilingMinor,
            verdict: verdict ?? '',
            method: method ?? '',
          }
        : null,
    usd:
      usdRate && usdRateOn
        ? { rate: usdRate.toFixed(), on: usdRateOn.toISOString().slice(0, 10), source: usdRateSource ?? '' }
        : null,
    placedAt: order.placedAt.toISOString(),
    payBy: order.payBy.toISOString(),
    carrier: order.carrier,
    carrierReference: order.carrierReference,
    rail,
    verified: isVerifiedOrder(rail),
    waterfall: {
      parts: comparePlanned(plan.parts, settled?.parts ?? null),
      feeBps: order.feeBps,
      netMinor: settled?.netMinor ?? plan.netMinor,
      settledAt: settled?.settledAt.toISOString() ?? null,
    },
    shared: sharedFor(actor, settled?.shared ?? null),
    timeline: order.events.map(({ action, to, at, byUser, note }) => ({
      action: action as OrderAction,
      to,
      at: at.toISOString(),
      byName: isOnlooker ? null : (byUser?.name ?? null),
      note: isOnlooker ? null : note,
    })),
    evidence: around.evidence.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() })),
    payout: side === 'buyer' ? null : around.payout,
    payment: {
      method: order.paymentMethod,
      totalMinor: totalOf(order),
      costMinor: order.paymentCostMinor,
      sentBackMinor: side === 'cooperative' ? 0n : around.sentBackMinor,
    },
    transferUnderWay: around.transferUnderWay && order.paymentMethod !== 'card',
    transfer: order.state === 'placed' && order.paymentMethod !== 'card' ? around.transfer : null,
    mayPay: order.state === 'placed' && can(actor, 'order:pay'),
    actions: openActions(order.state, side, order.frozenFor !== null).filter((action) =>
      can(actor, STEP_PERMISSION[action] ?? 'order:read'),
    ),
  };
}

type PageInput = { actor: Actor; orderId: string };

export function buyerOrderPage(deps: Pick<Deps, 'db'>, input: PageInput): Promise<OrderPage> {
  return orderPage(deps, { ...input, side: 'buyer' });
}

export function cooperativeOrderPage(deps: Pick<Deps, 'db'>, input: PageInput): Promise<OrderPage> {
  return orderPage(deps, { ...input, side: 'cooperative' });
}

export type ProgrammeOrderPage = OrderPage & {
  postings: (OrderPosting & { ownerName: string | null })[];
  /** Whether the cooperative's sharing is among them, as sums. */
  sharing: 'none' | 'sums' | 'withheld';
};

/** Staff see down to the postings. */
export async function programmeOrderPage(deps: Pick<Deps, 'db'>, input: PageInput): Promise<ProgrammeOrderPage> {
  const page = await orderPage(deps, { ...input, side: 'programme' });
  const journal = await orderPostings(deps, { orderId: input.orderId });
  const { postings, sharing } = membersAsSums(journal, journalReader(input.actor));
  const names = new Map([
    [page.buyer.id, page.buyer.name],
    [page.cooperative.id, page.cooperative.name],
    [page.id, page.number],
  ]);
  return {
    ...page,
    sharing,
    postings: postings.map((posting) => ({ ...posting, ownerName: ownerName(posting, names) })),
  };
}

/**
 * A donor looks on: it sees what the platform moved, nobody's name and nothing of how a cooperative shared.
 */
function journalReader({ organisationKind, role }: Actor): JournalReader {
  return organisationKind === 'programme' && role === 'observer' ? 'observer' : 'staff';
}

/**
 * How a cooperative shared its net is its own matter. Staff of its programme see it where enough people
 * share.
 */
function sharedFor(actor: Actor, shared: OrderPage['shared']): OrderPage['shared'] {
  if (actor.organisationKind === 'cooperative') return shared;
  if (actor.organisationKind === 'buyer' || journalReader(actor) === 'observer' || shared === null) return null;
  return isShowable(shared.members) ? shared : null;
}

/** Members stay nameless outside their cooperative. Payees are their own name. */
function ownerName({ code, ownerId }: OrderPosting, names: Map<string, string>): string | null {
  if (ownerId === null || code === 'payable-to-member') return null;
  return names.get(ownerId) ?? ownerId;
}
