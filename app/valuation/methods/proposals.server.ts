import type { MethodDecision, MethodVersion } from '#app/platform/db/generated/client';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import { findMethod, readMethodBook } from './method-book.server';
import { methodKeyOf, type Method } from './method';
import { newestOf } from './method-book';

export type ProposalOutcome = 'approved' | 'rejected' | 'withdrawn';

export type ProposalRow = {
  id: string;
  methodKey: string;
  version: number;
  title: string;
  proposedBy: string;
  proposedById: string | null;
  proposedAt: string;
  reason: string;
  decision: { outcome: ProposalOutcome; by: string; at: string; reason: string } | null;
};

type Reader = Pick<Deps, 'db' | 'clock'>;

/** What staff have proposed, of one method or of all, what waits first and then the newest. */
export async function listProposals(
  deps: Reader,
  { methodKey, waiting }: { methodKey?: string; waiting?: boolean } = {},
): Promise<ProposalRow[]> {
  const rows = await deps.db.methodVersion.findMany({
    where: { starting: false, ...(methodKey ? { methodKey } : {}), ...(waiting ? { decision: null } : {}) },
    include: { decision: true },
    orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
    take: 50,
  });
  return rows.map(toRow).sort((a, b) => Number(a.decision !== null) - Number(b.decision !== null));
}

type Row = MethodVersion & { decision: MethodDecision | null };

function toRow({
  id,
  methodKey,
  version,
  definition,
  proposedBy,
  proposedById,
  proposedAt,
  reason,
  decision,
}: Row): ProposalRow {
  return {
    ...{ id, methodKey, version, proposedBy, proposedById, reason },
    title: (definition as { title: string }).title,
    proposedAt: proposedAt.toISOString(),
    decision: decision && {
      outcome: decision.approved ? 'approved' : isWithdrawal(decision) ? 'withdrawn' : 'rejected',
      by: decision.decidedBy,
      at: decision.decidedAt.toISOString(),
      reason: decision.reason,
    },
  };
}

/** The proposer's own no. */
export function isWithdrawal({ approved, proposedById, decidedById }: MethodDecision): boolean {
  return !approved && proposedById === decidedById;
}

/** One proposal with the method as it would be and the version that it would follow. Throws NotFound. */
export async function proposalPage(
  deps: Reader,
  { methodKey, version }: { methodKey: string; version: number },
): Promise<{ proposal: ProposalRow; candidate: Method; current: Method }> {
  const row = await deps.db.methodVersion.findFirst({
    where: { methodKey, version, starting: false },
    include: { decision: true },
  });
  if (!row) throw new NotFound('no such proposal');
  const approvedBy = {
    name: row.decision?.decidedBy ?? '',
    on: (row.decision?.decidedAt ?? row.proposedAt).toISOString().slice(0, 10),
  };
  const candidate = { ...(row.definition as unknown as Method), id: row.id, approvedBy };
  const before = (await readMethodBook(deps, { knownAt: row.proposedAt })).filter(({ id }) => id !== row.id);
  const current = newestOf(before).find(({ id }) => methodKeyOf(id) === methodKey) ?? (await findMethod(deps, row.id));
  if (!current) throw new NotFound('a proposal that follows nothing');
  return { proposal: toRow(row), candidate, current };
}

/** Changes that wait for this reader; and, where there are none, the words for it: a reader's own wait for somebody else. */
export async function proposalsFor(deps: Reader, { userId }: { userId: string }) {
  const all = await listProposals(deps, { waiting: true });
  const waiting = all.filter((one) => one.proposedById !== userId);
  const own = all.length - waiting.length;
  const empty: { emptyKey: string; emptyParams?: { count: number } } =
    own > 0
      ? { emptyKey: 'pricing:methods.queue.noneForYou', emptyParams: { count: own } }
      : { emptyKey: 'pricing:methods.queue.none' };
  return { waiting, empty };
}
