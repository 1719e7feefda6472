import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';

/**
 * Makes an account whose mailbox is not proven, or takes the place of one that never was: who signed up with another's address keeps nothing of it,
 * neither password nor session. Null where the address has an account that is proven or in use. Two at once follow one another.
 */
export async function saveUnprovenUser(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'newId'>,
  person: { name: string; email: string; locale: string; passwordHash: string; proven?: boolean },
): Promise<{ userId: string } | null> {
  const { name, email, locale, passwordHash, proven = false } = person;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`sign-up:${email}`}, 0))`;
  const known = await tx.user.findUnique({
    where: { email },
    select: { id: true, emailVerified: true, personId: true, _count: { select: { memberships: true } } },
  });
  // An account of before proofs were asked for, that works for an organisation, is somebody's.
  if (known && (known.emailVerified || known.personId !== null || known._count.memberships > 0)) return null;
  const now = deps.clock.now();
  const userId = known?.id ?? deps.newId();
  const facts = { name, locale, emailVerified: proven, updatedAt: now };
  if (known) {
    await tx.session.deleteMany({ where: { userId } });
    await tx.credential.deleteMany({ where: { userId } });
    await tx.user.update({ where: { id: userId }, data: facts });
  } else await tx.user.create({ data: { id: userId, email, createdAt: now, ...facts } });
  const credential = { accountId: userId, providerId: 'credential', userId, password: passwordHash };
  await tx.credential.create({ data: { id: deps.newId(), ...credential, createdAt: now, updatedAt: now } });
  return { userId };
}
