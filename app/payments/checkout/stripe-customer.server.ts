import type { Deps } from '#app/platform/deps';

/**
 * The buyer's organisation at Stripe, made at its first bank transfer. Nothing of it but our own id goes
 * there.
 */
export async function customerOf(deps: Deps, organisationId: string): Promise<string> {
  const known = await deps.db.stripeCustomer.findUnique({ where: { organisationId } });
  if (known) return known.customerId;
  const { id } = await deps.stripe.customers.create(
    { metadata: { organisationId } },
    { idempotencyKey: `organisation:${organisationId}:customer` },
  );
  await deps.db.stripeCustomer.createMany({
    data: { organisationId, customerId: id, createdAt: deps.clock.now() },
    skipDuplicates: true,
  });
  return id;
}
