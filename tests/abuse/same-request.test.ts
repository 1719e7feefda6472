import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { createUser } from '#app/identity/sign-in/create-user.server';
import { startAppServer } from '#tests/support/app-server';
import { testDeps } from '#tests/support/test-deps';
import { signedIn, visitor, workForm } from '#tests/support/visitor';
import { market } from '#tests/integration/trading/market';

/** Phones name every photo alike, and thumbs press twice. */
describe('one request id', { timeout: 120_000 }, async () => {
  const server = await startAppServer(await testDeps());
  const { deps } = server;
  const town = await market(deps);
  const manager = await signedIn(server, town.manager);
  afterAll(() => server.close());

  async function photo(background: string): Promise<File> {
    const image = sharp({ create: { width: 16, height: 16, channels: 3, background } });
    return new File([new Uint8Array(await image.jpeg().toBuffer())], 'image.jpg', { type: 'image/jpeg' });
  }

  const attached = (lotId: string) => deps.db.lotDocument.count({ where: { lotId } });

  it('keeps one photo of two taps, and refuses another photo of the same name with what to do', async () => {
    const lotId = await town.lot();
    const path = `/cooperative/lots/${lotId}`;
    const { fields } = workForm((await manager.get(path)).text, path, 'attach');
    const [red, blue] = [await photo('#ff0000'), await photo('#0000ff')];
    const both = await Promise.all([
      manager.post(path, { ...fields, kind: 'photo', file: red }),
      manager.post(path, { ...fields, kind: 'photo', file: red }),
    ]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await attached(lotId)).toBe(1);

    const other = await manager.post(path, { ...fields, kind: 'photo', file: blue });
    expect(other.status).toBe(422);
    expect(other.text).toContain('This form was sent before with other content');
    expect(await attached(lotId)).toBe(1);

    const again = workForm(other.text, path, 'attach');
    expect(again.fields['requestId']).not.toBe(fields['requestId']);
    expect((await manager.post(path, { ...again.fields, kind: 'photo', file: blue })).status).toBe(303);
    expect(await attached(lotId)).toBe(2);
  });

  it('changes a profile and a password once, and tells who sent twice what was told first', async () => {
    const [before, after] = ['seven green kilns', 'eleven quiet rivers'];
    const made = await createUser(deps, { name: 'Rui', email: 'twice@example.org', password: before, locale: 'en' });
    if (!made.ok) throw new Error(made.code);
    const { userId } = made.value;
    const rui = await signedIn(server, { userId });
    const { fields: profile } = workForm((await rui.get('/account')).text, '/account', undefined);
    const named = (name: string) => rui.post('/account', { ...profile, intent: 'profile', name, locale: 'en' });
    const answers = [await named('Rui Tembe'), await named('Rui Tembe'), await named('Rui Other')];
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 422]);
    expect(answers[2]?.text).toContain('This form was sent before with other content');
    expect((await deps.db.user.findUniqueOrThrow({ where: { id: userId } })).name).toBe('Rui Tembe');

    const change = { intent: 'password', requestId: deps.newId(), currentPassword: before };
    const twins = await Promise.all([1, 2].map(() => rui.post('/account', { ...change, newPassword: after })));
    expect(twins.map(({ status, location }) => [status, location])).toEqual([
      [303, '/account'],
      [303, '/account'],
    ]);
    for (const { headers } of twins) {
      const cookie = headers.getSetCookie().find((one) => one.startsWith('fairlode.session_token='));
      const entered = visitor(server, { cookie: cookie?.split(';')[0] ?? '' });
      expect((await entered.get('/account')).status).toBe(200);
    }
    const changes = await deps.db.auditEntry.count({ where: { subjectId: userId, action: 'password:change' } });
    expect(changes).toBe(1);

    const now = await signedIn(server, { userId });
    const other = await now.post('/account', { ...change, newPassword: 'twelve loud rivers' });
    expect(other.status).toBe(422);
    const wrong = await now.post('/account', { ...change, requestId: deps.newId(), newPassword: 'twelve loud rivers' });
    expect(wrong.text).toContain('This is not your password now');
    expect(await deps.db.auditEntry.count({ where: { subjectId: userId, action: 'password:refuse' } })).toBe(1);
    // Nothing of a password is in what is kept of the form.
    const digests = await deps.db.writeOnce.findMany({ where: { actorId: userId } });
    expect(digests.length).toBeGreaterThan(1);
    expect(JSON.stringify(digests)).not.toMatch(/kilns|rivers/);
  });

  it('is asked for: a form without one saves nothing', async () => {
    const lotId = await town.lot();
    const { status, text } = await manager.post(`/cooperative/lots/${lotId}`, { intent: 'withdraw' });
    expect(status).toBe(422);
    expect(text).toContain('Nothing was saved');
    expect((await deps.db.lot.findUniqueOrThrow({ where: { id: lotId } })).state).toBe('listed');
  });

  it('tells evidence of one name apart by its bytes', async () => {
    await deps.db.application.updateMany({
      where: { organisationId: town.manager.organisationId },
      data: { state: 'draft' },
    });
    const path = '/cooperative/application?requirement=registration';
    const sent = { requestId: deps.newId(), 'expiresOn-registration': '', 'statement-registration': '' };
    const first = await manager.post(path, { ...sent, 'file-registration': await photo('#ff0000') });
    const second = await manager.post(path, { ...sent, 'file-registration': await photo('#0000ff') });
    expect([first.status, second.status]).toEqual([303, 422]);
    await deps.db.application.updateMany({
      where: { organisationId: town.manager.organisationId },
      data: { state: 'accepted' },
    });
  });

  it('of a part sold lot: what exactly is left is for who may order it', async () => {
    const lotId = await town.lot({ divisible: true });
    await deps.db.lot.update({ where: { id: lotId }, data: { availableQuantity: '613.25' } });
    const nobody = visitor(server);
    const paths = [
      `/lots/${lotId}`,
      `/lots/${lotId}.data`,
      '/lots',
      '/lots.data',
      `/api/v1/lots/${lotId}`,
      '/api/v1/lots',
    ];
    for (const path of paths) expect((await nobody.get(path)).text, path).not.toMatch(/613[.,]25/);
    expect((await nobody.get(`/lots/${lotId}`)).text).toContain('Half or more of it is left');
    expect((await (await signedIn(server, town.buyer)).get(`/lots/${lotId}`)).text).toContain('613.25');
    expect((await manager.get(`/cooperative/lots/${lotId}`)).text).toContain('613.25');
  });
});
