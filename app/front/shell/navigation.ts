import type { Actor } from '#app/identity/actor';
import { can, type Permission } from '#app/identity/permissions';

/**
 * `covers`: further parts of the site that belong to the entry. `needs`: without it the page is closed, so
 * that the entry is left out.
 */
export type NavEntry = { href: string; labelKey: string; covers?: string[]; needs?: Permission };

const PUBLIC_NAV: NavEntry[] = [
  { href: '/lots', labelKey: 'platform:nav.lots' },
  { href: '/prices', labelKey: 'platform:nav.prices' },
  { href: '/calculator', labelKey: 'platform:nav.calculator' },
  { href: '/cooperatives', labelKey: 'platform:nav.cooperatives' },
  { href: '/methods', labelKey: 'platform:nav.methods' },
];

const COOPERATIVE_NAV: NavEntry[] = [
  { href: '/cooperative', labelKey: 'platform:nav.today' },
  { href: '/cooperative/lots', labelKey: 'platform:nav.myLots', covers: ['/cooperative/costs'] },
  { href: '/cooperative/orders', labelKey: 'platform:nav.orders' },
  { href: '/cooperative/payouts', labelKey: 'platform:nav.payouts' },
  { href: '/cooperative/members', labelKey: 'platform:nav.members', needs: 'member-roll:read' },
  { href: '/prices', labelKey: 'platform:nav.prices', covers: ['/calculator', '/cooperative/bulletin'] },
];

const BUYER_NAV: NavEntry[] = [
  { href: '/buyer', labelKey: 'platform:nav.today' },
  { href: '/lots', labelKey: 'platform:nav.lots' },
  { href: '/buyer/orders', labelKey: 'platform:nav.orders' },
  { href: '/prices', labelKey: 'platform:nav.prices' },
  { href: '/cooperatives', labelKey: 'platform:nav.cooperatives' },
];

const PROGRAMME_NAV: NavEntry[] = [
  { href: '/programme', labelKey: 'platform:nav.overview' },
  {
    href: '/programme/work',
    labelKey: 'platform:nav.work',
    covers: ['/programme/applications', '/programme/lots'],
  },
  { href: '/programme/cooperatives', labelKey: 'platform:nav.cooperatives' },
  { href: '/programme/orders', labelKey: 'platform:nav.orders' },
  { href: '/programme/payouts', labelKey: 'platform:nav.payouts', covers: ['/programme/payment-terms'] },
  { href: '/programme/methods', labelKey: 'platform:nav.methods', covers: ['/programme/method-versions'] },
  { href: '/programme/prices', labelKey: 'platform:nav.prices', covers: ['/prices'] },
];

const NAV = { cooperative: COOPERATIVE_NAV, buyer: BUYER_NAV, programme: PROGRAMME_NAV };

/** What the header offers: each audience its own work, strangers the market. */
export function navigationFor(actor: Pick<Actor, 'organisationKind' | 'role'> | null): NavEntry[] {
  if (!actor) return PUBLIC_NAV;
  return NAV[actor.organisationKind].filter(({ needs }) => !needs || can(actor, needs));
}

/** The entry of the page shown: the longest address that the path starts with. */
export function currentEntry(entries: NavEntry[], pathname: string): string | null {
  const places = entries.flatMap(({ href, covers = [] }) => [href, ...covers].map((place) => ({ href, place })));
  const fitting = places.filter(({ place }) => pathname === place || pathname.startsWith(`${place}/`));
  return fitting.sort((a, b) => b.place.length - a.place.length)[0]?.href ?? null;
}
