import type { Actor } from '#app/identity/actor';
import { confirmShareReceipt } from '#app/proceeds/distribution/confirm-share-receipt.server';
import { distributeOrder } from '#app/proceeds/distribution/distribute-order.server';
import { must } from '#tests/integration/trading/market';
import type { VisitorName } from '#tests/support/access-table';
import type { TestDeps } from '#tests/support/test-deps';

/** What no answer may hold: for nobody outside the cooperative, and for whoever only looks on. */
export type Secrets = { outside: string[]; onlooker: string[] };

const WEIGHTS = ['1', '2.31', '3.07', '5.13', '7.19', '11.23'];

/** Shares a settled order among six members by weights of their own, and pays one of them. */
export async function shareOut(
  deps: TestDeps,
  { treasurer, orderId }: { treasurer: Actor; orderId: string },
): Promise<Secrets> {
  const members = WEIGHTS.map((weight, index) => ({ id: deps.newId(), name: `Zawadi Secret${index}`, weight }));
  await deps.db.cooperativeMember.createMany({
    data: members.map(({ id, name }, index) => ({
      ...{ id, name, cooperativeId: treasurer.organisationId, code: `S-${index}`, sex: index < 2 ? 'female' : 'male' },
      ...{ task: 'digging', hours: '10', contribution: '1', joinedOn: new Date('2025-01-01') },
    })),
  });
  const weights = Object.fromEntries(members.map(({ id, weight }) => [id, weight]));
  const distribution = { rule: 'custom', costs: '1000', community: '500', weights };
  must(await distributeOrder(deps, { actor: treasurer, orderId, distribution, requestId: deps.newId() }));
  const shares = await deps.db.distributionShare.findMany({ where: { memberId: { in: members.map(({ id }) => id) } } });
  const [first] = shares;
  must(await confirmShareReceipt(deps, { actor: treasurer, orderId, shareIds: first ? [first.id] : [] }));
  const amounts = shares.flatMap(({ amountMinor }) => [amountMinor.toString(), inEnglish(amountMinor)]);
  return {
    outside: [...members.flatMap(({ id, name }) => [id, name]), ...amounts],
    onlooker: ['0150123456789', treasurer.name],
  };
}

function inEnglish(minor: bigint): string {
  return (Number(minor) / 100).toLocaleString('en', { minimumFractionDigits: 2 });
}

/** Which of them a visitor was told. */
export function leaked(text: string, visitor: VisitorName, { outside, onlooker }: Secrets): string[] {
  const isInside = visitor.startsWith('cooperative ');
  const kept = [...(isInside ? [] : outside), ...(visitor === 'programme observer' ? onlooker : [])];
  return kept.filter((secret) => text.includes(secret));
}
