import { describe, expect, it } from 'vitest';
import type { Actor, Person } from '#app/identity/actor';
import { claimIdentity, verifyPhone } from '#app/identity/persons/claim-identity.server';
import { confirmByOperator, confirmIdentity } from '#app/identity/persons/confirm-identity.server';
import { conflictsPage } from '#app/identity/persons/conflicts-page.server';
import { identityClaimSchema } from '#app/identity/persons/identity-claim.schema';
import { identityPage } from '#app/identity/persons/identity-page.server';
import { waitingPersons } from '#app/identity/persons/persons-page.server';
import { addMember } from '#app/identity/members/add-member.server';
import type { Role } from '#app/identity/roles';
import { testOrganisation, testPerson } from '#tests/support/people';
import { testDeps } from '#tests/support/test-deps';

describe('the person behind an account', async () => {
  const deps = await testDeps();
  const programme = await testOrganisation(deps, { kind: 'programme', roles: ['officer', 'controller'] });
  const { organisationId: programmeId } = programme;
  const { officer, controller } = programme.as;
  const other = await testOrganisation(deps, { kind: 'programme', roles: ['officer'] });
  const cooperative = await testOrganisation(deps, { kind: 'cooperative', roles: ['manager'], programmeId });

  async function account(organisationId: string, role: Role): Promise<Person> {
    const made = await testPerson(deps);
    await addMember(deps, deps.db, { organisationId, userId: made.userId, role });
    return { ...made, locale: 'en', sessionId: '', emailVerified: true, actor: null };
  }
  async function claim(person: Person, number: string, phone: string): Promise<string> {
    const input = identityClaimSchema.parse({ kind: 'national_id', country: 'MZ', number, phone });
    expect(await claimIdentity(deps, { person, claim: input, requestId: deps.newId() })).toMatchObject({ ok: true });
    const [sms] = await deps.db.$queryRaw<{ text: string }[]>`
      SELECT payload->>'text' AS text FROM graphile_worker._private_jobs WHERE payload->>'to' = ${input.phone} ORDER BY id DESC LIMIT 1`;
    return /\d{6}/.exec(sms?.text ?? '')?.[0] ?? '';
  }
  async function claimed(person: Person, number: string, phone: string): Promise<void> {
    const code = await claim(person, number, phone);
    expect(await verifyPhone(deps, { person, code })).toMatchObject({ ok: true });
  }
  const confirm = (actor: Actor, userId: string, number: string) =>
    confirmIdentity(deps, { actor, userId, number, requestId: deps.newId() });
  const personOf = async ({ userId }: { userId: string }) =>
    (await deps.db.user.findUniqueOrThrow({ where: { id: userId } })).personId;

  it('is confirmed by an officer who types the number from the paper, once the phone is proven', async () => {
    const person = await account(cooperative.organisationId, 'treasurer');
    const code = await claim(person, '110 200-300 B', '+258 84 111 1111');
    expect(await confirm(officer, person.userId, '110200300B')).toMatchObject({ code: 'phone-unverified' });
    const wrong = code === '000000' ? '111111' : '000000';
    expect(await verifyPhone(deps, { person, code: wrong })).toMatchObject({ code: 'code', path: 'code' });
    expect(await verifyPhone(deps, { person, code })).toMatchObject({ ok: true });
    expect((await waitingPersons(deps, { actor: officer })).items).toMatchObject([{ userId: person.userId }]);
    expect((await waitingPersons(deps, { actor: other.as.officer })).items).toEqual([]);
    expect(await confirm(officer, person.userId, '110200300C')).toMatchObject({ code: 'number' });
    await expect(confirm(other.as.officer, person.userId, '110200300B')).rejects.toMatchObject({ status: 404 });
    await expect(confirm(cooperative.as.manager, person.userId, '110200300B')).rejects.toMatchObject({ status: 403 });
    expect(await confirm(officer, person.userId, '110200300b')).toMatchObject({ ok: true });
    expect(await identityPage(deps, { person })).toMatchObject({ state: 'confirmed', kind: 'national_id' });
    const seen = await deps.db.person.findUniqueOrThrow({ where: { id: (await personOf(person)) ?? '' } });
    expect(seen.seenById).toBe(officer.userId);
    const everything = JSON.stringify([await deps.db.person.findMany(), await deps.db.identityClaim.findMany()]);
    expect(everything).not.toMatch(/110200300|841111111/);
  });

  it('makes a phone’s code worthless after five wrong ones, also at one moment', async () => {
    const person = await account(cooperative.organisationId, 'member');
    const code = await claim(person, 'AA77777', '+258841117777');
    const wrong = code === '123456' ? '654321' : '123456';
    await Promise.all(Array.from({ length: 6 }, () => verifyPhone(deps, { person, code: wrong })));
    expect(await verifyPhone(deps, { person, code })).toMatchObject({ code: 'code' });
    expect(await identityPage(deps, { person })).toMatchObject({ state: 'phone', codeOver: true });
  });

  it('stays one person with a second account, whom the first cannot confirm', async () => {
    const first = await account(programmeId, 'officer');
    await claimed(first, 'ZZ 4242 01', '+258842000001');
    expect(await confirm(officer, first.userId, 'ZZ424201')).toMatchObject({ ok: true });
    const self = { ...officer, userId: first.userId };
    const second = await account(cooperative.organisationId, 'manager');
    await claimed(second, 'zz-4242-01', '+258842000001');
    expect(await confirm(self, second.userId, 'ZZ424201')).toMatchObject({ code: 'own-person' });
    expect(await confirm(controller, second.userId, 'ZZ424201')).toMatchObject({ ok: true });
    expect(await personOf(second)).toBe(await personOf(first));
    expect(await conflictsPage(deps, { actor: controller })).toMatchObject([
      { kind: 'both-sides', where: expect.arrayContaining([programme.as.officer.organisationName]) as unknown },
    ]);
    expect(await conflictsPage(deps, { actor: other.as.officer })).toEqual([]);
  });

  it('has a phone of its own', async () => {
    const [one, two] = [await account(programmeId, 'observer'), await account(programmeId, 'observer')];
    await claimed(one, 'PH0001', '+258843000001');
    await claimed(two, 'PH0002', '+258843000001');
    const both = await Promise.all([confirm(officer, one.userId, 'PH0001'), confirm(officer, two.userId, 'PH0002')]);
    expect(both.map((answer) => (answer.ok ? 'ok' : answer.code)).sort()).toEqual(['ok', 'phone-taken']);
  });

  it('is nobody’s to confirm who is not known: the operator confirms the first officers', async () => {
    const [one, two] = [await account(programmeId, 'officer'), await account(programmeId, 'officer')];
    await claimed(one, 'OP0001', '+258844000001');
    await claimed(two, 'OP0002', '+258844000002');
    const actor = { ...officer, userId: one.userId };
    expect(await confirm(actor, two.userId, 'OP0002')).toMatchObject({ code: 'person-unconfirmed' });
    expect(await confirmByOperator(deps, { email: one.email, number: 'OP0009' })).toMatchObject({ code: 'number' });
    expect(await confirmByOperator(deps, { email: one.email, number: 'op 0001' })).toMatchObject({ ok: true });
    expect(await confirm(actor, two.userId, 'OP0002')).toMatchObject({ ok: true });
  });

  it('is known by an old key after a new one was put before it', async () => {
    const [one, two] = [await account(programmeId, 'observer'), await account(programmeId, 'observer')];
    await claimed(one, 'KEY0001', '+258845000001');
    expect(await confirm(officer, one.userId, 'KEY0001')).toMatchObject({ ok: true });
    const identityKeys = ['n'.repeat(32), ...deps.settings.identityKeys];
    const rotated = { ...deps, settings: { ...deps.settings, identityKeys } };
    const input = identityClaimSchema.parse({
      kind: 'national_id',
      country: 'MZ',
      number: 'KEY0001',
      phone: '+258845000001',
    });
    expect(await claimIdentity(rotated, { person: two, claim: input, requestId: deps.newId() })).toMatchObject({
      ok: true,
    });
    await deps.db.identityClaim.update({ where: { userId: two.userId }, data: { phoneVerifiedAt: deps.clock.now() } });
    expect(
      await confirmIdentity(rotated, {
        actor: officer,
        userId: two.userId,
        number: 'KEY0001',
        requestId: deps.newId(),
      }),
    ).toMatchObject({
      ok: true,
    });
    expect(await personOf(two)).toBe(await personOf(one));
  });
});
