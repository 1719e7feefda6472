import { describe, expect, it } from 'vitest';
import { createUser } from '#app/identity/sign-in/create-user.server';
import { signIn } from '#app/identity/sign-in/sign-in.server';
import { signOut } from '#app/identity/sign-in/sign-out.server';
import { createOrganisation } from '#app/identity/organisations/create-organisation.server';
import { optionalPerson, requireActor, requirePerson } from '#app/identity/require-actor.server';
import { endSessions, listSessions } from '#app/identity/sessions/sessions.server';
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
    const mistyped = await signIn(deps, {
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
    expect(mistyped).toEqual(unknown);
    expect(mistyped).toMatchObject({ ok: false, code: 'wrong-credentials' });
  });

  const wrong = (email: string, clientAddress: string, cookie = '') =>
    signIn(deps, { email, password: 'not that one', clientAddress, request: request(cookie) });
  const right = (email: string, clientAddress: string, cookie = '') =>
    signIn(deps, { email, password: PASSWORD, clientAddress, request: request(cookie) });
  /** Real time goes by: the limits count on the database's own rows. */
  const wait = async (seconds: number) => {
    await deps.db.$executeRaw`UPDATE "SignInLimit" SET expire = expire - ${BigInt(seconds * 1000)}`;
  };

  it('makes a guesser wait longer each time, and nobody else', async () => {
    const { email } = await person();
    for (let attempt = 0; attempt < 6; attempt += 1)
      expect(await wrong(email, '10.1.0.1')).toMatchObject({ code: 'wrong-credentials' });
    expect(await right(email, '10.1.0.1')).toMatchObject({ code: 'too-many-attempts', params: { minutes: 1 } });
    // The owner, at home, comes in at once.
    expect(await right(email, '10.1.9.9')).toMatchObject({ ok: true });
    await wait(31);
    expect(await wrong(email, '10.1.0.1')).toMatchObject({ code: 'wrong-credentials' });
    await wait(31);
    expect(await wrong(email, '10.1.0.1')).toMatchObject({ code: 'too-many-attempts' });
    await wait(31);
    expect(await right(email, '10.1.0.1')).toMatchObject({ ok: true });
  });

  it('lets one of many guesses at one moment through once the free ones are used', async () => {
    const { email } = await person();
    const answers = await Promise.all(Array.from({ length: 20 }, () => wrong(email, '10.1.0.2')));
    const tried = answers.filter((answer) => !answer.ok && answer.code === 'wrong-credentials');
    expect(tried).toHaveLength(6);
  });

  it('takes a /64 of IPv6 as one network', async () => {
    const { email } = await person();
    for (let attempt = 0; attempt < 6; attempt += 1) await wrong(email, `2001:db8:1:2::${attempt + 1}`);
    expect(await wrong(email, '2001:db8:1:2:ffff::9')).toMatchObject({ code: 'too-many-attempts' });
    expect(await wrong(email, '2001:db8:1:3::1')).toMatchObject({ code: 'wrong-credentials' });
  });

  it('spares the browser that the account knows, whoever else tries from the same network', async () => {
    const known = { ...deps, settings: { ...deps.settings, rememberDevices: true } };
    const { email, userId } = await person();
    const first = await signIn(known, { email, password: PASSWORD, clientAddress: '10.1.0.3', request: request() });
    if (!first.ok) throw new Error(first.code);
    const cookie = cookieHeader(first.value.headers);
    expect(cookie).toContain('device=');
    for (let attempt = 0; attempt < 8; attempt += 1) await wrong(email, '10.1.0.3');
    expect(await right(email, '10.1.0.3')).toMatchObject({ code: 'too-many-attempts' });
    expect(await right(email, '10.1.0.3', cookie)).toMatchObject({ ok: true });
    // A cookie of another's making, or of another account's browser, spares nobody.
    const other = await person();
    for (let attempt = 0; attempt < 8; attempt += 1) await wrong(other.email, '10.1.0.3', cookie);
    expect(await right(other.email, '10.1.0.3', cookie)).toMatchObject({ code: 'too-many-attempts' });
    expect(JSON.stringify(await deps.db.userDevice.findMany({ where: { userId } }))).not.toContain(
      decodeURIComponent(/device=([^;]+)/.exec(cookie)?.[1] ?? 'no cookie'),
    );
  });

  it('stops a network that tries many addresses', async () => {
    const answers = [];
    for (let index = 0; index < 61; index += 1)
      answers.push(
        await signIn(deps, {
          ...{ email: `guess${index}@example.org`, password: '', clientAddress: '10.2.0.1', request: request() },
        }),
      );
    expect(answers.filter((answer) => !answer.ok && answer.code === 'too-many-attempts')).toHaveLength(1);
  });

  it('writes who came in and who was refused', async () => {
    const { email, userId } = await person();
    await wrong(email, '10.2.0.7');
    await right(email, '10.2.0.7');
    const rows = await deps.db.auditEntry.findMany({ where: { subjectId: userId }, orderBy: { id: 'asc' } });
    expect(rows.map(({ action }) => action)).toEqual(['session:refuse', 'session:start']);
  });

  it('ends sessions: this one by signing out, others from the list, never a stranger’s', async () => {
    const { email } = await person();
    const [phone, laptop, office] = [await session(email), await session(email), await session(email)];
    const stranger = await requirePerson(request(await session((await person()).email)), { deps });
    const me = await requirePerson(request(phone), { deps });
    const end = (sessionId: string | null, requestId: string = deps.newId()) =>
      endSessions(deps, { person: me, sessionId, requestId });
    const lines = await listSessions(deps, { person: me });
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatchObject({ isCurrent: true, device: { browser: 'Chrome', system: 'Android' } });
    await expect(end(stranger.sessionId)).rejects.toMatchObject({
      status: 404,
    });
    const laptopId = (await requirePerson(request(laptop), { deps })).sessionId;
    expect(await end(laptopId)).toEqual({ ok: true, value: { count: 1 } });
    expect(await optionalPerson(request(laptop), { deps })).toBeNull();
    expect(await end(null, 'others')).toEqual({ ok: true, value: { count: 1 } });
    // The same form again: who came in since then stays.
    const since = await session(email);
    expect(await end(null, 'others')).toEqual({ ok: true, value: { count: 1 } });
    expect(await optionalPerson(request(since), { deps })).not.toBeNull();
    const ended = await deps.db.auditEntry.findMany({ where: { subjectId: me.userId, action: 'session:end' } });
    expect(ended.map(({ detail }) => detail)).toEqual([{ others: 1 }, { others: 1 }]);
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
