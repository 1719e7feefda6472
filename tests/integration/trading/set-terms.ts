import type { Actor } from '#app/identity/actor';
import type { TestDeps } from '#tests/support/test-deps';

/**
 * Terms of payment, proposed by one and approved by another: cards up to a million dollars, the buyer bears
 * the cost.
 */
export async function setTerms(
  deps: TestDeps,
  { programmeId, officer, controller }: { programmeId: string; officer: Actor; controller: Actor },
): Promise<void> {
  const id = deps.newId();
  const at = deps.clock.now();
  await deps.db.paymentTerms.create({
    data: {
      ...{ id, programmeId, version: 1, costBearer: 'buyer', cardLimitMinor: 100_000_000n, cardLimitCurrency: 'USD' },
      ...{ reason: 'as tests need it', proposedById: officer.userId, proposedAt: at },
    },
  });
  await deps.db.paymentTermsDecision.create({
    data: {
      termsId: id,
      approved: true,
      proposedById: officer.userId,
      decidedById: controller.userId,
      decidedAt: at,
    },
  });
}
