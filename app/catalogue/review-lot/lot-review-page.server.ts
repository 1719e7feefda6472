import type { Actor } from '#app/identity/actor';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import { belowFloorStatement, type BelowFloorStatement } from '../below-floor/below-floor-lots.server';
import { mayOpenPaper } from '#app/verification/documents/paper-access';
import { lotFacts } from '../vocabulary/lot-facts';
import type { LotState } from '../vocabulary/lot-lifecycle';
import type { ShownBand } from '../lot-band/known-band';
import { readShownBand } from '../lot-band/read-band.server';
import { lotDocuments, type LotDocument } from '../show-lot/lot-documents.server';
import { lotTerms, type LotTerms } from '../show-lot/lot-terms.server';
import { lotDecisions, type LotDecision } from './lot-decisions.server';
import { readSeller, type Seller } from '../show-lot/seller.server';

export type LotReviewPage = {
  lot: LotTerms & { state: LotState; submittedAt: string | null };
  band: ShownBand;
  seller: Seller;
  documents: LotDocument[];
  mayOpenPapers: boolean;
  decisions: LotDecision[];
  /** Why the ask is under the floor, in the seller's words. */
  belowFloor: BelowFloorStatement | null;
};

/**
 * A lot of one of the actor's programme's cooperatives, with the evidence beside the decision. Drafts are the
 * cooperative's own.
 */
export async function lotReviewPage(
  deps: Deps,
  { actor, lotId }: { actor: Actor; lotId: string },
): Promise<LotReviewPage> {
  const row = await deps.db.lot.findUnique({ where: { id: lotId } });
  const ours =
    row && (await deps.db.organisation.count({ where: { id: row.cooperativeId, programmeId: actor.organisationId } }));
  const decisions = ours ? await lotDecisions(deps, lotId) : [];
  // A lot that was sent back is a draft again. Staff who decided on it still find their decision.
  if (!row || !ours || (row.state === 'draft' && decisions.length === 0)) throw new NotFound();
  const [seller, band, documents, belowFloor] = await Promise.all([
    readSeller(deps.db, { id: row.cooperativeId }),
    readShownBand(deps, { facts: lotFacts(row), askMinor: row.askMinor }),
    lotDocuments(deps.db, lotId),
    belowFloorStatement(deps.db, row),
  ]);
  if (!seller) throw new NotFound();
  return {
    lot: {
      ...lotTerms(row, { exact: true }),
      state: row.state,
      submittedAt: row.submittedAt?.toISOString() ?? null,
    },
    band,
    seller,
    documents,
    mayOpenPapers: mayOpenPaper('lot-assay', actor, 'programme'),
    decisions,
    belowFloor,
  };
}
