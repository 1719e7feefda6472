import { describe, expect, it } from 'vitest';
import { findRequirement, requirementsFor, requirementStatus } from './requirements';

describe('requirements', () => {
  it('asks a cooperative for papers, statements and an account of its own', () => {
    expect(requirementsFor({ kind: 'cooperative', countryCode: 'MZ' }).map((requirement) => requirement.key)).toEqual([
      'registration',
      'mining-licence',
      'custody-statement',
      'mercury-statement',
      'payout-account',
    ]);
  });

  it('calls the mining title what its country calls it', () => {
    expect(findRequirement({ kind: 'cooperative', countryCode: 'TZ' }, 'mining-licence')?.localName).toBe(
      'Primary Mining Licence (PML)',
    );
    expect(findRequirement({ kind: 'cooperative', countryCode: 'FJ' }, 'mining-licence')?.localName).toBeNull();
  });

  it('makes the dealer licence a must only where the law asks for one', () => {
    expect(findRequirement({ kind: 'buyer', countryCode: 'GB' }, 'dealer-licence')?.mandatory).toBe(true);
    expect(findRequirement({ kind: 'buyer', countryCode: 'PT' }, 'dealer-licence')?.mandatory).toBe(false);
  });

  it('does not know the other kind’s requirements', () => {
    expect(findRequirement({ kind: 'buyer', countryCode: 'GB' }, 'mining-licence')).toBeNull();
  });

  it('counts a paper until the end of its last day', () => {
    expect(requirementStatus(null, '2026-06-02')).toBe('missing');
    expect(requirementStatus({ expiresOn: null }, '2026-06-02')).toBe('met');
    expect(requirementStatus({ expiresOn: '2026-06-02' }, '2026-06-02')).toBe('met');
    expect(requirementStatus({ expiresOn: '2026-06-01' }, '2026-06-02')).toBe('expired');
  });
});
