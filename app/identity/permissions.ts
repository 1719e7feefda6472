import type { OrganisationKind, Role } from './roles';

type Holders = { readonly [Kind in OrganisationKind]?: readonly Role[] };

const COOPERATIVE = ['manager', 'treasurer', 'member'] as const;
const BUYER = ['purchaser', 'observer'] as const;
const PROGRAMME = ['officer', 'controller', 'observer'] as const;
const DECIDING_STAFF = ['officer', 'controller'] as const;

/**
 * The one place that says who may do what. A permission that lists nobody of a kind is closed to that kind. What is not a
 * matter of the role (whose order, two different persons, an accepted organisation) is decided by the use case.
 */
const HOLDERS = {
  'account:use': { cooperative: COOPERATIVE, buyer: BUYER, programme: PROGRAMME },
  'member:read': { cooperative: COOPERATIVE, buyer: BUYER, programme: PROGRAMME },
  'member:manage': { cooperative: ['manager'], buyer: ['purchaser'], programme: ['controller'] },

  'member:second': {
    cooperative: ['manager', 'treasurer'],
    buyer: ['purchaser'],
    programme: DECIDING_STAFF,
  },
  'person:confirm': { programme: DECIDING_STAFF },
  'training:start': { programme: DECIDING_STAFF },
  'audit:read': { programme: ['controller'] },

  'application:read': { cooperative: COOPERATIVE, buyer: BUYER },
  'application:write': { cooperative: ['manager', 'treasurer'], buyer: ['purchaser'] },
  'payout-destination:read': { cooperative: COOPERATIVE },
  'payout-destination:write': { cooperative: ['manager', 'treasurer'] },
  'review:read': { programme: PROGRAMME },
  'review:decide': { programme: DECIDING_STAFF },
  'payout-destination:verify': { programme: DECIDING_STAFF },

  'lot:read': { cooperative: COOPERATIVE, programme: PROGRAMME },
  'lot:write': { cooperative: ['manager', 'treasurer'] },
  'lot:submit': { cooperative: ['manager'] },
  'lot:decide': { programme: DECIDING_STAFF },

  'bulletin:read': { cooperative: COOPERATIVE },
  'bulletin:write': { cooperative: ['manager', 'treasurer'] },

  'order:read': { cooperative: COOPERATIVE, buyer: BUYER, programme: PROGRAMME },
  'order:place': { buyer: ['purchaser'] },
  'order:pay': { buyer: ['purchaser'] },
  'order:cancel': { buyer: ['purchaser'], cooperative: ['manager'] },
  'order:ship': { cooperative: ['manager', 'treasurer'] },
  'order:confirm-delivery': { buyer: ['purchaser'] },

  'payout:read': { cooperative: COOPERATIVE, programme: PROGRAMME },
  'payout:prepare': { programme: DECIDING_STAFF },
  'payout:approve': { programme: ['controller'] },
  'payout:cancel': { programme: DECIDING_STAFF },
  'payout:decide-cost': { programme: DECIDING_STAFF },
  'payout:confirm': { cooperative: ['treasurer'] },
  'refund:decide': { programme: DECIDING_STAFF },
  'refund:bear': { programme: ['controller'] },

  'member-roll:read': { cooperative: ['manager', 'treasurer'] },
  'member-roll:write': { cooperative: ['manager', 'treasurer'] },
  'distribution:read': { cooperative: COOPERATIVE },
  'distribution:write': { cooperative: ['manager', 'treasurer'] },
  'baseline:read': { cooperative: COOPERATIVE, programme: PROGRAMME },
  'baseline:write': { programme: DECIDING_STAFF },
  'charge:write': { programme: DECIDING_STAFF },
  'payment-terms:decide': { programme: DECIDING_STAFF },

  'method:read': { programme: PROGRAMME },
  'method:propose': { programme: DECIDING_STAFF },
  'method:approve': { programme: DECIDING_STAFF },
  'costs:read': { cooperative: COOPERATIVE },
  'costs:write': { cooperative: ['manager', 'treasurer'] },

  'price:read': { programme: PROGRAMME },
  'price:import': { programme: DECIDING_STAFF },
  'price:propose': { programme: DECIDING_STAFF },
  'price:approve': { programme: DECIDING_STAFF },

  'programme:read': { programme: PROGRAMME },
  'ledger:read': { programme: PROGRAMME },
  'export:make': { programme: PROGRAMME },
} as const satisfies Record<string, Holders>;

export type Permission = keyof typeof HOLDERS;

export const PERMISSIONS = Object.keys(HOLDERS) as Permission[];

/** Fails closed: an unknown kind or role holds nothing. */
export function can(actor: { organisationKind: OrganisationKind; role: Role }, permission: Permission): boolean {
  const holders: Holders = HOLDERS[permission];
  return holders[actor.organisationKind]?.includes(actor.role) ?? false;
}
