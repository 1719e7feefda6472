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
  netMinor: bigint;
  parts: WaterfallPart[];
  settledAt: Date;
  /** How the cooperative shared its net, from its own book; null before it did. */
  shared: { costsMinor: bigint; communityMinor: bigint; membersMinor: bigint; members: number } | null;
};

/** Where the money stood before it was shared out. */
const SOURCES: readonly string[] = ['held-for-order', 'payment-cost-cover'];
const PAYEE_CODES: readonly string[] = Object.values(CHARGE_ACCOUNT);

/** Who got what of an order, read from its postings alone; null before delivery was confirmed. */
export async function settledWaterfall(
  deps: { db: Deps['db'] | Tx },
  { orderId }: { orderId: string },
): Promise<SettledWaterfall | null> {
  const postings = await deps.db.posting.findMany({
    // A delivery that was taken back, because its payment is gone, shared nothing out.
    where: { orderId, entry: { kind: { in: ['delivery-settled', 'proceeds-shared'] }, reversedBy: null } },
    include: { account: true, entry: { select: { kind: true, currency: true, occurredAt: true } } },
    orderBy: { id: 'asc' },
  });
  const settled = postings.filter(({ entry }) => entry.kind === 'delivery-settled');
  const held = settled.find(({ account }) => account.code === 'held-for-order');
  const net = settled.find(({ account }) => account.code === 'payable-to-cooperative');
  if (!held || !net?.account.ownerId) return null;

  const parts = settled
    .filter(({ account }) => !SOURCES.includes(account.code))
    .map(({ account, part, amountMinor }) => ({
      part: asPart(part),
      payee: PAYEE_CODES.includes(account.code) ? account.ownerId : null,
      basis: null,
      rateBps: null,
      amountMinor: -amountMinor,
    }));
  return {
    currency: held.entry.currency,
    priceMinor: held.amountMinor,
    cooperativeId: net.account.ownerId,
    netMinor: -net.amountMinor,
    parts,
    settledAt: held.entry.occurredAt,
    shared: sharedOf(postings.filter(({ entry }) => entry.kind === 'proceeds-shared')),
  };
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
