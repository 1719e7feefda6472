import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import type { Deps } from '#app/platform/deps';
import { Forbidden, NotFound } from '#app/platform/http/errors';
import { readCursor } from '../imports/list-imports.server';
import { namesOf } from '../imports/names-of.server';
import { figuresAside, type FigureAside } from './figures-aside.server';
import { keptFacts, type ProposalFacts, type ProposalKind } from './proposal-facts.schema';

export const PROPOSAL_STATES = ['waiting', 'approved', 'rejected', 'withdrawn'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export type ProposalRow = {
  id: string;
  proposal: ProposalFacts;
  state: ProposalState;
  /** `href` is null where the reader opens no papers. */
  document: { href: string | null } | null;
  proposedBy: string;
  proposedByReader: boolean;
  proposedAt: string;
  decidedBy: string | null;
  decidedAt: string | null;
  note: string | null;
  /** Approved, but the figure does not count. */
  aside: FigureAside | null;
};

const MOST_WAITING = 30;
const PAGE_SIZE = 10;

type Asked = { actor: Actor; kind: ProposalKind; cursor?: string | null };

/** Proposals of a kind of the actor's programme: on the first page all that wait, then those decided on, the newest first, a page at a time. */
export async function listProposals(
  deps: Pick<Deps, 'db'>,
  { actor, kind, cursor = null }: Asked,
): Promise<{ items: ProposalRow[]; next: string | null }> {
  if (!can(actor, 'price:read')) throw new Forbidden();
  const own = { programmeId: actor.organisationId, kind };
  const after = readCursor(cursor);
  const older = after
    ? { OR: [{ proposedAt: { lt: after.at } }, { proposedAt: after.at, id: { lt: after.id } }] }
    : undefined;
  const read = (where: object, take: number) =>
    deps.db.priceProposal.findMany({ where, orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }], take });
  const [waiting, decided] = await Promise.all([
    after ? [] : read({ ...own, state: 'waiting' }, MOST_WAITING),
    read({ ...own, state: { not: 'waiting' }, ...older }, PAGE_SIZE + 1),
  ]);
  const page = decided.slice(0, PAGE_SIZE);
  const last = page.at(-1);
  return {
    items: await withNames(deps, actor, [...waiting, ...page]),
    next: decided.length > PAGE_SIZE && last ? `${last.proposedAt.toISOString()}~${last.id}` : null,
  };
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
  // The same roles as in the table of papers, which is of a room above.
  const opensPapers = can(actor, 'price:approve');
  return rows.map((row) => ({
    id: row.id,
    proposal: keptFacts(row.kind, row.facts),
    state: row.state as ProposalState,
    document: row.documentId === null ? null : { href: opensPapers ? `/documents/${row.documentId}` : null },
    proposedBy: names.get(row.proposedBy) ?? row.proposedBy,
    proposedByReader: row.proposedBy === actor.userId,
    proposedAt: row.proposedAt.toISOString(),
    decidedBy: row.decidedBy && (names.get(row.decidedBy) ?? row.decidedBy),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    note: row.note,
    aside: aside.get(row.id) ?? null,
  }));
}
