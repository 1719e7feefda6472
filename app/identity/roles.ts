/** Kinds of organisations, the roles a person can hold in each, and the first of them: the founder's. */
export const ROLES = {
  cooperative: ['manager', 'treasurer', 'member'],
  buyer: ['purchaser', 'observer'],
  programme: ['officer', 'controller', 'observer'],
} as const;

export type OrganisationKind = keyof typeof ROLES;
export type Role = (typeof ROLES)[OrganisationKind][number];

export const ROLE_LABEL = {
  manager: 'identity:role.manager',
  treasurer: 'identity:role.treasurer',
  member: 'identity:role.member',
  purchaser: 'identity:role.purchaser',
  officer: 'identity:role.officer',
  controller: 'identity:role.controller',
  observer: 'identity:role.observer',
} as const satisfies Record<Role, string>;

export const ROLE_DUTY = {
  manager: 'identity:duty.manager',
  treasurer: 'identity:duty.treasurer',
  member: 'identity:duty.member',
  purchaser: 'identity:duty.purchaser',
  officer: 'identity:duty.officer',
  controller: 'identity:duty.controller',
  observer: 'identity:duty.observer',
} as const satisfies Record<Role, string>;

export const KIND_LABEL = {
  cooperative: 'identity:kind.cooperative',
  buyer: 'identity:kind.buyer',
  programme: 'identity:kind.programme',
} as const satisfies Record<OrganisationKind, string>;

/** The role that manages people: an organisation never loses its last one. */
export const LEADING_ROLE = {
  cooperative: 'manager',
  buyer: 'purchaser',
  programme: 'controller',
} as const satisfies Record<OrganisationKind, Role>;

/** Roles that decide on goods or money: nobody gets one by one person's word alone. */
const DECIDING: readonly Role[] = ['manager', 'treasurer', 'purchaser', 'officer', 'controller'];

export function isDeciding(role: Role): boolean {
  return DECIDING.includes(role);
}

export function isRoleOf(kind: OrganisationKind, role: string): role is Role {
  return (ROLES[kind] as readonly string[]).includes(role);
}
