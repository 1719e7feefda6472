import type { Deps } from '#app/platform/deps';
import { STILL_WAITING } from '../imports/still-waiting.server';
import { localPriceDigest } from '../imports/local-price-digest.server';

/** What became of an approved price that does not count: it moved too far, or one of a later day of its month counts already. */
export type FigureAside = { observationId: string; state: 'waiting' | 'rejected' | 'superseded' };

type Approved = { id: string; kind: string; state: string; facts: unknown };

/** By proposal: the figures of approved local prices that wait for two people, that one of them has turned down, or that came after a later one. One query, or none. */
export async function figuresAside(
  deps: Pick<Deps, 'db'>,
  proposals: readonly Approved[],
): Promise<ReadonlyMap<string, FigureAside>> {
  const byDigest = new Map(
    proposals
      .filter(({ kind, state }) => kind === 'local-price' && state === 'approved')
      .map(({ id, facts }) => [localPriceDigest({ id, facts: facts as object }), id]),
  );
  if (byDigest.size === 0) return new Map();
  const rows = await deps.db.$queryRaw<
    { id: string; sha256: string; kind: string; waits: boolean; rejected: boolean }[]
  >`
    SELECT o.id, i.sha256, o.kind, (${STILL_WAITING}) AS waits,
      EXISTS (SELECT 1 FROM "QuarantineDecision" r WHERE r."observationId" = o.id AND NOT r.accepted) AS rejected
    FROM "PriceImport" i JOIN "Observation" o ON o."importId" = i.id
    WHERE i.source = 'local-price' AND i.sha256 = ANY(${[...byDigest.keys()]}::text[]) AND o.kind IN ('quarantined', 'superseded')`;
  const aside = new Map<string, FigureAside>();
  for (const { id: observationId, sha256, kind, waits, rejected } of rows) {
    const proposalId = byDigest.get(sha256);
    if (proposalId === undefined) continue;
    if (kind === 'superseded') aside.set(proposalId, { observationId, state: kind });
    else if (waits || rejected) aside.set(proposalId, { observationId, state: waits ? 'waiting' : 'rejected' });
  }
  return aside;
}
