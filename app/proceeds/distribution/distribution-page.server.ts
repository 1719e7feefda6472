import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import { memberRoll, type MemberLine } from '../members/members-page.server';
import { isSex, type Sex } from '../members/sex';
import { readDistribution, type DistributionInput } from './distribution-input';
import { unsharedProceeds } from './proceeds.server';
import { planSheet } from './sheet';

export type SheetLine = {
  id: string;
  code: string;
  name: string;
  sex: Sex;
  task: string;
  weight: string;
  amountMinor: bigint;
  /** ISO time of the receipt. Null while it is open. */
  confirmedAt: string | null;
};

export type DistributionSheet = {
  rule: string;
  netMinor: bigint;
  costsMinor: bigint;
  communityMinor: bigint;
  membersMinor: bigint;
  lines: SheetLine[];
};

type Refused = { messageKey: string; params?: Record<string, string | number>; path?: string };

export type DistributionPage = {
  order: {
    id: string;
    number: string;
    mineral: string;
    form: string;
    quantity: string;
    unit: string;
    currency: string;
    settledAt: string | null;
  };
  cooperativeName: string;
  canWrite: boolean;
} & (
  | { state: 'waiting' }
  | {
      state: 'open';
      netMinor: bigint;
      members: MemberLine[];
      typed: DistributionInput | null;
      preview: DistributionSheet | null;
      refusal: Refused | null;
    }
  | { state: 'shared'; sheet: DistributionSheet; sharedAt: string }
);

/**
 * The sharing of one order of the actor's cooperative: not yet possible, to be done (with a preview of what
 * is typed), or done.
 */
export async function distributionPage(
  deps: Deps,
  { actor, orderId, typed }: { actor: Actor; orderId: string; typed: DistributionInput | null },
): Promise<DistributionPage> {
  const cooperativeId = actor.organisationId;
  const order = await deps.db.order.findFirst({
    where: { id: orderId, cooperativeId },
    select: {
      id: true,
      number: true,
      mineral: true,
      form: true,
      quantity: true,
      unit: true,
      currency: true,
      state: true,
      settledAt: true,
    },
  });
  if (!order) throw new NotFound('order of another cooperative');
  const { state, ...known } = order;
  const head = {
    order: { ...known, quantity: order.quantity.toFixed(), settledAt: order.settledAt?.toISOString() ?? null },
    cooperativeName: actor.organisationName,
    canWrite: can(actor, 'distribution:write'),
  };
  const shared = await sharedSheet(deps, orderId);
  if (shared) return { ...head, state: 'shared', ...shared };
  const netMinor = state === 'settled' ? await unsharedProceeds(deps.db, { orderId, cooperativeId }) : 0n;
  if (netMinor <= 0n) return { ...head, state: 'waiting' };
  // The roll is for those who keep it. An ordinary member sees what there is to share.
  const members = head.canWrite ? (await memberRoll(deps, cooperativeId)).filter(({ active }) => active) : [];
  return {
    ...head,
    state: 'open',
    netMinor,
    members,
    typed,
    ...previewOf({ typed, netMinor, members, currency: order.currency }),
  };
}

function previewOf({
  typed,
  netMinor,
  members,
  currency,
}: {
  typed: DistributionInput | null;
  netMinor: bigint;
  members: MemberLine[];
  currency: string;
}): { preview: DistributionSheet | null; refusal: Refused | null } {
  if (!typed) return { preview: null, refusal: null };
  const facts = readDistribution(typed, currency);
  if (!facts.ok) return { preview: null, refusal: facts };
  const sheet = planSheet({ netMinor, members, ...facts.value });
  if (!sheet.ok) return { preview: null, refusal: sheet };
  const byId = new Map(members.map((member) => [member.id, member]));
  const lines = sheet.value.shares.flatMap(({ memberId, weight, amountMinor }) => {
    const member = byId.get(memberId);
    return member ? [{ ...member, weight, amountMinor, confirmedAt: null }] : [];
  });
  const { rule, costsMinor, communityMinor } = facts.value;
  return {
    preview: { rule, netMinor, costsMinor, communityMinor, membersMinor: sheet.value.membersMinor, lines },
    refusal: null,
  };
}

async function sharedSheet(
  deps: Deps,
  orderId: string,
): Promise<{ sheet: DistributionSheet; sharedAt: string } | null> {
  const found = await deps.db.distribution.findUnique({
    where: { orderId },
    include: { shares: { include: { member: true }, orderBy: { member: { code: 'asc' } } } },
  });
  if (!found) return null;
  const { rule, netMinor, costsMinor, communityMinor, membersMinor } = found;
  const lines = found.shares.map(({ id, weight, amountMinor, confirmedAt, member }) => ({
    id,
    code: member.code,
    name: member.name,
    sex: isSex(member.sex) ? member.sex : ('unknown' as const),
    task: member.task,
    weight: weight.toFixed(),
    amountMinor,
    confirmedAt: confirmedAt?.toISOString() ?? null,
  }));
  return {
    sheet: { rule, netMinor, costsMinor, communityMinor, membersMinor, lines },
    sharedAt: (found.sharedAt ?? found.createdAt).toISOString(),
  };
}
