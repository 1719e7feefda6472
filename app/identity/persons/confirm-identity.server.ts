import { recordAudit } from '#app/platform/audit/record-audit.server';
import type { Tx } from '#app/platform/db/connect.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden, NotFound } from '#app/platform/http/errors';
import { splitRequestKey } from '#app/platform/http/request-key.server';
import { ok, refuse, type Result } from '#app/platform/result';
import type { Actor } from '../actor';
import { can } from '../permissions';
import { hashDocument } from './hash-identity.server';
import { normaliseNumber } from './identity-document';
import { linkPerson } from './link-person.server';

type ConfirmRefusal =
  'person-unconfirmed' | 'own-person' | 'phone-unverified' | 'number' | 'phone-taken' | 'key-reused';

/**
 * An officer has the paper in hand and types its number: where it is the one that the account gave, the account belongs to that person from now on.
 * Nobody confirms an account of his or her own, and who is not known yet confirms nobody.
 */
export async function confirmIdentity(
  deps: Deps,
  { actor, userId, number, requestId }: { actor: Actor; userId: string; number: string; requestId: string },
): Promise<Result<{ personId: string }, ConfirmRefusal>> {
  if (!can(actor, 'person:confirm')) throw new Forbidden();
  const now = deps.clock.now();
  // Without the digest of what was sent: no hash of the number is kept that has no key.
  const intent = {
    key: splitRequestKey(requestId).id,
    actorId: actor.userId,
    action: 'person:confirm',
    input: { userId },
    now,
  };
  return inTransaction(deps.db, (tx) =>
    withIdempotency(tx, intent, async (): Promise<Result<{ personId: string }, ConfirmRefusal>> => {
      await requireOwnPeople(tx, { actor, userId });
      await tx.$queryRaw`SELECT 1 FROM "IdentityClaim" WHERE "userId" = ${userId} FOR UPDATE`;
      const claim = await tx.identityClaim.findUnique({ where: { userId } });
      if (!claim) throw new NotFound('nothing to confirm');
      const officer = await tx.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { person: true } });
      if (!officer.person) return refuse('person-unconfirmed', 'identity:persons.refusal.unconfirmed');
      const { documentKind, documentCountry } = claim;
      const seen = { kind: documentKind, country: documentCountry, number: normaliseNumber(number) };
      const documentHashes = hashDocument(deps.settings, seen);
      const isOwn =
        officer.person.documentKind === documentKind &&
        officer.person.documentCountry === documentCountry &&
        documentHashes.includes(officer.person.documentHash);
      if (userId === actor.userId || isOwn || claim.phoneHashes.includes(officer.person.phoneHash))
        return refuse('own-person', 'identity:persons.refusal.ownPerson');
      if (!claim.phoneVerifiedAt) return refuse('phone-unverified', 'identity:persons.refusal.phoneUnverified');
      if (!documentHashes.includes(claim.documentHash))
        return refuse('number', 'identity:persons.refusal.numberDiffers', { path: `number-${userId}` });
      const linked = await linkPerson(tx, deps, {
        ...{ userId, documentKind, documentCountry, documentHashes },
        phoneHashes: claim.phoneHashes,
        phoneVerifiedAt: claim.phoneVerifiedAt,
        seenById: actor.userId,
      });
      if (!linked.ok) return linked;
      await tx.identityClaim.delete({ where: { userId } });
      await recordAudit(tx, deps, {
        actor,
        action: 'person:confirm',
        subjectKind: 'user',
        subjectId: userId,
        detail: { personId: linked.value.personId, kind: documentKind, country: documentCountry },
      });
      return linked;
    }),
  );
}

/** Only people of the programme itself and of the organisations that it accompanies. Throws NotFound. */
async function requireOwnPeople(tx: Tx, { actor, userId }: { actor: Actor; userId: string }): Promise<void> {
  const { organisationId: programmeId } = actor;
  const found = await tx.membership.count({
    where: { userId, organisation: { OR: [{ id: programmeId }, { programmeId }] } },
  });
  if (found === 0) throw new NotFound('a person of another programme');
}

/** The operator of the installation has seen the paper: how the first officers of a programme begin. */
export async function confirmByOperator(
  deps: Pick<Deps, 'db' | 'clock' | 'newId'> & { settings: Pick<Deps['settings'], 'identityKeys'> },
  { email, number }: { email: string; number: string },
): Promise<Result<{ personId: string }, 'claim' | 'number' | 'phone-taken'>> {
  return inTransaction(deps.db, async (tx) => {
    const claim = await tx.identityClaim.findFirst({ where: { user: { email: email.trim().toLowerCase() } } });
    if (!claim?.phoneVerifiedAt) return refuse('claim', 'identity:persons.refusal.phoneUnverified');
    const { userId, documentKind, documentCountry, phoneHashes, phoneVerifiedAt } = claim;
    const documentHashes = hashDocument(deps.settings, {
      ...{ kind: documentKind, country: documentCountry, number: normaliseNumber(number) },
    });
    if (!documentHashes.includes(claim.documentHash)) return refuse('number', 'identity:persons.refusal.numberDiffers');
    const facts = { userId, documentKind, documentCountry, documentHashes, phoneHashes, phoneVerifiedAt };
    const linked = await linkPerson(tx, deps, { ...facts, seenById: null });
    if (!linked.ok) return linked;
    await tx.identityClaim.delete({ where: { userId } });
    await recordAudit(tx, deps, {
      ...{ actor: null, action: 'person:confirm', subjectKind: 'user', subjectId: userId },
      detail: { personId: linked.value.personId, by: 'operator' },
    });
    return ok(linked.value);
  });
}
