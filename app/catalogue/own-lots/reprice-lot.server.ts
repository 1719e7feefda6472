import type { Actor } from '#app/identity/actor';
import { netInHand } from '#app/ledger/charges/in-hand.server';
import { asCurrency } from '#app/money/currency';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { ok, refuse, type Refusal, type Result } from '#app/platform/result';
import type { Tx } from '#app/platform/db/connect.server';
import { unpayableAsk } from '../ways-to-pay/ask-payable.server';
import { computeBand, type ComputedBand } from '../lot-band/lot-band.server';
import { writeLotBand } from '../lot-band/write-lot-bands.server';
import { lotFacts } from '../vocabulary/lot-facts';
import { lotMove, statesBefore } from '../vocabulary/lot-lifecycle';
import { wrongState } from '../vocabulary/lot-refusal';
import { readAskAlone } from '../list-lot/read-lot-input';
import { belowFloor, readBelowFloorReason, type BelowFloor } from '../below-floor/below-floor';
import { unlikelyAsk, type UnlikelyAsk } from '../list-lot/unlikely-ask';
import { stateBelowFloor } from '../below-floor/state-below-floor.server';

type Repricing = {
  actor: Actor;
  lotId: string;
  /** As typed in the language, in major units of the lot's own currency. */
  ask: string;
  locale?: string;
  /** Minor units of the unlikely ask that somebody said is meant. Another one is asked about anew. */
  confirmed?: string;
  /** Why it is under the floor, where it is. */
  belowFloorReason?: string;
  requestId?: string;
};

/**
 * What must be said before the new ask counts. `token` stands for this very sum and what it leaves in hand.
 */
export type RepriceDoubts = { ask: UnlikelyAsk | null; belowFloor: BelowFloor | null; askMinor: bigint; token: string };

type RefusedAsk = Refusal<'unlikely-ask' | 'reason-missing' | 'note-too-long'> & { readonly doubts: RepriceDoubts };
type Repriced = Result<
  { lotId: string; isNew: boolean; toReview: boolean },
  'ask' | 'ask-changed' | 'lot-state' | 'key-reused'
>;

/**
 * Changes what a listed lot asks for its whole quantity, as the market moves. Everything else that staff
 * approved stays. Orders placed before keep their price. What is far from the band changes nothing before
 * somebody has said that it is meant. What is under the floor is off sale until staff have approved it, as
 * when it is listed.
 */
export async function repriceLot(
  deps: Deps,
  { actor, lotId, ask, locale, confirmed, belowFloorReason = '', requestId = deps.newId() }: Repricing,
): Promise<Repriced | RefusedAsk> {
  const lot = await deps.db.lot.findUnique({ where: { id: lotId, cooperativeId: actor.organisationId } });
  if (!lot) throw new NotFound();
  const read = readAskAlone({ ask, currency: lot.currency, ...(locale ? { locale } : {}) });
  if (!('money' in read)) {
    const { messageKey, params } = read;
    return refuse('ask', messageKey, { path: 'ask', ...(params ? { params } : {}) });
  }
  const { money: asked } = read;
  if (asked.minor === lot.askMinor && statesBefore('reprice').includes(lot.state))
    return ok({ lotId, isNew: false, toReview: false });
  const computed = await computeBand(deps, { facts: lotFacts(lot), askMinor: asked.minor });
  const price = { minor: asked.minor, currency: asCurrency(lot.currency) };
  const isUnder = computed.band !== null && asked.minor < computed.band.floorMinor;
  const netMinor = isUnder ? await netInHand(deps, { cooperativeId: lot.cooperativeId, price }) : null;
  const doubts = doubtsOf({ asked: asked.minor, band: computed.band, inForceMinor: lot.askMinor, netMinor });
  if (doubts && confirmed !== doubts.token)
    return { ...refuse('unlikely-ask', wordsOf(doubts), { path: 'ask' }), doubts };
  const reason = doubts?.belowFloor ? readBelowFloorReason(belowFloorReason) : null;
  if (doubts && reason && !reason.ok) return { ...reason, doubts };

  const unpayable = await unpayableAsk(deps, { ...lot, askMinor: asked.minor });
  if (unpayable) {
    const { messageKey, params } = unpayable;
    return refuse('ask', messageKey, { path: 'ask', ...(params ? { params } : {}) });
  }

  const intent = {
    ...{ key: requestId, actorId: actor.userId, action: 'reprice-lot', now: deps.clock.now() },
    input: { lotId, ask: asked.minor },
  };
  return inTransaction(deps.db, (tx) =>
    withIdempotency(tx, intent, async (): Promise<Repriced> => {
      // What was compared with the ask in force holds only while that is in force.
      const { count } = await tx.lot.updateMany({
        where: { id: lotId, state: { in: statesBefore('reprice') }, askMinor: lot.askMinor },
        data: {
          askMinor: asked.minor,
          ...lotMove(isUnder ? 'undercut' : 'reprice', deps.clock.now()).data,
        },
      });
      if (count === 0)
        return (await isListed(tx, lotId)) ? refuse('ask-changed', 'catalogue:refusal.askChanged') : wrongState();
      if (doubts?.belowFloor && reason?.ok) {
        const { belowFloor } = doubts;
        await stateBelowFloor(tx, deps, { actor, lotId, currency: lot.currency, belowFloor, reason: reason.value });
      }
      await writeLotBand(tx, deps, lotId, computed);
      await recordAudit(tx, deps, {
        actor,
        action: 'lot:reprice',
        subjectKind: 'lot',
        subjectId: lotId,
        detail: { from: lot.askMinor.toString(), to: asked.minor.toString(), currency: lot.currency },
      });
      return ok({ lotId, isNew: true, toReview: isUnder });
    }),
  );
}

type Compared = { asked: bigint; band: ComputedBand['band']; inForceMinor: bigint; netMinor: bigint | null };

function doubtsOf({ asked, band, inForceMinor, netMinor }: Compared): RepriceDoubts | null {
  const ask = unlikelyAsk(asked, { band, inForceMinor });
  const below = belowFloor({ askMinor: asked, band, netMinor });
  if (!ask && !below) return null;
  return { ask, belowFloor: below, askMinor: asked, token: below ? `${asked} ${netMinor ?? '-'}` : asked.toString() };
}

function wordsOf({ ask }: RepriceDoubts): string {
  return ask ? 'catalogue:own.unlikely' : 'catalogue:belowFloor.confirm';
}

async function isListed(tx: Tx, lotId: string): Promise<boolean> {
  return (await tx.lot.count({ where: { id: lotId, state: { in: statesBefore('reprice') } } })) > 0;
}
