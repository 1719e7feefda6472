import type { Actor } from '#app/identity/actor';
import type { OrganisationKind } from '#app/identity/roles';
import type { Prisma } from '#app/platform/db/generated/client';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import type { PayoutState } from './payout-lifecycle';

export type PayoutRow = {
  id: string;
  number: string;
  orderId: string;
  state: PayoutState;
  cooperativeName: string;
  /** What was sent, and what arrived of it once the treasurer has counted. */
  amountMinor: bigint;
  receivedMinor: bigint | null;
  currency: string;
  preparedAt: string;
  approvedAt: string | null;
  confirmedAt: string | null;
};

const PAGE_SIZE = 20;

/**
 * The payouts of the actor's cooperative or programme, newest first. A cooperative sees those that were sent,
 * not what staff only prepare.
 */
export async function listPayouts(
  deps: Pick<Deps, 'db'>,
  {
    actor,
    side = actor.organisationKind,
    cursor = null,
    states,
  }: { actor: Actor; side?: OrganisationKind; cursor?: string | null; states?: PayoutState[] },
): Promise<{ items: PayoutRow[]; next: string | null }> {
  const after = readCursor(cursor);
  const rows = await deps.db.payout.findMany({
    where: {
      ...visiblePayouts(actor, side),
      ...(states ? { state: { in: states } } : {}),
      ...(after
        ? { OR: [{ preparedAt: { lt: after.preparedAt } }, { preparedAt: after.preparedAt, id: { lt: after.id } }] }
        : {}),
    },
    orderBy: [{ preparedAt: 'desc' }, { id: 'desc' }],
    take: PAGE_SIZE + 1,
    include: { cooperative: { select: { name: true } } },
  });
  const page = rows.slice(0, PAGE_SIZE);
  const last = page.at(-1);
  return {
    items: page.map((row) => ({
      id: row.id,
      number: row.number,
      orderId: row.orderId,
      state: row.state,
      cooperativeName: row.cooperative.name,
      amountMinor: row.amountMinor,
      receivedMinor: row.receivedMinor,
      currency: row.currency,
      preparedAt: row.preparedAt.toISOString(),
      approvedAt: row.approvedAt?.toISOString() ?? null,
      confirmedAt: row.confirmedAt?.toISOString() ?? null,
    })),
    next: rows.length > PAGE_SIZE && last ? `${last.preparedAt.toISOString()}~${last.id}` : null,
  };
}

/** What of payouts an organisation may see. Throws Forbidden where the page is another side's. */
export function visiblePayouts(
  { organisationKind, organisationId }: Actor,
  side: OrganisationKind,
): Prisma.PayoutWhereInput {
  if (organisationKind !== side || side === 'buyer') throw new Forbidden('the page of another side');
  return side === 'programme'
    ? { programmeId: organisationId }
    : { cooperativeId: organisationId, approvedAt: { not: null } };
}

function readCursor(cursor: string | null): { preparedAt: Date; id: string } | null {
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)~([0-9a-f-]{36})$/.exec(cursor ?? '');
  return match?.[1] && match[2] ? { preparedAt: new Date(match[1]), id: match[2] } : null;
}
