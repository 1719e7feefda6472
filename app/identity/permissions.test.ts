import { describe, expect, it } from 'vitest';
import { can, PERMISSIONS } from './permissions';
import { LEADING_ROLE, ROLES, type OrganisationKind, type Role } from './roles';

const EVERYONE = (Object.keys(ROLES) as OrganisationKind[]).flatMap((organisationKind) =>
  ROLES[organisationKind].map((role: Role) => ({ organisationKind, role })),
);

function holders(permission: (typeof PERMISSIONS)[number]): string[] {
  return EVERYONE.filter((actor) => can(actor, permission)).map((actor) => `${actor.organisationKind} ${actor.role}`);
}

describe('permissions', () => {
  it('lists only roles that exist in their kind of organisation', () => {
    for (const permission of PERMISSIONS) expect(holders(permission).length, permission).toBeGreaterThan(0);
  });

  it('gives nothing to a role that belongs to another kind', () => {
    for (const permission of PERMISSIONS) {
      expect(can({ organisationKind: 'buyer', role: 'manager' }, permission)).toBe(false);
      expect(can({ organisationKind: 'cooperative', role: 'controller' }, permission)).toBe(false);
    }
  });

  it('keeps the two ends of a payout and its receipt in different hands', () => {
    expect(holders('payout:approve')).toEqual(['programme controller']);
    expect(holders('refund:bear')).toEqual(['programme controller']);
    // Two persons take these steps, and a programme may have one controller.
    for (const permission of ['payout:decide-cost', 'refund:decide'] as const)
      expect(holders(permission)).toEqual(['programme officer', 'programme controller']);
    expect(holders('payout:confirm')).toEqual(['cooperative treasurer']);
    expect(holders('order:pay')).toEqual(['buyer purchaser']);
  });

  it('lets observers and plain members change nothing', () => {
    const writes = PERMISSIONS.filter(
      (permission) => !permission.endsWith(':read') && permission !== 'account:use' && permission !== 'export:make',
    );
    for (const permission of writes) {
      expect(holders(permission)).not.toContain('cooperative member');
      expect(holders(permission)).not.toContain('buyer observer');
      expect(holders(permission)).not.toContain('programme observer');
    }
  });

  it('lets the leading role of every kind manage people', () => {
    for (const kind of Object.keys(ROLES) as OrganisationKind[]) {
      expect(can({ organisationKind: kind, role: LEADING_ROLE[kind] }, 'member:manage')).toBe(true);
    }
  });
});
