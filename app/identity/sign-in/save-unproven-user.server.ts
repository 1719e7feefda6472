import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import { hasLiveMailboxLink, MAILBOX_LINK_MS } from './mailbox-link.server';

/** Name, language and password of somebody who signs up. */
type SignUpFacts = { name: string; locale: string; passwordHash: string };
type Saved = {
  userId: string;
  /** What the link in the mail stands for: the account, or a sign-up that waits beside it. */
  linkFor: string;
};

/**
 * Makes an account whose mailbox is not proven. Where an earlier sign-up with the address waits for its proof,
 * this one waits beside it: the first of them whose own link is followed has the account. Null where the
 * address has an account that is proven or in use. Two at once follow one another.
 */
export async function saveUnprovenUser(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'newId'>,
  person: SignUpFacts & { email: string; proven?: boolean },
): Promise<Saved | null> {
  const { name, email, locale, passwordHash, proven = false } = person;
  await lockAddress(tx, email);
  const known = await tx.user.findUnique({
    where: { email },
    select: { id: true, emailVerified: true, personId: true, _count: { select: { memberships: true } } },
  });
  // An account of before proofs were asked for, that works for an organisation, is somebody's.
  if (known && (known.emailVerified || known.personId !== null || known._count.memberships > 0)) return null;
  const now = deps.clock.now();
  const userId = known?.id ?? deps.newId();
  if (known && !proven && (await hasLiveMailboxLink(tx, deps, userId))) {
    const id = deps.newId();
    const expiresAt = new Date(now.getTime() + MAILBOX_LINK_MS);
    await tx.pendingSignUp.create({ data: { id, userId, name, locale, passwordHash, createdAt: now, expiresAt } });
    return { userId, linkFor: id };
  }
  if (!known)
    await tx.user.create({
      data: { id: userId, email, name, locale, emailVerified: proven, createdAt: now, updatedAt: now },
    });
  await giveAccount(tx, deps, { userId, name, locale, passwordHash, proven });
  return { userId, linkFor: userId };
}

/** Whoever signs up with an address, or proves it, waits here for another who does so at the same moment. */
export async function lockAddress(tx: Tx, email: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`sign-up:${email}`}, 0))`;
}

/** The account is this person's from here on: nothing of whoever signed up before is left, neither password nor session nor link. */
export async function giveAccount(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'newId'>,
  { userId, name, locale, passwordHash, proven }: SignUpFacts & { userId: string; proven: boolean },
): Promise<void> {
  const now = deps.clock.now();
  const waiting = await tx.pendingSignUp.findMany({ where: { userId }, select: { id: true } });
  await tx.confirmation.deleteMany({ where: { value: { in: [userId, ...waiting.map(({ id }) => id)] } } });
  await tx.pendingSignUp.deleteMany({ where: { userId } });
  await tx.session.deleteMany({ where: { userId } });
  await tx.credential.deleteMany({ where: { userId } });
  await tx.user.update({ where: { id: userId }, data: { name, locale, emailVerified: proven, updatedAt: now } });
  const credential = { accountId: userId, providerId: 'credential', userId, password: passwordHash };
  await tx.credential.create({ data: { id: deps.newId(), ...credential, createdAt: now, updatedAt: now } });
}
