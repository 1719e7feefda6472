import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import { listBaselines, type BaselineLine } from '../baselines/list-baselines.server';
import { figuresOf, monthsOf, sumsOfYear, type Figure, type MonthFigure } from '../indicators/calculation/figures';
import type { IndicatorKey } from '../indicators/indicators';
import { listCountedOrders, type CountedOrder } from '../indicators/list-counted-orders.server';
import { isShowable, SMALLEST_GROUP } from '#app/identity/small-groups';
import type { Sex } from '#app/proceeds/members/sex';
import type { Period } from '../indicators/period';
import { loadYear } from '../indicators/year.server';

/** Members as staff may see them: heads, never names; null where a group is too small to show. */
export type MembersAsSums = { total: number; bySex: Record<Sex, number> | null };

export type CooperativePage = {
  cooperative: {
    id: string;
    name: string;
    slug: string;
    countryCode: string;
    district: string | null;
    description: string | null;
    currency: string;
    womenLed: boolean;
    application: string;
    acceptedOn: string | null;
  };
  period: Period;
  salesUsd: string;
  orders: number;
  unrated: number;
  figures: Record<IndicatorKey, Figure>;
  retainedByMonth: MonthFigure[];
  recent: CountedOrder[];
  hasMore: boolean;
  members: MembersAsSums;
  baselines: BaselineLine[];
  canWriteBaseline: boolean;
};

/** One cooperative of the actor's programme: profile, figures, the money that came, members as sums, baselines. */
export async function cooperativePage(
  deps: Deps,
  { actor, cooperativeId }: { actor: Actor; cooperativeId: string },
): Promise<CooperativePage> {
  const programmeId = actor.organisationId;
  const found = await deps.db.organisation.findFirst({
    where: { id: cooperativeId, kind: 'cooperative', programmeId },
    include: { application: { select: { state: true, decidedAt: true } } },
  });
  if (!found) throw new NotFound('cooperative of another programme');
  const { period, cells, money } = await loadYear(deps, { programmeId, asOf: null, cooperativeId });
  const [first = ''] = period.months;
  const [list, members, baselines] = await Promise.all([
    listCountedOrders(deps, {
      programmeId,
      cooperativeId,
      from: first,
      to: period.months.at(-1) ?? first,
      asOf: period.asOf,
      after: null,
    }),
    membersAsSums(deps, cooperativeId),
    listBaselines(deps, cooperativeId),
  ]);
  const sums = sumsOfYear(cells, period);
  const { id, name, slug, countryCode, district, description, currency, womenLed, application } = found;
  const accepted = application?.state === 'accepted' || application?.state === 'accepted_with_plan';
  return {
    cooperative: {
      ...{ id, name, slug, countryCode, district, description, currency, womenLed },
      application: application?.state ?? 'draft',
      acceptedOn: accepted ? (application?.decidedAt?.toISOString() ?? null) : null,
    },
    period,
    salesUsd: sums.price,
    orders: sums.orders,
    unrated: sums.unrated,
    figures: figuresOf(cells, money, period),
    retainedByMonth: monthsOf('retained-share', cells, money, period.months),
    recent: list.orders.slice(0, 12),
    hasMore: list.orders.length > 12,
    members,
    baselines,
    canWriteBaseline: can(actor, 'baseline:write'),
  };
}

async function membersAsSums(deps: Deps, cooperativeId: string): Promise<MembersAsSums> {
  const groups = await deps.db.cooperativeMember.groupBy({
    by: ['sex'],
    where: { cooperativeId, active: true },
    _count: true,
  });
  const of = (sex: Sex) => groups.find((group) => group.sex === sex)?._count ?? 0;
  const bySex = { female: of('female'), male: of('male'), unknown: of('unknown') };
  const total = bySex.female + bySex.male + bySex.unknown;
  const showable = total >= SMALLEST_GROUP && Object.values(bySex).every(isShowable);
  return { total, bySex: showable ? bySex : null };
}
