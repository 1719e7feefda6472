import type { Deps } from '#app/platform/deps';
import type { Tx } from '#app/platform/db/connect.server';
import { CHARGE_ACCOUNT } from '../chart-of-accounts';
import { PARTS, type Part } from '../entry';
import type { WaterfallPart } from './waterfall';

export type SettledWaterfall = {
  currency: string;
  /** What left the held funds: the buyer's price. */
  priceMinor: bigint;
  cooperativeId: string;
  /**
   * What the cooperative is left with: its part of the price less what banks kept on the way, as two of the
   * staff accepted.
   */
  netMinor: bigint;
  parts: WaterfallPart[];
  settledAt: Date;
  /** How the cooperative shared its net, from its own book. Null before it did. */
  shared: { costsMinor: bigint; communityMinor: bigint; membersMinor: bigint; members: number } | null;
};

const READ = ['delivery-settled', 'payout-bank-cost', 'proceeds-shared'] as const;
/** Where the money stood before it was shared out. */
const SOURCES: readonly string[] = ['held-for-order', 'payment-cost-cover'];
const PAYEE_CODES: readonly string[] = Object.values(CHARGE_ACCOUNT);

/** Who got what of an order, read from its postings alone. Null before delivery was confirmed. */
export async function settledWaterfall(
  deps: { db: Deps['db'] | Tx },
  { orderId }: { orderId: string },
): Promise<SettledWaterfall | null> {
  const postings = await deps.db.posting.findMany({
    // A delivery that was taken back, because its payment is gone, shared nothing out.
    where: { orderId, entry: { kind: { in: [...READ] }, reversedBy: null } },
    include: { account: true, entry: { select: { kind: true, currency: true, occurredAt: true, memo: true } } },
    orderBy: { id: 'asc' },
  });
  const settled = postings.filter(({ entry }) => entry.kind === 'delivery-settled');
  const held = settled.find(({ account }) => account.code === 'held-for-order');
  const net = settled.find(({ account }) => account.code === 'payable-to-cooperative');
  if (!held || !net?.account.ownerId) return null;

  const bankCostParts = bankCosts(postings.filter(({ entry }) => entry.kind === 'payout-bank-cost'));
  const bankCostMinor = bankCostParts.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  const parts = settled
    .filter(({ account }) => !SOURCES.includes(account.code))
    .map(({ account, part, amountMinor }) => ({
      part: asPart(part),
      payee: PAYEE_CODES.includes(account.code) ? account.ownerId : null,
      basis: null,
      rateBps: null,
      // What a bank kept on the way is no money of the producers: it has a line of its own.
      amountMinor: account.code === 'payable-to-cooperative' ? -amountMinor - bankCostMinor : -amountMinor,
    }));
  return {
    currency: held.entry.currency,
    priceMinor: held.amountMinor,
    cooperativeId: net.account.ownerId,
    netMinor: -net.amountMinor - bankCostMinor,
    parts: [...parts, ...bankCostParts],
    settledAt: held.entry.occurredAt,
    shared: sharedOf(postings.filter(({ entry }) => entry.kind === 'proceeds-shared')),
  };
}

type CostPosting = { amountMinor: bigint; part: string | null; entry: { memo: unknown } };

/**
 * What banks kept of the payouts, each by its name: the rest of one payout may have gone through another
 * bank.
 */
function bankCosts(postings: readonly CostPosting[]): WaterfallPart[] {
  const byPayee = new Map<string | null, bigint>();
  for (const { part, amountMinor, entry } of postings) {
    if (part !== 'bank-cost') continue;
    const payee = (entry.memo as { payee?: string } | null)?.payee ?? null;
    byPayee.set(payee, (byPayee.get(payee) ?? 0n) + amountMinor);
  }
  return [...byPayee].map(([payee, amountMinor]) => ({
    part: 'bank-cost',
    payee,
    basis: null,
    rateBps: null,
    amountMinor,
  }));
}

function sharedOf(postings: { amountMinor: bigint; account: { code: string } }[]): SettledWaterfall['shared'] {
  if (postings.length === 0) return null;
  const of = (code: string) => postings.filter(({ account }) => account.code === code);
  const sum = (code: string) => of(code).reduce((total, { amountMinor }) => total - amountMinor, 0n);
  return {
    costsMinor: sum('production-cost'),
    communityMinor: sum('community-fund'),
    membersMinor: sum('payable-to-member'),
    members: of('payable-to-member').length,
  };
}

function asPart(part: string | null): Part {
  const known = PARTS.find((name) => name === part);
  if (!known) throw new RangeError(`A settled posting has no known part: ${part}`);
  return known;
}
