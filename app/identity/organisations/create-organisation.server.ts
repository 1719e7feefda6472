import { recordAudit } from '#app/platform/audit/record-audit.server';
import type { Tx } from '#app/platform/db/connect.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { ok, refuse, type Result } from '#app/platform/result';
import { LEADING_ROLE, type OrganisationKind } from '../roles';
import { slugOf } from './slug';

type NewOrganisation = {
  kind: OrganisationKind;
  name: string;
  countryCode: string;
  district: string | null;
  description?: string | null;
  currency: string;
  locale: string;
  womenLed?: boolean;
  /** The programme that reviews it; null for programmes. */
  programmeId: string | null;
  /** Becomes the first member, in the leading role of the kind; null where members are added afterwards. */
  founderId: string | null;
  /** From the form: the same one founds once. */
  requestId?: string;
};

/**
 * Founds an organisation with its first member, and opens the application that its programme will review (none for a programme
 * itself).
 */
export async function createOrganisation(
  deps: Pick<Deps, 'db' | 'clock' | 'newId'>,
  input: NewOrganisation,
): Promise<Result<{ organisationId: string; slug: string }, 'programme-unknown' | 'key-reused'>> {
  return inTransaction(deps.db, (tx) => {
    const { founderId, requestId } = input;
    if (!founderId || !requestId) return found(tx, deps, input);
    const intent = { key: requestId, actorId: founderId, action: 'organisation:found', input, now: deps.clock.now() };
    return withIdempotency(tx, intent, () => found(tx, deps, input));
  });
}

async function found(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'newId'>,
  input: NewOrganisation,
): Promise<Result<{ organisationId: string; slug: string }, 'programme-unknown'>> {
  if (input.kind !== 'programme') {
    const programme = await tx.organisation.findFirst({
      where: { id: input.programmeId ?? deps.newId(), kind: 'programme' },
      select: { id: true },
    });
    if (!programme) return refuse('programme-unknown', 'identity:refusal.programme', { path: 'programmeId' });
  }
  const organisationId = deps.newId();
  const now = deps.clock.now();
  const slug = await freeSlug(tx, slugOf(input.name) || input.kind);
  await tx.organisation.create({
    data: {
      id: organisationId,
      kind: input.kind,
      name: input.name,
      slug,
      countryCode: input.countryCode,
      district: input.district,
      description: input.description ?? null,
      currency: input.currency,
      locale: input.locale,
      womenLed: input.womenLed ?? false,
      programmeId: input.kind === 'programme' ? null : input.programmeId,
      createdAt: now,
    },
  });
  if (input.founderId) {
    await tx.membership.create({
      data: {
        id: deps.newId(),
        userId: input.founderId,
        organisationId,
        role: LEADING_ROLE[input.kind],
        createdAt: now,
      },
    });
  }
  if (input.kind !== 'programme') {
    await tx.application.create({ data: { id: deps.newId(), organisationId, state: 'draft', createdAt: now } });
  }
  if (input.founderId) {
    await recordAudit(tx, deps, {
      ...{ actor: { userId: input.founderId, organisationId }, action: 'organisation:found' },
      ...{ subjectKind: 'organisation', subjectId: organisationId },
    });
  }
  return ok({ organisationId, slug });
}

// Founders of one name at one moment wait for each other: the second sees the first one's address part.
async function freeSlug(tx: Tx, wanted: string): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`slug:${wanted}`}, 0))`;
  const taken = await tx.organisation.findMany({ where: { slug: { startsWith: wanted } }, select: { slug: true } });
  const slugs = new Set(taken.map((row) => row.slug));
  if (!slugs.has(wanted)) return wanted;
  let number = 2;
  while (slugs.has(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}
