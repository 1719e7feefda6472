import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import type { Deps } from '#app/platform/deps';
import { Forbidden, NotFound } from '#app/platform/http/errors';
import { namesOf } from '../imports/names-of.server';
import { figuresAside, type FigureAside } from './figures-aside.server';
import { keptFacts, type ProposalFacts, type ProposalKind } from './proposal-facts.schema';

export type ProposalState = 'waiting' | 'approved' | 'rejected' | 'withdrawn';

export type ProposalRow = {
  id: string;
  proposal: ProposalFacts;
  state: ProposalState;
  documentId: string | null;
  proposedBy: string;
  proposedByReader: boolean;
  proposedAt: string;
  decidedBy: string | null;
  decidedAt: string | null;
  note: string | null;
  /** Approved, but the figure moved too far to count at once. */
  aside: FigureAside | null;
};

const MOST_SHOWN = 30;

/** The last proposals of a kind of the actor's programme, those that wait first. */
export async function listProposals(
  deps: Pick<Deps, 'db'>,
  { actor, kind }: { actor: Actor; kind: ProposalKind },
): Promise<ProposalRow[]> {
  if (!can(actor, 'price:read')) throw new Forbidden();
  const own = { programmeId: actor.organisationId, kind };
  const read = (state: object) =>
    deps.db.priceProposal.findMany({
      where: { ...own, state },
      orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
      take: MOST_SHOWN,
    });
  const [waiting, decided] = await Promise.all([read({ equals: 'waiting' }), read({ not: 'waiting' })]);
  return withNames(deps, actor, [...waiting, ...decided].slice(0, MOST_SHOWN));
}

/** One proposal; of another programme there is none. */
export async function getProposal(
  deps: Pick<Deps, 'db'>,
  { actor, proposalId }: { actor: Actor; proposalId: string },
): Promise<ProposalRow> {
  if (!can(actor, 'price:read')) throw new Forbidden();
  const row = await deps.db.priceProposal.findUnique({ where: { id: proposalId } });
  if (row?.programmeId !== actor.organisationId) throw new NotFound('proposal of another programme');
  const [shown] = await withNames(deps, actor, [row]);
  if (!shown) throw new NotFound();
  return shown;
}

type Row = {
  id: string;
  kind: string;
  facts: unknown;
  state: string;
  documentId: string | null;
  proposedBy: string;
  proposedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  note: string | null;
};

async function withNames(deps: Pick<Deps, 'db'>, actor: Actor, rows: readonly Row[]): Promise<ProposalRow[]> {
  const people = rows.flatMap(({ proposedBy, decidedBy }) => [proposedBy, decidedBy]);
  const [names, aside] = await Promise.all([namesOf(deps, people), figuresAside(deps, rows)]);
  return rows.map((row) => ({
    id: row.id,
    proposal: keptFacts(row.kind, row.facts),
    state: row.state as ProposalState,
    documentId: row.documentId,
    proposedBy: names.get(row.proposedBy) ?? row.proposedBy,
    proposedByReader: row.proposedBy === actor.userId,
    proposedAt: row.proposedAt.toISOString(),
    decidedBy: row.decidedBy && (names.get(row.decidedBy) ?? row.decidedBy),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    note: row.note,
    aside: aside.get(row.id) ?? null,
  }));
}
