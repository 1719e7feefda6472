import { describe, expect, it } from 'vitest';
import { createUser } from '#app/identity/sign-in/create-user.server';
import { LIMITS } from '#app/identity/sign-in/limit-attempts.server';
import { signIn } from '#app/identity/sign-in/sign-in.server';
import { signOut } from '#app/identity/sign-in/sign-out.server';
import { signUp } from '#app/identity/sign-in/sign-up.server';
import { createOrganisation } from '#app/identity/organisations/create-organisation.server';
import { optionalPerson, requireActor, requirePerson } from '#app/identity/require-actor.server';
import { endOtherSessions, endSession, listSessions } from '#app/identity/sessions/sessions.server';
import { testDeps } from '#tests/support/test-deps';

const PASSWORD = 'seven green kilns';
const BROWSER =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36';

function cookieHeader(headers: Headers): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

describe('sign-in', async () => {
  const deps = await testDeps();
  const request = (cookie = '', url = 'http://localhost/account/sessions') =>
    new Request(url, { headers: { cookie, 'user-agent': BROWSER } });
  let people = 0;

  async function person() {
    people += 1;
    const email = `person${people}@example.org`;
    const created = await createUser(deps, { name: 'Amina João', email, password: PASSWORD, locale: 'pt' });
    if (!created.ok) throw new Error(created.code);
    return { email, userId: created.value.userId };
  }

  async function session(email: string, clientAddress = '127.0.0.1') {
    const answer = await signIn(deps, { email, password: PASSWORD, clientAddress, request: request() });
    if (!answer.ok) throw new Error(answer.code);
    return cookieHeader(answer.value.headers);
  }

  it('keeps an argon2id hash, not the password', async () => {
    const { userId } = await person();
    const [credential] = await deps.db.credential.findMany({ where: { userId } });
    expect(credential?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('starts a session with a signed HttpOnly Lax cookie and finds the person by it', async () => {
    const { email, userId } = await person();
    const answer = await signIn(deps, {
      email: email.toUpperCase(),
      password: PASSWORD,
      clientAddress: '127.0.0.1',
      request: request(),
    });
    if (!answer.ok) throw new Error(answer.code);
    const [cookie = ''] = answer.value.headers.getSetCookie();
    expect(cookie).toMatch(/^fairlode\.session_token=/);
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; SameSite=Lax/i);
    const found = await optionalPerson(request(cookieHeader(answer.value.headers)), { deps });
    expect(found).toMatchObject({ userId, email, locale: 'pt', actor: null });
  });

  it('refuses a cookie whose signature is not ours', async () => {
    const { email } = await person();
    const cookie = await session(email);
    const forged = cookie.replace(
      /(session_token=)(.)/,
      (_all, name: string, first: string) => `${name}${first === 'a' ? 'b' : 'a'}`,
    );
    expect(await optionalPerson(request(forged), { deps })).toBeNull();
    expect(await optionalPerson(request('fairlode.session_token=nonsense'), { deps })).toBeNull();
    expect(await optionalPerson(request('fairlode.session_token=%E0%A4%A'), { deps })).toBeNull();
  });

  it('says the same for a wrong password as for an unknown address', async () => {
    const { email } = await person();
    const wrong = await signIn(deps, {
      email,
      password: 'not that one',
      clientAddress: '10.0.0.1',
      request: request(),
    });
    const unknown = await signIn(deps, {
      email: 'nobody@example.org',
      password: 'not that one',
      clientAddress: '10.0.0.1',
      request: request(),
    });
    expect(wrong).toEqual(unknown);
    expect(wrong).toMatchObject({ ok: false, code: 'wrong-credentials' });
  });

  it('stops guessing at one address, from wherever, and lets it in again after the window', async () => {
    const { email } = await person();
    for (let attempt = 0; attempt < LIMITS['sign-in-address'].most; attempt += 1) {
      await signIn(deps, { email, password: 'not that one', clientAddress: `10.1.0.${attempt}`, request: request() });
    }
    const right = await signIn(deps, { email, password: PASSWORD, clientAddress: '10.1.1.1', request: request() });
    expect(right).toMatchObject({ ok: false, code: 'too-many-attempts', params: { minutes: 15 } });
    deps.clock.set('2026-06-02T08:16:00Z');
    expect(
      await signIn(deps, { email, password: PASSWORD, clientAddress: '10.1.1.1', request: request() }),
    ).toMatchObject({ ok: true });
  });

  it('stops a network that tries many addresses', async () => {
    const attempts = Array.from({ length: LIMITS['sign-in-network'].most + 1 }, (_, index) =>
      signIn(deps, { email: `guess${index}@example.org`, password: '', clientAddress: '10.2.0.1', request: request() }),
    );
    const answers = await Promise.all(attempts);
    expect(answers.filter((answer) => !answer.ok && answer.code === 'too-many-attempts')).toHaveLength(1);
  });

  it('makes one account for an address, whatever its case', async () => {
    const input = {
      person: { name: 'Rui', email: 'rui@example.org', password: PASSWORD },
      locale: 'pt',
      clientAddress: '10.3.0.1',
      request: request(),
    };
    expect(await signUp(deps, input)).toMatchObject({ ok: true });
    expect(await signUp(deps, input)).toMatchObject({ ok: false, code: 'email-taken', path: 'email' });
  });

  it('ends sessions: this one by signing out, others from the list, never a stranger’s', async () => {
    const { email } = await person();
    const [phone, laptop, office] = [await session(email), await session(email), await session(email)];
    const stranger = await requirePerson(request(await session((await person()).email)), { deps });
    const me = await requirePerson(request(phone), { deps });
    const lines = await listSessions(deps, { person: me });
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatchObject({ isCurrent: true, device: { browser: 'Chrome', system: 'Android' } });
    await expect(endSession(deps, { person: me, sessionId: stranger.sessionId })).rejects.toMatchObject({
      status: 404,
    });
    const laptopId = (await requirePerson(request(laptop), { deps })).sessionId;
    await endSession(deps, { person: me, sessionId: laptopId });
    expect(await optionalPerson(request(laptop), { deps })).toBeNull();
    expect(await endOtherSessions(deps, { person: me })).toBe(1);
    expect(await optionalPerson(request(office), { deps })).toBeNull();
    const cleared = await signOut(deps, request(phone));
    expect(cleared.getSetCookie().join()).toMatch(/Max-Age=0/);
    expect(await optionalPerson(request(phone), { deps })).toBeNull();
  });

  it('does not know a session that is over', async () => {
    const { email } = await person();
    const cookie = await session(email);
    await deps.db.session.updateMany({ data: { expiresAt: new Date('2020-01-01') } });
    expect(await optionalPerson(request(cookie), { deps })).toBeNull();
  });

  it('asks for a sign-in, then for an organisation, then for the role', async () => {
    const { email, userId } = await person();
    const guarded = (cookie: string, permission: 'lot:write' | 'payout:confirm') =>
      requireActor(request(cookie, 'http://localhost/cooperative/lots/new?form=dore'), { deps }, permission);
    const signedOut = await guarded('', 'lot:write').catch((thrown: Response) => thrown);
    expect(signedOut).toMatchObject({ status: 302 });
    expect((signedOut as Response).headers.get('location')).toBe(
      `/sign-in?next=${encodeURIComponent('/cooperative/lots/new?form=dore')}`,
    );
    const cookie = await session(email);
    const homeless = await guarded(cookie, 'lot:write').catch((thrown: Response) => thrown);
    expect((homeless as Response).headers.get('location')).toBe('/account/organisations/new');
    const programme = await createOrganisation(deps, {
      kind: 'programme',
      name: 'Zambezi programme',
      countryCode: 'MZ',
      district: null,
      currency: 'USD',
      locale: 'pt',
      programmeId: null,
      founderId: null,
    });
    if (!programme.ok) throw new Error(programme.code);
    await createOrganisation(deps, {
      kind: 'cooperative',
      name: 'Cerâmica de Moatize',
      countryCode: 'MZ',
      district: 'Moatize',
      currency: 'MZN',
      locale: 'pt',
      programmeId: programme.value.organisationId,
      founderId: userId,
    });
    expect(await guarded(cookie, 'lot:write')).toMatchObject({
      userId,
      role: 'manager',
      organisationKind: 'cooperative',
      organisationName: 'Cerâmica de Moatize',
      programmeId: programme.value.organisationId,
      countryCode: 'MZ',
      currency: 'MZN',
      locale: 'pt',
    });
    await expect(guarded(cookie, 'payout:confirm')).rejects.toMatchObject({ status: 403 });
  });
});
