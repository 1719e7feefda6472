import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import { requireDistinctPersons } from '#app/identity/persons/require-distinct-persons.server';
import type { OrganisationKind } from '#app/identity/roles';
import type { Payout } from '#app/platform/db/generated/client';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import { maskAccount } from '#app/verification/payout-destination/destination.schema';
import { mayOpenPaper } from '#app/verification/documents/paper-access';
import { earlierPayouts, type EarlierPayout } from './earlier-payouts.server';
import { visiblePayouts } from '../payouts/payouts-page.server';
import { maxBankCost, missingPart, sumOfPayout } from '../payouts/bank-cost';
import { refuseFrozen } from '../payouts/lock-payout.server';
import { changesSincePrepared, mayHaveBeenSent, type PayoutChange } from '../payouts/payout-conditions.server';
import type { PayoutState } from '../payouts/payout-lifecycle';

export type PayoutDestination = {
  method: string;
  provider: string;
  holder: string;
  /** In full for staff who send the money. Else masked. */
  accountNumber: string;
  verifiedAt: string | null;
  /** The cooperative is paid elsewhere now. */
  retired: boolean;
};

export type PayoutPage = {
  id: string;
  number: string;
  orderId: string;
  state: PayoutState;
  cooperativeName: string;
  amountMinor: bigint;
  /** What it is called by: what arrived, once that is the end of it. */
  sumMinor: bigint;
  currency: string;
  destination: PayoutDestination;
  reference: string | null;
  /** Papers are null where the reader opens none. */
  proofDocumentId: string | null;
  receivedMinor: bigint | null;
  /** What the treasurer wrote beside what arrived. */
  note: string | null;
  /** What staff wrote when they had it counted again, took it back or sent the rest. */
  staffNote: string | null;
  /** Who did what when, in order. Steps to come have no time. */
  steps: { step: 'prepared' | 'approved' | 'confirmed'; at: string | null; byName: string | null }[];
  /** The reader prepared it, so somebody else must approve it. */
  preparedByReader: boolean;
  /** What of it changed since it was prepared. Only while it waits for approval. */
  changes: PayoutChange[];
  /** Why this reader cannot approve it, as a message key. Only where the reader would. */
  conflict: string | null;
  /** The money may have gone to the account that was prepared before the change was known. */
  mayHaveBeenSent: boolean;
  /** What the approver wrote where it had. */
  sentNote: string | null;
  /** The order stands still: no step that moves its money is taken. */
  frozen: boolean;
  /** What shows that a part that had arrived came back. */
  backDocumentId: string | null;
  /** Staff only: what became of the payouts of the order before this one. */
  earlier: EarlierPayout[];
  /** What is missing where a part arrived. */
  missingMinor: bigint | null;
  /** The most that may be accepted as the cost of a bank. */
  maxCostMinor: bigint;
  cost: { payee: string; documentId: string | null; proposedByReader: boolean } | null;
  /** The payout that sends the rest of this one, and the one of which this is the rest. */
  rest: { id: string; number: string } | null;
  completes: { id: string; number: string } | null;
  /** The currency in which the cooperative counts. */
  payeeCurrency: string;
};

