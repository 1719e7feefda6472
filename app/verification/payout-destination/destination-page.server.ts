import type { Deps } from '#app/platform/deps';
import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import { isOwnName, maskAccount, type PayoutMethod } from './destination.schema';

export type DestinationFacts = {
  destinationId: string;
  method: PayoutMethod;
  provider: string;
  holder: string;
  /** In full for those who must compare it, else its end. */
  accountNumber: string;
  recordedAt: string;
  recordedByName: string | null;
  verifiedAt: string | null;
  ownName: boolean;
};

/** Where an organisation's payouts go at present. */
export async function destinationOf(
  deps: Pick<Deps, 'db'>,
  { organisationId }: { organisationId: string },
): Promise<DestinationFacts | null> {
  const row = await deps.db.payoutDestination.findFirst({
    where: { organisationId, retiredAt: null },
    orderBy: { recordedAt: 'desc' },
    include: { recordedBy: { select: { name: true } }, organisation: { select: { name: true } } },
  });
  if (!row) return null;
  return {
    destinationId: row.id,
    method: row.method === 'bank' ? 'bank' : 'mobile-money',
    provider: row.provider,
    holder: row.holder,
    accountNumber: row.accountNumber,
    recordedAt: row.recordedAt.toISOString(),
    recordedByName: row.recordedBy.name,
    verifiedAt: row.verifiedAt?.toISOString() ?? null,
    ownName: isOwnName(row.holder, row.organisation.name),
  };
}

export type DestinationPage = { organisationName: string; destination: DestinationFacts | null; mayWrite: boolean };

/** The cooperative's own page: the number is masked for those who may not change it. */
export async function destinationPage(deps: Pick<Deps, 'db'>, { actor }: { actor: Actor }): Promise<DestinationPage> {
  const destination = await destinationOf(deps, { organisationId: actor.organisationId });
  const mayWrite = can(actor, 'payout-destination:write');
  return {
    organisationName: actor.organisationName,
    mayWrite,
    destination:
      destination && !mayWrite
        ? { ...destination, accountNumber: maskAccount(destination.accountNumber) }
        : destination,
  };
}
