import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { NotFound } from '#app/platform/http/errors';
import { ok, refuse, type Result } from '#app/platform/result';
import type { Actor } from '#app/identity/actor';
import { requireDistinctPersons, type PersonConflict } from '#app/identity/persons/require-distinct-persons.server';
import { mayChangeEvidence } from '../application-lifecycle';
import { lockApplication } from '../applications/lock-application.server';
import { mailPeople } from '../mail-people.server';
import { maskAccount, type DestinationInput } from './destination.schema';

/**
 * Puts a new destination in place of the one before, which is kept as retired. Staff must verify it before money goes there. All who
 * answer for the cooperative's money are told, and who records it is a person whose papers were seen and who is none of the programme's,
 * so that a stolen session cannot turn payouts around unseen.
 */
export async function setPayoutDestination(
  deps: Deps,
  { actor, destination, requestId }: { actor: Actor; destination: DestinationInput; requestId: string },
): Promise<Result<{ destinationId: string }, 'locked' | 'key-reused' | PersonConflict>> {
  const { organisationId } = actor;
  const now = deps.clock.now();
  const intent = {
    key: requestId,
    actorId: actor.userId,
    action: 'payout-destination:set',
    input: { organisationId, ...destination },
    now,
  };
  return inTransaction(deps.db, (tx) =>
    withIdempotency(tx, intent, async () => {
      const application = await lockApplication(tx, { organisationId });
      if (!mayChangeEvidence(application.state)) return refuse('locked', 'verification:refusal.locked');
      const { programmeId } = await tx.organisation.findUniqueOrThrow({ where: { id: organisationId } });
      const conflict = await requireDistinctPersons(tx, { actor, sides: programmeId === null ? [] : [programmeId] });
      if (conflict) return conflict;
      await tx.payoutDestination.updateMany({ where: { organisationId, retiredAt: null }, data: { retiredAt: now } });
      const destinationId = deps.newId();
      await tx.payoutDestination.create({
        data: { id: destinationId, organisationId, ...destination, recordedById: actor.userId, recordedAt: now },
      });
      await recordAudit(tx, deps, {
        actor,
        action: 'payout-destination:set',
        subjectKind: 'payout-destination',
        subjectId: destinationId,
        detail: { method: destination.method },
      });
      await mailPeople(tx, deps, {
        organisationId,
        roles: ['manager', 'treasurer'],
        subjectKey: 'verification:mail.destination.subject',
        textKey: 'verification:mail.destination.text',
        params: {
          organisation: actor.organisationName,
          person: actor.name,
          provider: destination.provider,
          account: maskAccount(destination.accountNumber),
        },
      });
      return ok({ destinationId });
    }),
  );
}

/** Staff of the programme say that they have checked the account against its holder. A replaced destination is not found. */
export async function verifyPayoutDestination(
  deps: Deps,
  { actor, destinationId }: { actor: Actor; destinationId: string },
): Promise<Result<null, PersonConflict>> {
  return inTransaction(deps.db, async (tx) => {
    const row = await tx.payoutDestination.findFirst({ where: { id: destinationId, retiredAt: null } });
    const owner =
      row &&
      (await tx.organisation.findFirst({
        where: { id: row.organisationId, programmeId: actor.organisationId },
        select: { id: true },
      }));
    if (!owner || actor.organisationKind !== 'programme') throw new NotFound();
    const { organisationId, recordedById } = row;
    const conflict = await requireDistinctPersons(tx, {
      ...{ actor, others: [recordedById], sides: [organisationId], payee: organisationId },
    });
    if (conflict) return conflict;
    const { count } = await tx.payoutDestination.updateMany({
      where: { id: destinationId, retiredAt: null, verifiedAt: null },
      data: { verifiedAt: deps.clock.now(), verifiedById: actor.userId },
    });
    if (count === 0) return ok(null);
    await recordAudit(tx, deps, {
      actor,
      action: 'payout-destination:verify',
      subjectKind: 'payout-destination',
      subjectId: destinationId,
    });
    return ok(null);
  });
}
