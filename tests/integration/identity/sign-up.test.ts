import { hash } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import { signUpInvited } from '#app/identity/members/accept-as-newcomer.server';
import { inviteMember } from '#app/identity/members/invite-member.server';
import { requireActor } from '#app/identity/require-actor.server';
import { createUser } from '#app/identity/sign-in/create-user.server';
import { mailboxPage, proveMailbox } from '#app/identity/sign-in/prove-mailbox.server';
import { signIn } from '#app/identity/sign-in/sign-in.server';
import { signUp } from '#app/identity/sign-in/sign-up.server';
import { startTrainingDay } from '#app/identity/sign-in/training-day.server';
import { addMember } from '#app/identity/members/add-member.server';
import { testOrganisation } from '#tests/support/people';
import { testDeps } from '#tests/support/test-deps';

const PASSWORD = 'seven green kilns';

describe('signing up', async () => {
  const deps = await testDeps();
  const programme = await testOrganisation(deps, { kind: 'programme', roles: ['officer', 'controller'] });
  const request = (cookie = '') => new Request('http://localhost/cooperative', { headers: { cookie } });
  let network = 0;
  const join = (
    email: string,
    change: { password?: string; clientAddress?: string; code?: string; requestId?: string } = {},
  ) =>
    signUp(deps, {
      person: { name: 'Rui Tembe', email, password: change.password ?? PASSWORD },
      locale: 'pt',
      clientAddress: change.clientAddress ?? `10.3.0.${(network += 1)}`,
      code: change.code ?? '',
      requestId: change.requestId ?? deps.newId(),
    });
  const mailsTo = (email: string) =>
    deps.db.$queryRaw<{ subject: string; text: string }[]>`
      SELECT payload->>'subject' AS subject, payload->>'text' AS text FROM graphile_worker._private_jobs
       WHERE payload->>'to' = ${email} ORDER BY id`;
  const lastToken = async (email: string) =>
    /\/mailbox\/([\w-]+)/.exec((await mailsTo(email)).at(-1)?.text ?? '')?.[1] ?? '';
  const prove = (token: string, password = PASSWORD, requestId: string = deps.newId()) =>
    proveMailbox(deps, { token, person: null, password, clientAddress: '10.4.0.1', request: request(), requestId });

  it('answers alike for an address that has an account and one that has none, and mails both', async () => {
    const known = await createUser(deps, { name: 'Rui', email: 'known@example.org', password: PASSWORD, locale: 'en' });
    expect(known.ok).toBe(true);
    const [first, second] = [await join('known@example.org'), await join('fresh@example.org')];
    expect(first).toEqual(second);
    expect((await mailsTo('known@example.org')).map(({ subject }) => subject)).toEqual([
      'You have an account on Fairlode',
    ]);
    expect(await mailsTo('fresh@example.org')).toHaveLength(1);
    expect(await deps.db.user.findUniqueOrThrow({ where: { email: 'known@example.org' } })).toMatchObject({
      name: 'Rui',
    });
  });

  it('does nothing for an organisation before the mailbox is proven, by its link and the password, once', async () => {
    const email = 'nadia@example.org';
    expect(await join(email)).toMatchObject({ ok: true });
    const { id: userId } = await deps.db.user.findUniqueOrThrow({ where: { email } });
    await addMember(deps, deps.db, { organisationId: programme.organisationId, userId, role: 'controller' });
    const entered = await signIn(deps, { email, password: PASSWORD, clientAddress: '10.4.0.1', request: request() });
    if (!entered.ok) throw new Error(entered.code);
    const cookie = entered.value.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const asked = () =>
      requireActor(new Request('http://localhost/account/members', { headers: { cookie } }), { deps }, 'member:manage');
    const stopped = await asked().catch((thrown: Response) => thrown);
    expect((stopped as Response).headers.get('location')).toBe('/account/mailbox');
    const token = await lastToken(email);
    expect(await mailboxPage(deps, { token, person: null })).toMatchObject({
      maskedEmail: 'n•••@example.org',
      over: false,
    });
    expect(JSON.stringify(await deps.db.confirmation.findMany())).not.toContain(token);
    expect(await prove(token, 'another password')).toMatchObject({ code: 'wrong-credentials', path: 'password' });
    const both = await Promise.allSettled([prove(token), prove(token)]);
    expect(both.filter((one) => one.status === 'fulfilled' && one.value.ok)).toHaveLength(1);
    expect(await asked()).toMatchObject({ userId, role: 'controller' });
    await expect(prove(token)).rejects.toMatchObject({ status: 404 });
  });

  it('gives an address to its owner, not to the stranger who took it first', async () => {
    const email = 'victim@example.org';
    await join(email, { password: 'the stranger chose it' });
    const stranger = await signIn(deps, {
      ...{ email, password: 'the stranger chose it', clientAddress: '10.4.0.2', request: request() },
    });
    expect(stranger.ok).toBe(true);
    const early = await lastToken(email);
    await join(email);
    const own = await lastToken(email);
    expect(await prove(own, 'the stranger chose it')).toMatchObject({ code: 'wrong-credentials', path: 'password' });
    const proven = await prove(own);
    expect(proven.ok && proven.value.headers.getSetCookie().length).toBeGreaterThan(0);
    expect(await deps.db.session.count({ where: { user: { email } } })).toBe(1);
    await expect(prove(early, 'the stranger chose it')).rejects.toMatchObject({ status: 404 });
    expect(await deps.db.pendingSignUp.count({ where: { user: { email } } })).toBe(0);
    expect(
      await signIn(deps, { email, password: 'the stranger chose it', clientAddress: '10.4.0.3', request: request() }),
    ).toMatchObject({ code: 'wrong-credentials' });
  });

  it('takes nothing from its owner where a stranger signs up after it', async () => {
    const email = 'second@example.org';
    await join(email);
    const own = await lastToken(email);
    await join(email, { password: 'the stranger chose it' });
    const later = await lastToken(email);
    expect(later).not.toBe(own);
    const from = { email, clientAddress: '10.4.0.5', request: request() };
    expect(await signIn(deps, { ...from, password: 'the stranger chose it' })).toMatchObject({
      code: 'wrong-credentials',
    });
    const both = await Promise.allSettled([prove(own), prove(later, PASSWORD)]);
    expect(both.map((one) => one.status === 'fulfilled' && one.value.ok)).toEqual([true, false]);
    expect(await signIn(deps, { ...from, password: PASSWORD })).toMatchObject({ ok: true });
    await expect(prove(later, 'the stranger chose it')).rejects.toMatchObject({ status: 404 });
  });

  it('mails once for one form, and one form proves twice without a second effect', async () => {
    const email = 'twice@example.org';
    const both = await Promise.all([1, 2].map(() => join(email, { requestId: 'one-form' })));
    expect(both).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await mailsTo(email)).toHaveLength(1);
    const token = await lastToken(email);
    const proofs = await Promise.all([1, 2].map(() => prove(token, PASSWORD, 'one-click')));
    expect(proofs.map((one) => one.ok && one.value.headers.getSetCookie().length > 0)).toEqual([true, true]);
    const { id: subjectId } = await deps.db.user.findUniqueOrThrow({ where: { email } });
    expect(await deps.db.auditEntry.count({ where: { action: 'mailbox:prove', subjectId } })).toBe(1);
  });

  it('changes nothing once a mailbox has had its mails of the day: the link that was sent still goes with its password', async () => {
    const email = 'flooded@example.org';
    await join(email);
    const token = await lastToken(email);
    const sent = async () => (await mailsTo(email)).length;
    let before = 0;
    while ((await sent()) > before) {
      before = await sent();
      await join(email, { password: PASSWORD });
    }
    await join(email, { password: 'the stranger chose it' });
    expect(await sent()).toBe(before);
    expect(await prove((await lastToken(email)) || token)).toMatchObject({ ok: true });
  });

  it('is over after two days', async () => {
    await join('late@example.org');
    const token = await lastToken('late@example.org');
    const before = deps.clock.now();
    deps.clock.set('2026-06-04T08:00:01Z');
    expect(await prove(token)).toMatchObject({ code: 'link-over' });
    deps.clock.set(before.toISOString());
  });

  it('comes by an invitation whose mail was read: the mailbox is proven with it', async () => {
    const email = 'invited@example.org';
    const actor = programme.as.controller;
    expect(await inviteMember(deps, { actor, email, role: 'observer', requestId: deps.newId() })).toMatchObject({
      ok: true,
    });
    const token = /\/invitations\/([\w-]+)/.exec((await mailsTo(email)).at(-1)?.text ?? '')?.[1] ?? '';
    const from = { clientAddress: '10.4.0.4', request: request() };
    const newcomer = { token, name: 'Ana Sousa', locale: 'pt', ...from, requestId: 'first' };
    expect(await signUpInvited(deps, { ...newcomer, password: '1234512345' })).toMatchObject({ code: 'password-weak' });
    const twice = await Promise.all([1, 2].map(() => signUpInvited(deps, { ...newcomer, password: PASSWORD })));
    expect(twice).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await deps.db.user.findUniqueOrThrow({ where: { email } })).toMatchObject({ emailVerified: true });
    const other = { ...newcomer, password: 'another one here', requestId: 'second' };
    expect(await signUpInvited(deps, other)).toMatchObject({
      code: 'email-taken',
    });
  });

  it('refuses what anybody would try first', async () => {
    const weak = [
      'Rui Tembe1',
      'rui.tembe.2026',
      '1234512345',
      'password123',
      'qwertyuiop',
      'iloveyou2026',
      'P@ssw0rd2024',
      'abcdefghij',
    ];
    for (const password of weak)
      expect(await join('rui.tembe@example.org', { password }), password).toMatchObject({ code: 'password-weak' });
    expect(await deps.db.user.count({ where: { email: 'rui.tembe@example.org' } })).toBe(0);
  });

  it('takes a password in any Unicode form, and still the hashes of what was typed before', async () => {
    const [composed, decomposed] = ['contraseña-2026'.normalize('NFC'), 'contraseña-2026'.normalize('NFD')];
    expect(composed).not.toBe(decomposed);
    await createUser(deps, { name: 'Inés', email: 'ines@example.org', password: decomposed, locale: 'es' });
    const enter = (email: string, password: string) =>
      signIn(deps, { email, password, clientAddress: '10.5.0.1', request: request() });
    expect(await enter('ines@example.org', composed)).toMatchObject({ ok: true });
    expect(await enter('ines@example.org', decomposed)).toMatchObject({ ok: true });
    const old = await createUser(deps, { name: 'José', email: 'jose@example.org', password: 'x', locale: 'es' });
    if (!old.ok) throw new Error(old.code);
    for (const typed of [composed, decomposed]) {
      const { userId } = old.value;
      await deps.db.credential.updateMany({ where: { userId }, data: { password: await hash(typed) } });
      for (const again of [composed, decomposed])
        expect(await enter('jose@example.org', again)).toMatchObject({ ok: true });
    }
    expect(await enter('jose@example.org', 'contrasena-2026')).toMatchObject({ code: 'wrong-credentials' });
  });

  it('takes in a hall of thirty on one connection with the code of the day, and not without', async () => {
    const press = { actor: programme.as.officer, requestId: deps.newId() };
    const [first, again] = [await startTrainingDay(deps, press), await startTrainingDay(deps, press)];
    if (!first.ok) throw new Error(first.code);
    expect(again).toEqual(first);
    const { code } = first.value;
    const clientAddress = '10.6.0.1';
    for (let seat = 0; seat < 30; seat += 1)
      expect(await join(`seat${seat}@example.org`, { clientAddress, code: code.toLowerCase() })).toMatchObject({
        ok: true,
      });
    expect(await join('guess@example.org', { clientAddress, code: 'AAAA2222' })).toMatchObject({
      ...{ code: 'training-code', path: 'code' },
    });
    const without = [];
    for (let seat = 0; seat < 11; seat += 1)
      without.push(await join(`other${seat}@example.org`, { clientAddress: '10.6.0.2' }));
    expect(without.at(9)).toMatchObject({ ok: true });
    expect(without.at(10)).toMatchObject({ code: 'too-many-attempts' });
    const before = deps.clock.now();
    deps.clock.set('2026-06-03T08:00:01Z');
    expect(await join('late-seat@example.org', { clientAddress, code })).toMatchObject({ code: 'training-code' });
    deps.clock.set(before.toISOString());
  });
});
