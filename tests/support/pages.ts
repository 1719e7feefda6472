import { ROLES, type OrganisationKind, type Role } from '../../app/identity/roles';
import { can, type Permission } from '../../app/identity/permissions';
import routes from '../../app/routes';

/** A role of the demo as the tests name it: `cooperative-manager`; `stranger` is nobody signed in. */
export type RoleName = 'stranger' | `${OrganisationKind}-${Role}`;

const ROLE_OF = new Map<RoleName, { organisationKind: OrganisationKind; role: Role }>(
  (Object.keys(ROLES) as OrganisationKind[]).flatMap((organisationKind) =>
    ROLES[organisationKind].map(
      (role) => [`${organisationKind}-${role}` as const, { organisationKind, role }] as const,
    ),
  ),
);

export const ROLE_NAMES: readonly RoleName[] = ['stranger', ...ROLE_OF.keys()];

/** Whom a page is for: everybody, only strangers, whoever is signed in, or who holds a permission. */
type Audience = 'everybody' | 'strangers' | 'signed-in' | Permission;

const AUDIENCE: Record<string, Audience> = {
  '/': 'everybody',
  '/lots': 'everybody',
  '/lots/:lotId': 'everybody',
  '/lots/:lotId/working': 'everybody',
  '/lots/:lotId/order': 'order:place',
  '/prices': 'everybody',
  '/prices/:seriesKey': 'everybody',
  '/methods': 'everybody',
  '/cooperatives': 'everybody',
  '/cooperatives/:slug': 'everybody',
  '/sign-in': 'strangers',
  '/sign-up': 'strangers',
  '/account': 'signed-in',
  '/account/organisations/new': 'signed-in',
  '/account/members': 'member:read',
  '/account/sessions': 'signed-in',
  '/invitations/:token': 'signed-in',
  '/cooperative': 'order:ship',
  '/cooperative/application': 'application:read',
  '/cooperative/payout-destination': 'payout-destination:read',
  '/cooperative/lots': 'lot:read',
  '/cooperative/lots/new': 'lot:write',
  '/cooperative/lots/:lotId': 'lot:read',
  '/cooperative/lots/:lotId/edit': 'lot:write',
  '/cooperative/orders': 'order:read',
  '/cooperative/orders/:orderId': 'order:read',
  '/cooperative/orders/:orderId/distribution': 'distribution:read',
  '/cooperative/payouts': 'payout:read',
  '/cooperative/payouts/:payoutId': 'payout:read',
  '/cooperative/members': 'member-roll:read',
  '/buyer': 'order:read',
  '/buyer/application': 'application:read',
  '/buyer/orders': 'order:read',
  '/buyer/orders/:orderId': 'order:read',
  '/buyer/orders/:orderId/pay': 'order:pay',
  '/programme': 'programme:read',
  '/programme/work': 'review:read',
  '/programme/applications/:organisationId': 'review:read',
  '/programme/lots/:lotId': 'lot:read',
  '/programme/orders': 'order:read',
  '/programme/orders/:orderId': 'order:read',
  '/programme/payouts': 'payout:read',
  '/programme/payouts/new': 'payout:prepare',
  '/programme/payouts/:payoutId': 'payout:read',
  '/programme/cooperatives': 'programme:read',
  '/programme/cooperatives/:cooperativeId': 'programme:read',
  '/programme/indicators/:indicator': 'programme:read',
};

/** Not a page though its file is a view's: it only ends a session. */
const NO_PAGES = ['/sign-out', '/*'];

/** Every page of routes.ts, in its order. Addresses that answer files or data (`.ts`) are no pages. */
export const PAGES: readonly string[] = routes
  .filter(({ file }) => file.endsWith('.tsx'))
  .map(({ path = '' }) => `/${path.replace(/^\//, '')}`)
  .filter((path) => !NO_PAGES.includes(path));

/** The pages that a role may open. A page of routes.ts that is not in the table above fails here. */
export function pagesOf(name: RoleName): string[] {
  const role = ROLE_OF.get(name);
  return PAGES.filter((path) => {
    const audience = AUDIENCE[path];
    if (!audience) throw new Error(`${path} is in routes.ts but nobody is said to read it (tests/support/pages.ts).`);
    if (audience === 'everybody') return true;
    if (!role) return audience === 'strangers';
    if (audience === 'strangers' || audience === 'signed-in') return audience === 'signed-in';
    const [, area] = /^\/(cooperative|buyer|programme)(?:\/|$)/.exec(path) ?? [];
    return (!area || area === role.organisationKind) && can(role, audience);
  });
}
