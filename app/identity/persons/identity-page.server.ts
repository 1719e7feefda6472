import type { Deps } from '#app/platform/deps';
import type { Person } from '../actor';
import type { DocumentKind } from './identity-document';

export type IdentityPage =
  | { state: 'none' }
  | { state: 'phone' | 'waiting'; kind: DocumentKind; country: string; since: string; codeOver: boolean }
  | { state: 'confirmed'; kind: DocumentKind; country: string; since: string };

/** Where an account stands: nothing said, the phone's code is out, an officer must see the paper, or confirmed. */
export async function identityPage(
  deps: Pick<Deps, 'db' | 'clock'>,
  { person }: { person: Person },
): Promise<IdentityPage> {
  const user = await deps.db.user.findUniqueOrThrow({
    where: { id: person.userId },
    select: { person: true, identityClaim: true },
  });
  if (user.person) {
    const { documentKind: kind, documentCountry: country, seenAt } = user.person;
    return { state: 'confirmed', kind, country, since: seenAt.toISOString() };
  }
  const claim = user.identityClaim;
  if (!claim) return { state: 'none' };
  const { documentKind: kind, documentCountry: country, phoneVerifiedAt, codeExpiresAt, codeTries } = claim;
  const codeOver = codeTries >= 5 || (codeExpiresAt !== null && codeExpiresAt <= deps.clock.now());
  const since = claim.claimedAt.toISOString();
  return { state: phoneVerifiedAt ? 'waiting' : 'phone', kind, country, since, codeOver };
}
