import { lotMove } from '../vocabulary/lot-lifecycle';
import type { Actor } from '#app/identity/actor';
import { netInHand } from '#app/ledger/charges/in-hand.server';
import { royaltyStanding } from '#app/ledger/charges/royalty-standing.server';
import { asCurrency } from '#app/money/currency';
import type { Tx } from '#app/platform/db/connect.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import { ok, refuse, type Refusal, type Result } from '#app/platform/result';
import { isAccepted } from '#app/verification/is-accepted.server';
import { wrongState } from '../vocabulary/lot-refusal';
import { computeBand } from '../lot-band/lot-band.server';
import { readBelowFloorReason, type BelowFloor } from '../below-floor/below-floor';
import { listingDoubts, type ListingDoubts } from './listing-doubts';
import { lotFacts } from '../vocabulary/lot-facts';
import { stateBelowFloor } from '../below-floor/state-below-floor.server';

export type DoubtedLot = Refusal<'unlikely-lot'> & { readonly doubts: ListingDoubts };

export function doubtedLot(doubts: ListingDoubts): DoubtedLot {
  return { ...refuse('unlikely-lot', ...whatIsDoubted(doubts)), doubts };
}

function whatIsDoubted({ ask, belowFloor }: ListingDoubts): [messageKey: string, extra: { path: string }] {
  if (ask) return ['catalogue:own.unlikely', { path: 'ask' }];
  if (belowFloor) return ['catalogue:belowFloor.confirm', { path: 'belowFloorReason' }];
  return ['catalogue:own.unlikelyPurity', { path: 'grade' }];
}

/**
 * What the seller said to what is doubted: the token of the very figures, and why the ask is under the floor.
 */
export type Confirmed = { confirmed?: string; belowFloorReason?: string };

/**
 * The reason for an ask under the floor, or what must be said before this lot is listed. Null where nothing
 * is doubted.
 */
export function confirmDoubts(
  doubts: ListingDoubts | null,
  { confirmed, belowFloorReason = '' }: Confirmed,
): { refused: Refusal } | { stated: { belowFloor: BelowFloor; reason: string } | null } {
  if (!doubts) return { stated: null };
  const reason = doubts.belowFloor ? readBelowFloorReason(belowFloorReason) : null;
  if (confirmed !== doubts.token) return { refused: doubtedLot(doubts) };
  if (reason && !reason.ok) return { refused: { ...reason, doubts } as Refusal };
  return { stated: doubts.belowFloor && reason ? { belowFloor: doubts.belowFloor, reason: reason.value } : null };
}

type Submission = { actor: Actor; lotId: string; requestId?: string } & Confirmed;
type SubmitRefusal = 'not-accepted' | 'lot-state' | 'charges-unset' | 'ask-changed' | 'key-reused';
type Submitted = Result<{ lotId: string }, SubmitRefusal>;

/**
 * Sends a draft to the programme's staff. Only an accepted cooperative may whose charges are known: otherwise
 * the draft waits and nothing is lost. What is far from the band, under its floor, or hardly ever so pure, is
 * sent once somebody has said that these very figures are meant.
 */
export async function submitLot(
  deps: Deps,
  { actor, lotId, requestId = deps.newId(), ...confirmed }: Submission,
): Promise<Submitted | DoubtedLot | Refusal> {
  const seen = await doubtsOf(deps, { actor, lotId });
  const answer = confirmDoubts(seen.doubts, confirmed);
  const intent = {
    ...{ key: requestId, actorId: actor.userId, action: 'submit-lot', now: deps.clock.now() },
    input: { lotId, ...confirmed },
  };
  // What is doubted is said after what stands in the way altogether.
  let doubted: Refusal | null = null;
  const submitted = await inTransaction(deps.db, (tx) =>
    withIdempotency(tx, intent, async (): Promise<Submitted> => {
      const lot = await lockLot(tx, { actor, lotId });
      if (lot.state === 'submitted') return ok({ lotId });
      const hindrance = await hindranceOf(tx, deps, actor);
      if (hindrance) return hindrance;
      const { from, data } = lotMove('submit', deps.clock.now());
      if (!from.some((state) => state === lot.state)) return wrongState();
      if (lot.askMinor !== seen.askMinor) return refuse('ask-changed', 'catalogue:refusal.askChanged');
      if ('refused' in answer) {
        doubted = answer.refused;
        return wrongState();
      }
      if (answer.stated) await stateBelowFloor(tx, deps, { actor, lotId, currency: lot.currency, ...answer.stated });
      await tx.lot.update({ where: { id: lotId }, data });
      return ok({ lotId });
    }),
  );
  return doubted ?? submitted;
}

async function lockLot(tx: Tx, { actor, lotId }: { actor: Actor; lotId: string }) {
  const [lot] = await tx.$queryRaw<{ state: string; askMinor: bigint; currency: string }[]>`
    SELECT state::text AS state, "askMinor", currency FROM "Lot"
     WHERE id = ${lotId}::uuid AND "cooperativeId" = ${actor.organisationId}::uuid FOR NO KEY UPDATE`;
  if (!lot) throw new NotFound();
  return lot;
}

async function hindranceOf(
  tx: Tx,
  { clock }: Pick<Deps, 'clock'>,
  { organisationId }: Actor,
): Promise<Refusal<'not-accepted' | 'charges-unset'> | null> {
  if (!(await isAccepted(tx, organisationId))) return refuse('not-accepted', 'catalogue:refusal.notAccepted');
  const royalty = await royaltyStanding(tx, { cooperativeId: organisationId, now: clock.now() });
  return royalty.state === 'unset' ? refuse('charges-unset', 'catalogue:refusal.chargesUnset') : null;
}

type Seen = { doubts: ListingDoubts | null; askMinor: bigint | null };

async function doubtsOf(deps: Deps, { actor, lotId }: { actor: Actor; lotId: string }): Promise<Seen> {
  const lot = await deps.db.lot.findUnique({ where: { id: lotId, cooperativeId: actor.organisationId } });
  if (lot?.state !== 'draft') return { doubts: null, askMinor: lot?.askMinor ?? null };
  const { askMinor } = lot;
  const facts = lotFacts(lot);
  const { band } = await computeBand(deps, { facts, askMinor });
  const price = { minor: askMinor, currency: asCurrency(lot.currency) };
  const isUnder = band !== null && askMinor < band.floorMinor;
  const netMinor = isUnder ? await netInHand(deps, { cooperativeId: lot.cooperativeId, price }) : null;
  return { doubts: listingDoubts({ facts, askMinor, band, netMinor }), askMinor };
}
