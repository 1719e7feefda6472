import { describe, expect, it } from 'vitest';
import type { Person } from '#app/identity/actor';
import { addMember } from '#app/identity/members/add-member.server';
import { acceptInvitation, invitationPage } from '#app/identity/members/accept-invitation.server';
import { cancelInvitation } from '#app/identity/members/cancel-invitation.server';
import { changeRole, removeMember } from '#app/identity/members/change-member.server';
import { secondInvitation } from '#app/identity/members/second-invitation.server';
import { inviteMember } from '#app/identity/members/invite-member.server';
import { membersPage } from '#app/identity/members/members-page.server';
import { createOrganisation } from '#app/identity/organisations/create-organisation.server';
import { switchOrganisation } from '#app/identity/organisations/switch-organisation.server';
import { testOrganisation, testPerson } from '#tests/support/people';
import { testDeps } from '#tests/support/test-deps';

describe('members of an organisation', async () => {
  const deps = await testDeps();
  const programme = await testOrganisation(deps, { kind: 'programme', roles: ['officer'] });
  const { organisationId: programmeId } = programme;

  const cooperative = () =>
    testOrganisation(deps, { kind: 'cooperative', roles: ['manager', 'treasurer'], programmeId });

  async function newcomer(): Promise<Person> {
    const { userId, email, name } = await testPerson(deps);
    const sessionId = deps.newId();
    await deps.db.session.create({
      data: { id: sessionId, userId, token: sessionId, expiresAt: new Date('2030-01-01') },
    });
    return { userId, email, name, locale: 'en', sessionId, emailVerified: true, actor: null };
  }

  async function invited(email: string, as: Awaited<ReturnType<typeof cooperative>>['as'], role = 'member') {
    const answer = await inviteMember(deps, { actor: as.manager, email, role, requestId: deps.newId() });
    if (!answer.ok) throw new Error(answer.code);
    if (answer.value.waits) {
      const { invitationId } = answer.value;
      expect(
        await secondInvitation(deps, { actor: as.treasurer, invitationId, requestId: deps.newId() }),
      ).toMatchObject({ ok: true });
    }
    const [mail] = await deps.db.$queryRaw<{ text: string }[]>`
      SELECT payload->>'text' AS text FROM graphile_worker._private_jobs WHERE payload->>'to' = ${email} ORDER BY id DESC LIMIT 1`;
    const token = /\/invitations\/([\w-]+)/.exec(mail?.text ?? '')?.[1];
    if (!token) throw new Error('no link in the mail');
    return token;
  }

  async function membershipOf(userId: string, organisationId: string) {
    return deps.db.membership.findUnique({ where: { userId_organisationId: { userId, organisationId } } });
  }

  it('joins by a link, once, and only as the person it was sent to', async () => {
    const { organisationId, as } = await cooperative();
    const person = await newcomer();
    const token = await invited(person.email, as, 'treasurer');
    expect(await invitationPage(deps, { token, person })).toMatchObject({
      maskedEmail: `${person.email[0]}•••@example.org`,
      isReaders: true,
      role: 'treasurer',
      state: 'open',
    });
    expect(JSON.stringify(await deps.db.invitation.findMany())).not.toContain(token);
    expect(await acceptInvitation(deps, { person: await newcomer(), token, requestId: deps.newId() })).toMatchObject({
      code: 'other-address',
    });
    const twice = await Promise.all([
      acceptInvitation(deps, { person, token, requestId: deps.newId() }),
      acceptInvitation(deps, { person, token, requestId: deps.newId() }),
    ]);
    expect(twice.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await membershipOf(person.userId, organisationId)).toMatchObject({ role: 'treasurer' });
    expect(await deps.db.session.findUnique({ where: { id: person.sessionId } })).toMatchObject({
      activeOrganisationId: organisationId,
    });
  });

  it('does not join by a link that is over, taken back, replaced or made up', async () => {
    const { as } = await cooperative();
    const person = await newcomer();
    const replaced = await invited(person.email, as);
    const token = await invited(person.email, as);
    await expect(invitationPage(deps, { token: replaced, person })).rejects.toMatchObject({ status: 404 });
    await expect(acceptInvitation(deps, { person, token: 'made-up', requestId: deps.newId() })).rejects.toMatchObject({
      status: 404,
    });
    deps.clock.set('2026-06-09T08:00:00Z');
    expect(await acceptInvitation(deps, { person, token, requestId: deps.newId() })).toMatchObject({ code: 'expired' });
    deps.clock.set('2026-06-02T08:00:00Z');
    const [line] = (await membersPage(deps, { actor: as.manager })).invitations;
    const stranger = await cooperative();
    await expect(
      cancelInvitation(deps, { actor: stranger.as.manager, invitationId: line?.invitationId ?? '' }),
    ).rejects.toMatchObject({ status: 404 });
    await cancelInvitation(deps, { actor: as.manager, invitationId: line?.invitationId ?? '' });
    await expect(acceptInvitation(deps, { person, token, requestId: deps.newId() })).rejects.toMatchObject({
      status: 404,
    });
  });

  it('invites once for one form, no member twice, and only to roles of its kind', async () => {
    const { as } = await cooperative();
    const { email } = await testPerson(deps);
    const form = { actor: as.manager, email, role: 'member', requestId: deps.newId() };
    const [first, second] = [await inviteMember(deps, form), await inviteMember(deps, form)];
    expect(first).toEqual(second);
    expect(await inviteMember(deps, { ...form, role: 'treasurer' })).toMatchObject({ code: 'key-reused' });
    expect(await inviteMember(deps, { ...form, role: 'controller', requestId: deps.newId() })).toMatchObject({
      code: 'role',
    });
    expect(await inviteMember(deps, { ...form, email: 'nobody', requestId: deps.newId() })).toMatchObject({
      code: 'email',
    });
    const member = await deps.db.user.findUniqueOrThrow({ where: { id: as.treasurer.userId } });
    expect(
      await inviteMember(deps, { ...form, role: 'treasurer', email: member.email, requestId: deps.newId() }),
    ).toMatchObject({
      code: 'already-member',
    });
  });

  it('gives a role that decides only by two persons, and to nobody by a second account of the inviter', async () => {
    const { organisationId, as } = await cooperative();
    const { email, userId } = await testPerson(deps);
    const answer = await inviteMember(deps, { actor: as.manager, email, role: 'treasurer', requestId: deps.newId() });
    if (!answer.ok) throw new Error(answer.code);
    const { invitationId, waits } = answer.value;
    expect(waits).toBe(true);
    expect(await deps.db.invitation.findUniqueOrThrow({ where: { id: invitationId } })).toMatchObject({
      tokenHash: null,
    });
    expect(await secondInvitation(deps, { actor: as.manager, invitationId, requestId: deps.newId() })).toMatchObject({
      code: 'same-person',
    });
    const twin = await testPerson(deps);
    const { personId } = await deps.db.user.findUniqueOrThrow({ where: { id: as.manager.userId } });
    await deps.db.user.update({ where: { id: twin.userId }, data: { personId } });
    await addMember(deps, deps.db, { organisationId, userId: twin.userId, role: 'treasurer' });
    const again = { ...as.treasurer, userId: twin.userId };
    expect(await secondInvitation(deps, { actor: again, invitationId, requestId: deps.newId() })).toMatchObject({
      code: 'same-person',
    });
    const stranger = await cooperative();
    await expect(
      secondInvitation(deps, { actor: stranger.as.treasurer, invitationId, requestId: deps.newId() }),
    ).rejects.toMatchObject({
      status: 404,
    });
    // Where the cooperative has nobody else, staff are the second.
    expect(
      await secondInvitation(deps, { actor: programme.as.officer, invitationId, requestId: deps.newId() }),
    ).toMatchObject({ ok: true });
    expect(await secondInvitation(deps, { actor: as.treasurer, invitationId, requestId: deps.newId() })).toMatchObject({
      code: 'seconded',
    });
    expect(await membershipOf(userId, organisationId)).toBeNull();
  });

  it('never loses its last manager, not even when two leave at the same moment', async () => {
    const { organisationId, as } = await cooperative();
    const manager = (await membershipOf(as.manager.userId, organisationId))?.id ?? '';
    const treasurer = (await membershipOf(as.treasurer.userId, organisationId))?.id ?? '';
    expect(await removeMember(deps, { actor: as.manager, membershipId: manager })).toMatchObject({
      code: 'last-leader',
    });
    expect(await changeRole(deps, { actor: as.manager, membershipId: manager, role: 'member' })).toMatchObject({
      code: 'last-leader',
    });
    expect(await changeRole(deps, { actor: as.manager, membershipId: treasurer, role: 'manager' })).toMatchObject({
      code: 'needs-second',
    });
    await deps.db.membership.update({ where: { id: treasurer }, data: { role: 'manager' } });
    const both = await Promise.all([
      removeMember(deps, { actor: as.manager, membershipId: manager }),
      removeMember(deps, { actor: as.manager, membershipId: treasurer }),
    ]);
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await deps.db.membership.count({ where: { organisationId, role: 'manager' } })).toBe(1);
  });

  it('cannot touch another organisation’s members', async () => {
    const own = await cooperative();
    const other = await cooperative();
    const foreign = (await membershipOf(other.as.treasurer.userId, other.organisationId))?.id ?? '';
    await expect(removeMember(deps, { actor: own.as.manager, membershipId: foreign })).rejects.toMatchObject({
      status: 404,
    });
    await expect(
      changeRole(deps, { actor: own.as.manager, membershipId: foreign, role: 'member' }),
    ).rejects.toMatchObject({ status: 404 });
    const { members } = await membersPage(deps, { actor: own.as.manager });
    expect(members.map((line) => line.email)).toHaveLength(2);
    const { userId, sessionId } = await newcomer();
    await expect(
      switchOrganisation(deps, { userId, sessionId, organisationId: own.organisationId, requestId: deps.newId() }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it('shows plain members no invitations', async () => {
    const { as } = await cooperative();
    await inviteMember(deps, {
      actor: as.manager,
      email: 'later@example.org',
      role: 'member',
      requestId: deps.newId(),
    });
    expect((await membersPage(deps, { actor: as.manager })).invitations).toHaveLength(1);
    expect(await membersPage(deps, { actor: as.treasurer })).toMatchObject({ invitations: [], mayManage: false });
  });
});

describe('founding an organisation', async () => {
  const deps = await testDeps();
  const { organisationId: programmeId } = await testOrganisation(deps, { kind: 'programme', roles: [] });

  async function input() {
    const { userId } = await testPerson(deps);
    return {
      kind: 'cooperative' as const,
      name: 'Clay Makers',
      countryCode: 'MZ',
      district: 'Moatize',
      currency: 'MZN',
      locale: 'pt',
      programmeId,
      founderId: userId,
      requestId: deps.newId(),
    };
  }

  it('makes its founder manager and opens an application, once for one form', async () => {
    const form = await input();
    const [first, second] = await Promise.all([createOrganisation(deps, form), createOrganisation(deps, form)]);
    expect(first).toEqual(second);
    expect(first).toMatchObject({ ok: true, value: { slug: 'clay-makers' } });
    if (!first.ok) return;
    const { organisationId } = first.value;
    expect(await deps.db.membership.findMany({ where: { organisationId } })).toMatchObject([
      { userId: form.founderId, role: 'manager' },
    ]);
    expect(await deps.db.application.findUnique({ where: { organisationId } })).toMatchObject({ state: 'draft' });
  });

  it('gives namesakes addresses of their own, also at the same moment', async () => {
    const forms = await Promise.all([input(), input(), input()]);
    const made = await Promise.all(
      forms.map((form) => createOrganisation(deps, { ...form, name: 'Ruvuma Stone Cutters' })),
    );
    const slugs = made.flatMap((answer) => (answer.ok ? [answer.value.slug] : [])).sort();
    expect(slugs).toEqual(['ruvuma-stone-cutters', 'ruvuma-stone-cutters-2', 'ruvuma-stone-cutters-3']);
  });

  it('applies only to a programme that exists', async () => {
    const form = await input();
    expect(await createOrganisation(deps, { ...form, programmeId: deps.newId() })).toMatchObject({
      code: 'programme-unknown',
      path: 'programmeId',
    });
    expect(await deps.db.membership.count({ where: { userId: form.founderId } })).toBe(0);
  });
});
