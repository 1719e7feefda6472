import type { ProposalFacts } from '#app/prices/proposals/proposal-facts.schema';
import { decideProposal } from '#app/prices/proposals/decide-proposal.server';
import { propose, type KeepEvidence } from '#app/prices/proposals/propose.server';
import type { Actor } from '#app/identity/actor';
import { testOrganisation } from '#tests/support/people';
import { documentRow } from '#tests/support/rows';
import type { TestDeps } from '#tests/support/test-deps';

/** Staff of a programme who enter prices and decide on them, and one of another programme. */
export async function priceStaff(deps: TestDeps) {
  const programme = await testOrganisation(deps, { kind: 'programme', roles: ['officer', 'controller', 'observer'] });
  const other = await testOrganisation(deps, { kind: 'programme', roles: ['controller'] });
  const { officer, controller, observer } = programme.as;
  let requests = 0;
  async function enter(proposal: ProposalFacts, actor: Actor = officer): Promise<string> {
    const keepEvidence = evidenceOf(deps, actor);
    const proposed = await propose(deps, { actor, proposal, keepEvidence, requestId: `p${(requests += 1)}` });
    if (!proposed.ok) throw new Error(proposed.code);
    return proposed.value.proposalId;
  }
  const decide = (proposalId: string, actor: Actor, approve = true, note = 'Checked') =>
    decideProposal(deps, { actor, proposalId, approve, note, requestId: `d${(requests += 1)}` });
  return { officer, controller, observer, stranger: other.as.controller, enter, decide };
}

/** The paper that somebody brings along with what he or she enters. */
export function evidenceOf(deps: TestDeps, { organisationId, userId: uploadedById }: Actor): KeepEvidence {
  return async (db) => ({
    documentId: await documentRow({ ...deps, db }, { organisationId, uploadedById, kind: 'price-evidence' }),
  });
}

/** Each test begins on the same morning, with no price known. */
export async function forgetPrices(deps: TestDeps): Promise<void> {
  deps.clock.set('2026-06-02T08:00:00Z');
  await deps.db
    .$executeRaw`TRUNCATE "Series", "PriceImport", "Observation", "ObservationInForce", "QuarantineDecision", "FxRate", "PriceProposal" CASCADE`;
}

export const SHILLINGS = {
  kind: 'fx-rate',
  facts: { base: 'USD', quote: 'TZS', rate: '2590', on: '2026-06-01', source: 'Bank of Tanzania' },
} as const satisfies ProposalFacts;

/** What traders in Geita paid for a gram. */
export function geitaGold(price: string, on = '2026-05-20'): ProposalFacts {
  return {
    kind: 'local-price',
    facts: {
      commodity: 'gold',
      country: 'TZ',
      district: 'Geita',
      price,
      currency: 'TZS',
      per: 'g',
      on,
      source: 'Four traders',
    },
  };
}
