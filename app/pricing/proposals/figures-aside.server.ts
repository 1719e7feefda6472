import type { Deps } from '#app/platform/deps';
import { STILL_WAITING } from '../imports/waiting/still-waiting.server';
import { localPriceDigest } from './local-price-digest.server';

/** What became of an approved price that moved too far to count at once. */
export type FigureAside = { observationId: string; state: 'waiting' | 'rejected' };

type Approved = { id: string; kind: string; state: string; facts: unknown };

/** By proposal: the figures of approved local prices that wait for two people, or that one of them has turned down. One query, or none. */
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
  const rows = await deps.db.$queryRaw<{ id: string; sha256: string; waits: boolean; rejected: boolean }[]>`
    SELECT o.id, i.sha256, (${STILL_WAITING}) AS waits,
      EXISTS (SELECT 1 FROM "QuarantineDecision" r WHERE r."observationId" = o.id AND NOT r.accepted) AS rejected
    FROM "PriceImport" i JOIN "Observation" o ON o."importId" = i.id
    WHERE i.source = 'local-price' AND i.sha256 = ANY(${[...byDigest.keys()]}::text[]) AND o.kind = 'quarantined'`;
  const aside = new Map<string, FigureAside>();
  for (const { id: observationId, sha256, waits, rejected } of rows) {
    const proposalId = byDigest.get(sha256);
    if (proposalId === undefined || (!waits && !rejected)) continue;
    aside.set(proposalId, { observationId, state: waits ? 'waiting' : 'rejected' });
  }
  return aside;
}