/** One payout with everyone who had a hand in it. Throws NotFound for other organisations. */
export async function getPayout(
  deps: Pick<Deps, 'db'>,
  { actor, side, payoutId }: { actor: Actor; side: OrganisationKind; payoutId: string },
): Promise<PayoutPage> {
  const payout = await deps.db.payout.findFirst({
    where: { AND: [{ id: payoutId }, visiblePayouts(actor, side)] },
    include: {
      destination: true,
      completes: { select: { id: true, number: true } },
      rests: { where: { state: { not: 'cancelled' } }, select: { id: true, number: true } },
    },
  });
  if (!payout) throw new NotFound('no such payout for this organisation');
  const { preparedById, approvedById, confirmedById } = payout;
  const ids = [preparedById, approvedById, confirmedById].flatMap((id) => (id === null ? [] : [id]));
  const [users, cooperative] = await Promise.all([
    deps.db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }),
    deps.db.organisation.findUniqueOrThrow({
      where: { id: payout.cooperativeId },
      select: { name: true, currency: true },
    }),
  ]);
  const { orderId, preparedAt, destination } = payout;
  const changes = payout.state === 'prepared' ? await changesSincePrepared(deps.db, payout) : [];
  const frozen =
    payout.state === 'prepared' ? changes.includes('frozen') : (await refuseFrozen(deps.db, orderId)) !== null;
  const opensProof = mayOpenPaper('payout-proof', actor, side === 'programme' ? 'owner' : 'payee');
  const step = (name: 'prepared' | 'approved' | 'confirmed', userId: string | null, at: Date | null) => ({
    step: name,
    at: at?.toISOString() ?? null,
    byName: users.find(({ id }) => id === userId)?.name ?? null,
  });
  return {
    id: payout.id,
    number: payout.number,
    orderId,
    state: payout.state,
    cooperativeName: cooperative.name,
    amountMinor: payout.amountMinor,
    sumMinor: sumOfPayout(payout),
    currency: payout.currency,
    destination: payoutDestination(destination, { full: can(actor, 'payout:prepare') }),
    reference: payout.reference,
    proofDocumentId: opensProof ? payout.proofDocumentId : null,
    receivedMinor: payout.receivedMinor,
    note: payout.note,
    staffNote: payout.staffNote,
    steps: [
      step('prepared', preparedById, preparedAt),
      step('approved', approvedById, payout.approvedAt),
      step(
        'confirmed',
        side === 'cooperative' || can(actor, 'payout:prepare') ? confirmedById : null,
        payout.confirmedAt,
      ),
    ],
    preparedByReader: preparedById === actor.userId,
    changes,
    conflict: await approvalConflict(deps, actor, payout),
    mayHaveBeenSent: mayHaveBeenSent(changes, { verifiedAt: destination.verifiedAt, preparedAt }),
    sentNote: payout.sentNote,
    frozen,
    backDocumentId: opensProof ? payout.backDocumentId : null,
    earlier: side === 'programme' ? await earlierPayouts(deps, { actor, orderId, before: payout }) : [],
    missingMinor: missingPart(payout),
    maxCostMinor: maxBankCost(payout.amountMinor),
    cost:
      payout.costPayee === null
        ? null
        : {
            payee: payout.costPayee,
            documentId: opensProof ? payout.costDocumentId : null,
            proposedByReader: payout.costProposedById === actor.userId,
          },
    // A cooperative does not see what staff only prepare.
    rest: side === 'programme' ? (payout.rests[0] ?? null) : null,
    completes: payout.completes,
    payeeCurrency: cooperative.currency,
  };
}

/** The question of persons that the approval asks again under its locks. */
async function approvalConflict(
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  { state, preparedById, cooperativeId }: Pick<Payout, 'state' | 'preparedById' | 'cooperativeId'>,
): Promise<string | null> {
  if (state !== 'prepared' || !can(actor, 'payout:approve') || preparedById === actor.userId) return null;
  const persons = { actor, others: [preparedById], sides: [cooperativeId], payee: cooperativeId };
  const conflict = await requireDistinctPersons(deps.db, persons);
  return conflict?.messageKey ?? null;
}

type DestinationRow = {
  method: string;
  provider: string;
  holder: string;
  accountNumber: string;
  verifiedAt: Date | null;
  retiredAt: Date | null;
};

export function payoutDestination(row: DestinationRow, { full }: { full: boolean }): PayoutDestination {
  const { method, provider, holder, accountNumber, verifiedAt, retiredAt } = row;
  return {
    method,
    provider,
    holder,
    accountNumber: full ? accountNumber : maskAccount(accountNumber),
    verifiedAt: verifiedAt?.toISOString() ?? null,
    retired: retiredAt !== null,
  };
}
