import { dayOf } from '#app/money/calendar-day';
import type { Deps } from '#app/platform/deps';
import type { Actor } from '#app/identity/actor';
import type { WorkItem, WorkQueue } from '../work/work-queue';

const MOST = 20;

const DETAIL = {
  cooperative: 'verification:queue.cooperative',
  buyer: 'verification:queue.buyer',
} as const;

/** Applications handed in to the actor's programme, the longest waiting first. */
export async function reviewQueue(deps: Pick<Deps, 'db'>, { actor }: { actor: Actor }): Promise<WorkQueue> {
  const where = { state: 'submitted', organisation: { programmeId: actor.organisationId } } as const;
  const [rows, total] = await Promise.all([
    deps.db.application.findMany({
      where,
      orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
      take: MOST,
      select: {
        id: true,
        submittedAt: true,
        createdAt: true,
        organisation: { select: { id: true, name: true, kind: true, district: true, countryCode: true } },
      },
    }),
    deps.db.application.count({ where }),
  ]);
  return {
    id: 'applications',
    titleKey: 'verification:queue.applications',
    emptyKey: 'verification:queue.noApplications',
    actionKey: 'verification:queue.review',
    total,
    items: rows.map(({ id, submittedAt, createdAt, organisation }): WorkItem => ({
      id,
      href: `/programme/applications/${organisation.id}`,
      title: organisation.name,
      detailKey: DETAIL[organisation.kind === 'buyer' ? 'buyer' : 'cooperative'],
      detailParams: { place: organisation.district ?? organisation.countryCode },
      waitingSince: (submittedAt ?? createdAt).toISOString(),
    })),
  };
}

/** Payout destinations of accepted cooperatives that nobody has checked: their money cannot leave yet. */
export async function destinationQueue(deps: Pick<Deps, 'db'>, { actor }: { actor: Actor }): Promise<WorkQueue> {
  const rows = await deps.db.$queryRaw<
    { id: string; organisationId: string; name: string; provider: string; recordedAt: Date; total: bigint }[]
  >`
    SELECT d.id, o.id AS "organisationId", o.name, d.provider, d."recordedAt", count(*) OVER () AS total
      FROM "PayoutDestination" d
      JOIN "Organisation" o ON o.id = d."organisationId"
      JOIN "Application" a ON a."organisationId" = o.id
     WHERE o."programmeId" = ${actor.organisationId}::uuid AND d."retiredAt" IS NULL AND d."verifiedAt" IS NULL
       AND a.state IN ('accepted', 'accepted_with_plan')
     ORDER BY d."recordedAt", d.id LIMIT ${MOST}`;
  return {
    id: 'destinations',
    titleKey: 'verification:queue.destinations',
    emptyKey: 'verification:queue.noDestinations',
    actionKey: 'verification:queue.check',
    total: Number(rows[0]?.total ?? 0n),
    items: rows.map((row) => ({
      id: row.id,
      href: `/programme/applications/${row.organisationId}#payout-destination`,
      title: row.name,
      detailKey: 'verification:queue.destination',
      detailParams: { provider: row.provider },
      waitingSince: row.recordedAt.toISOString(),
    })),
  };
}

/** Improvement plans whose day has come. */
export async function planQueue(deps: Pick<Deps, 'db' | 'clock'>, { actor }: { actor: Actor }): Promise<WorkQueue> {
  const where = {
    state: 'accepted_with_plan',
    planDueOn: { lte: deps.clock.now() },
    organisation: { programmeId: actor.organisationId },
  } as const;
  const [rows, total] = await Promise.all([
    deps.db.application.findMany({
      where,
      orderBy: [{ planDueOn: 'asc' }, { id: 'asc' }],
      take: MOST,
      select: { id: true, planDueOn: true, createdAt: true, organisation: { select: { id: true, name: true } } },
    }),
    deps.db.application.count({ where }),
  ]);
  return {
    id: 'plans',
    titleKey: 'verification:queue.plans',
    emptyKey: 'verification:queue.noPlans',
    actionKey: 'verification:queue.review',
    total,
    items: rows.map(({ id, planDueOn, createdAt, organisation }) => ({
      id,
      href: `/programme/applications/${organisation.id}`,
      title: organisation.name,
      detailKey: 'verification:queue.planDue',
      detailParams: { due: dayOf(planDueOn ?? createdAt) },
      waitingSince: (planDueOn ?? createdAt).toISOString(),
    })),
  };
}
