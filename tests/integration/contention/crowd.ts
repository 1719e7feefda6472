import type { TestDeps } from '#tests/support/test-deps';

/**
 * Purchasers of as many accepted buyers, each of an organisation of its own. Written in bulk, for tests in
 * which they only come and buy.
 */
export async function crowd(
  deps: TestDeps,
  { programmeId, size }: { programmeId: string; size: number },
): Promise<{ userId: string }[]> {
  const now = deps.clock.now();
  const people = Array.from({ length: size }, () => ({
    userId: deps.newId(),
    personId: deps.newId(),
    organisationId: deps.newId(),
  }));
  await deps.db.person.createMany({
    data: people.map(({ userId, personId }) => ({
      ...{ id: personId, documentHash: userId, phoneHash: userId, phoneVerifiedAt: now, seenAt: now },
      documentKind: 'passport' as const,
      documentCountry: 'CH',
    })),
  });
  await deps.db.user.createMany({
    data: people.map(({ userId, personId }, index) => ({
      ...{ id: userId, name: `Buyer ${index}`, email: `${userId}@example.org`, emailVerified: true, personId },
    })),
  });
  await deps.db.organisation.createMany({
    data: people.map(({ organisationId }, index) => ({
      id: organisationId,
      kind: 'buyer' as const,
      name: `Buyer ${index}`,
      slug: organisationId,
      countryCode: 'CH',
      programmeId,
      createdAt: now,
    })),
  });
  await deps.db.membership.createMany({
    data: people.map(({ userId, organisationId }) => ({
      ...{ id: deps.newId(), userId, organisationId },
      role: 'purchaser' as const,
      createdAt: now,
    })),
  });
  await deps.db.application.createMany({
    data: people.map(({ organisationId }) => ({
      ...{ id: deps.newId(), organisationId },
      state: 'accepted' as const,
      createdAt: now,
      submittedAt: now,
      decidedAt: now,
    })),
  });
  return people;
}
