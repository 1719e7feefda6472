import { dayOf } from '#app/money/calendar-day';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import type { Role } from '#app/identity/roles';
import { applicationStep, type ApplicationState } from '../application-lifecycle';
import { requirementLines, unmet, type RequirementLine } from '../applications/evidence-in-force.server';
import { maskAccount } from '../payout-destination/destination.schema';
import { mayOpenPaper } from '../documents/paper-access';
import { destinationOf, type DestinationFacts } from '../payout-destination/destination-page.server';
import { DECISIONS } from './decision.schema';
import { listReviews, type ReviewFacts } from './list-reviews.server';

export type ReviewPage = {
  organisation: {
    organisationId: string;
    name: string;
    slug: string;
    kind: 'cooperative' | 'buyer';
    countryCode: string;
    district: string | null;
    currency: string;
    womenLed: boolean;
    foundedOn: string;
  };
  /** Empty for whoever only looks on. */
  people: { name: string; email: string; role: Role }[];
  state: ApplicationState;
  submittedAt: string | null;
  planDueOn: string | null;
  requirements: RequirementLine[];
  missing: number;
  evidenceIds: string[];
  destination: DestinationFacts | null;
  reviews: ReviewFacts[];
  /** What staff with this role can decide now; empty while there is nothing to decide. */
  decisions: (typeof DECISIONS)[number][];
  mayVerifyDestination: boolean;
  mayOpenPapers: boolean;
};

/** What staff see of an organisation that applied to their programme: its evidence, its people, what was decided before. */
export async function reviewPage(
  deps: Pick<Deps, 'db' | 'clock'>,
  { actor, organisationId }: { actor: Actor; organisationId: string },
): Promise<ReviewPage> {
  const row =
    actor.organisationKind === 'programme'
      ? await deps.db.organisation.findFirst({
          where: { id: organisationId, programmeId: actor.organisationId },
          include: {
            application: true,
            memberships: {
              orderBy: { createdAt: 'asc' },
              select: { role: true, user: { select: { name: true, email: true } } },
            },
          },
        })
      : null;
  if (!row?.application || row.kind === 'programme') throw new NotFound();
  const { application, kind, countryCode } = row;
  // A donor that looks on needs neither names nor account numbers.
  const decides = can(actor, 'review:decide');
  const [requirements, destination, reviews] = await Promise.all([
    requirementLines(deps.db, { organisationId, kind, countryCode }, dayOf(deps.clock.now())),
    kind === 'cooperative' ? destinationOf(deps, { organisationId }) : Promise.resolve(null),
    listReviews(deps, { applicationId: application.id }),
  ]);
  return {
    organisation: {
      organisationId,
      name: row.name,
      slug: row.slug,
      kind,
      countryCode,
      district: row.district,
      currency: row.currency,
      womenLed: row.womenLed,
      foundedOn: row.createdAt.toISOString(),
    },
    people: decides ? row.memberships.map(({ role, user }) => ({ name: user.name, email: user.email, role })) : [],
    state: application.state,
    submittedAt: application.submittedAt?.toISOString() ?? null,
    planDueOn: application.planDueOn ? dayOf(application.planDueOn) : null,
    requirements,
    missing: unmet(requirements).length,
    evidenceIds: requirements.flatMap(({ evidence }) => (evidence ? [evidence.evidenceId] : [])),
    destination:
      destination && !decides
        ? { ...destination, accountNumber: maskAccount(destination.accountNumber), recordedByName: null }
        : destination,
    reviews,
    decisions: can(actor, 'review:decide')
      ? DECISIONS.filter((action) => applicationStep(application.state, action))
      : [],
    mayOpenPapers: mayOpenPaper('evidence', actor, 'programme'),
    mayVerifyDestination:
      can(actor, 'payout-destination:verify') && destination !== null && destination.verifiedAt === null,
  };
}
