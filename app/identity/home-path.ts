import type { OrganisationKind } from './roles';

/** Where a person's work begins after signing in. */
const HOME = { cooperative: '/cooperative', buyer: '/buyer', programme: '/programme' } as const satisfies Record<
  OrganisationKind,
  string
>;

export function homePath(actor: { organisationKind: OrganisationKind } | null): string {
  return actor ? HOME[actor.organisationKind] : '/account/organisations/new';
}

/** The kind of organisation that a part of the site belongs to, by its first word; null for what is everybody's. */
export function areaOf(pathname: string): OrganisationKind | null {
  const [, first = ''] = /^\/([a-z]+)(?:[/.]|$)/.exec(pathname) ?? [];
  return first === 'cooperative' || first === 'buyer' || first === 'programme' ? first : null;
}
