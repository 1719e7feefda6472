import type { Actor } from '#app/identity/actor';
import { addMember } from '#app/identity/members/add-member.server';
import { createOrganisation } from '#app/identity/organisations/create-organisation.server';
import { hashDocument, hashPhone } from '#app/identity/persons/hash-identity.server';
import { linkPerson } from '#app/identity/persons/link-person.server';
import type { OrganisationKind, Role } from '#app/identity/roles';
import type { Deps } from '#app/platform/deps';

/** A person without a password: enough to act in a use case. */
export async function testPerson(
  deps: Deps,
  { locale = 'en' }: { locale?: string } = {},
): Promise<{ userId: string; email: string; name: string }> {
  const userId = deps.newId();
  const email = `${userId}@example.org`;
  await deps.db.user.create({
    data: { id: userId, name: `Person ${userId.slice(-4)}`, email, emailVerified: true, locale },
  });
  return { userId, email, name: `Person ${userId.slice(-4)}` };
}

/** What an officer does who has seen a paper. Without a number: a human being of his or her own. */
export async function confirmTestPerson(
  deps: Deps,
  { userId, number = userId, phone = userId }: { userId: string; number?: string; phone?: string },
): Promise<string> {
  const linked = await linkPerson(deps.db, deps, {
    userId,
    documentKind: 'national_id',
    documentCountry: 'MZ',
    documentHashes: hashDocument(deps.settings, { kind: 'national_id', country: 'MZ', number }),
    phoneHashes: hashPhone(deps.settings, phone),
    phoneVerifiedAt: deps.clock.now(),
    seenById: null,
  });
  if (!linked.ok) throw new Error(linked.code);
  return linked.value.personId;
}

/**
 * An organisation with one member per role asked for, made by the same use cases as live ones. The programme
 * accompanies itself.
 */
export async function testOrganisation<R extends Role>(
  deps: Deps,
  {
    kind,
    roles,
    programmeId = null,
    countryCode = 'MZ',
    currency = 'USD',
    locale = 'en',
    name,
    confirmed = true,
  }: {
    kind: OrganisationKind;
    roles: readonly R[];
    programmeId?: string | null;
    countryCode?: string;
    currency?: string;
    locale?: string;
    name?: string;
    /** False: nobody has seen their papers. */
    confirmed?: boolean;
  },
): Promise<{ organisationId: string; as: Record<R, Actor> }> {
  const organisationName = name ?? `${kind} ${deps.newId().slice(-6)}`;
  const created = await createOrganisation(deps, {
    kind,
    name: organisationName,
    countryCode,
    district: 'Moatize',
    currency,
    locale,
    programmeId,
    founderId: null,
  });
  if (!created.ok) throw new Error(created.code);
  const { organisationId } = created.value;
  const as: Partial<Record<R, Actor>> = {};
  for (const role of roles) {
    const person = await testPerson(deps, { locale });
    await addMember(deps, deps.db, { organisationId, userId: person.userId, role });
    if (confirmed) await confirmTestPerson(deps, person);
    as[role] = {
      userId: person.userId,
      name: person.name,
      organisationId,
      organisationName,
      organisationKind: kind,
      role,
      programmeId: kind === 'programme' ? organisationId : programmeId,
      locale,
      countryCode,
      currency,
    };
  }
  return { organisationId, as: as as Record<R, Actor> };
}

/** Another human being in the same organisation and role. */
export async function colleagueOf(deps: Deps, actor: Actor): Promise<Actor> {
  const { userId, name } = await testPerson(deps, { locale: actor.locale });
  await addMember(deps, deps.db, { organisationId: actor.organisationId, userId, role: actor.role });
  await confirmTestPerson(deps, { userId });
  return { ...actor, userId, name };
}

/** Puts an organisation into the accepted state directly, for tests that are about what comes after. */
export async function acceptOrganisation(
  deps: Deps,
  organisationId: string,
  { royalty = 'none' }: { royalty?: 'none' | 'unset' } = {},
): Promise<void> {
  await deps.db.application.update({
    where: { organisationId },
    data: { state: 'accepted', submittedAt: deps.clock.now(), decidedAt: deps.clock.now() },
  });
  const { kind } = await deps.db.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { kind: true },
  });
  if (kind === 'cooperative' && royalty === 'none') await checkNoRoyalty(deps, organisationId);
}

/** Staff looked, and no royalty is due: what a cooperative needs before it may list. */
export async function checkNoRoyalty(deps: Deps, cooperativeId: string): Promise<void> {
  const { userId } = await testPerson(deps);
  const check = { source: 'Mining code, article 12', checkedById: userId, checkedAt: deps.clock.now() };
  await deps.db.chargeCheck.create({ data: { id: deps.newId(), cooperativeId, ...check } });
}

/** A cooperative that may sell, the programme that accepted it, and a person of each. */
export async function testSellers(
  deps: Deps,
  { countryCode }: { countryCode?: string } = {},
): Promise<{ manager: Actor; officer: Actor; cooperativeId: string }> {
  const programme = await testOrganisation(deps, { kind: 'programme', roles: ['officer'] });
  const cooperative = await testOrganisation(deps, {
    kind: 'cooperative',
    roles: ['manager'],
    programmeId: programme.organisationId,
    ...(countryCode ? { countryCode } : {}),
  });
  await acceptOrganisation(deps, cooperative.organisationId);
  return { manager: cooperative.as.manager, officer: programme.as.officer, cooperativeId: cooperative.organisationId };
}
