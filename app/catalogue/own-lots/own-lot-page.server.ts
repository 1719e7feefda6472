import type { Actor } from '#app/identity/actor';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import { royaltyStanding } from '#app/ledger/charges/royalty-standing.server';
import { belowFloorStatement, type BelowFloorStatement } from '../below-floor/below-floor-lots.server';
import { isAccepted } from '#app/verification/is-accepted.server';
import { lotDecisions, type LotDecision } from '../review-lot/lot-decisions.server';
import { lotFacts } from '../vocabulary/lot-facts';
import type { LotState } from '../vocabulary/lot-lifecycle';
import type { ShownBand } from '../lot-band/known-band';
import { bandHistory, type BandPoint } from '../lot-band/band-history.server';
import { convertedAmount, type ConvertedAmount } from '../lot-band/converted-amount.server';
import { asCurrency } from '#app/money/currency';
import { readShownBand } from '../lot-band/read-band.server';
import { lotDocuments, type LotDocument } from '../show-lot/lot-documents.server';
import { lotTerms, type LotTerms } from '../show-lot/lot-terms.server';

/** Its seller knows what is left. */
type OwnTerms = LotTerms & { availableQuantity: string };

export type OwnLotPage = {
  lot: OwnTerms & {
    state: LotState;
    createdAt: string;
    submittedAt: string | null;
    listedAt: string | null;
    closedAt: string | null;
  };
  band: ShownBand;
  /** The ask in the cooperative's own currency, where another and a rate are known. */
  converted: ConvertedAmount[];
  history: BandPoint[];
  documents: LotDocument[];
  /** The decisions of staff, the newest first. */
  decisions: LotDecision[];
  /** Whether the cooperative may send lots to be listed. */
  accepted: boolean;
  /** Whether a royalty is named, or was found to be none: without that no lot is sent. */
  royaltyKnown: boolean;
  /** Who names it. */
  programmeName: string | null;
  /** Why the ask is under the floor, where it is. */
  belowFloor: BelowFloorStatement | null;
};

/** One of the actor's own lots, in any state. */
export async function ownLotPage(deps: Deps, { actor, lotId }: { actor: Actor; lotId: string }): Promise<OwnLotPage> {
  const row = await deps.db.lot.findUnique({ where: { id: lotId, cooperativeId: actor.organisationId } });
  if (!row) throw new NotFound();
  const on = deps.clock.now().toISOString().slice(0, 10);
  const ask = { minor: row.askMinor, currency: asCurrency(row.currency) };
  const [band, documents, decisions, accepted, converted, history, royalty, programme, belowFloor] = await Promise.all([
    readShownBand(deps, { facts: lotFacts(row), askMinor: row.askMinor }),
    lotDocuments(deps.db, lotId),
    lotDecisions(deps, lotId),
    isAccepted(deps.db, actor.organisationId),
    convertedAmount(deps, { amount: ask, to: actor.currency, on }),
    bandHistory(deps.db, lotId),
    royaltyStanding(deps.db, { cooperativeId: actor.organisationId, now: deps.clock.now() }),
    actor.programmeId
      ? deps.db.organisation.findUnique({ where: { id: actor.programmeId }, select: { name: true } })
      : null,
    belowFloorStatement(deps.db, row),
  ]);
  return {
    lot: {
      ...lotTerms(row, { exact: true }),
      availableQuantity: row.availableQuantity.toFixed(),
      state: row.state,
      createdAt: row.createdAt.toISOString(),
      submittedAt: row.submittedAt?.toISOString() ?? null,
      listedAt: row.listedAt?.toISOString() ?? null,
      closedAt: row.closedAt?.toISOString() ?? null,
    },
    band,
    converted: converted ? [converted] : [],
    history,
    documents,
    decisions,
    accepted,
    royaltyKnown: royalty.state !== 'unset',
    programmeName: programme?.name ?? null,
    belowFloor,
  };
}
