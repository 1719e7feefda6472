import type { OrganisationKind } from './roles';

/** Where a person's work begins after signing in. */
const HOME = { cooperative: '/cooperative', buyer: '/buyer', programme: '/programme' } as const satisfies Record<
  OrganisationKind,
  string
>;

export function homePath(actor: { organisationKind: OrganisationKind } | null): string {
  return actor ? HOME[actor.organisationKind] : '/account/organisations/new';
}
