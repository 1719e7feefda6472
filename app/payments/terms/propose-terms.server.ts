import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import { ok, refuse, type Result } from '#app/platform/result';
import { lockTerms } from './lock-terms.server';
import { readTerms, type TermsInput, type TermsRefusal } from './payment-terms';

/**
 * One of the staff proposes how orders of the programme are paid. Another person puts it in force. One
 * proposal waits at a time.
 */
export async function proposeTerms(
  deps: Deps,
  { actor, terms, requestId }: { actor: Actor; terms: TermsInput; requestId: string },
): Promise<Result<{ termsId: string }, TermsRefusal | 'proposal-waits' | 'key-reused'>> {
  if (!can(actor, 'payment-terms:decide')) throw new Forbidden();
  const read = readTerms(terms);
  if (!read.ok) return read;
  const { costBearer, cardLimit, reason } = read.value;
  const programmeId = actor.organisationId;
  const now = deps.clock.now();
  return inTransaction(deps.db, (tx) =>
    withIdempotency(
      tx,
      { key: requestId, actorId: actor.userId, action: 'payment-terms:propose', input: { programmeId, ...terms }, now },
      async () => {
        const { latestVersion, waiting } = await lockTerms(tx, programmeId);
        if (waiting) return refuse('proposal-waits', 'payments:terms.waits');
        const termsId = deps.newId();
        await tx.paymentTerms.create({
          data: {
            id: termsId,
            programmeId,
            version: latestVersion + 1,
            costBearer,
            cardLimitMinor: cardLimit.minor,
            cardLimitCurrency: cardLimit.currency,
            reason,
            proposedById: actor.userId,
            proposedAt: now,
          },
        });
        await recordAudit(tx, deps, {
          actor,
          action: 'payment-terms:propose',
          subjectKind: 'payment-terms',
          subjectId: termsId,
          detail: { costBearer, limit: cardLimit.minor.toString(), currency: cardLimit.currency, reason },
        });
        return ok({ termsId });
      },
    ),
  );
}
