import { afterAll, describe, expect, it } from 'vitest';
import { addMember } from '#app/identity/members/add-member.server';
import { createUser } from '#app/identity/sign-in/create-user.server';
import { startAppServer } from '#tests/support/app-server';
import { testDeps } from '#tests/support/test-deps';
import { formsOf, visitor, type FormFields } from '#tests/support/visitor';
import { GOLD } from '../catalogue/lot-maker';
import { market } from '../trading/market';

const NEW = '/cooperative/lots/new';
const PASSWORD = 'seven green kilns';

describe('a form that is sent after the session has ended', { timeout: 60_000 }, async () => {
  const server = await startAppServer(await testDeps());
  const { deps } = server;
  const town = await market(deps);
  const email = 'lindiwe@example.org';
  const made = await createUser(deps, { name: 'Lindiwe Moyo', email, password: PASSWORD, locale: 'en' });
  if (!made.ok) throw new Error(made.code);
  const { userId } = made.value;
  await addMember(deps, deps.db, { organisationId: town.cooperativeId, userId, role: 'manager' });
  const nobody = visitor(server);
  afterAll(() => server.close());

  /** As a browser does: 307 means the same form once more, elsewhere. */
  async function sendWithoutSession(path: string, fields: FormFields) {
    const answer = await nobody.post(path, fields);
    expect([answer.status, answer.location]).toEqual([307, `/sign-in?held=${encodeURIComponent(path)}`]);
    return nobody.post(answer.location ?? '', fields);
  }

  const signInForm = (html: string) => {
    const form = formsOf(html, '').find(({ action, fields }) => action === '/sign-in' && 'password' in fields);
    if (!form) throw new Error('no form to sign in');
    return form.fields;
  };

  it('is held while its owner signs in, however often that takes, and sent once', async () => {
    const { product, quantity, unit, grade = '', gradeUnit = '', ask, currency, incoterm } = GOLD;
    const typed = { product, quantity, unit, grade, gradeUnit, ask, currency, incoterm };
    const fields = { ...typed, place: 'Mwanza "north" & <west>', requestId: deps.newId(), intent: 'draft' };
    const asked = await sendWithoutSession(NEW, fields);
    expect([asked.status, asked.text.includes('What you typed is kept')]).toEqual([401, true]);

    const mistaken = await nobody.post('/sign-in', { ...signInForm(asked.text), email, password: 'not this one' });
    expect(mistaken.status).toBe(422);
    const entered = await nobody.post('/sign-in', { ...signInForm(mistaken.text), email, password: PASSWORD });
    expect([entered.status, entered.text.includes('As Lindiwe Moyo')]).toEqual([200, true]);
    expect(await deps.db.lot.count({ where: { createdById: userId } })).toBe(0);

    const cookie = entered.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const again = formsOf(entered.text, '').find(({ action }) => action === NEW);
    expect(again?.fields).toEqual(fields);
    const back = visitor(server, { cookie });
    for (const _press of [1, 2]) {
      expect((await back.post(NEW, again?.fields ?? {})).location).toMatch(/^\/cooperative\/lots\//);
    }
    const lots = await deps.db.lot.findMany({ where: { createdById: userId } });
    expect(lots.map(({ incotermPlace, askMinor }) => [incotermPlace, askMinor])).toEqual([
      ['Mwanza "north" & <west>', 11_802_302n],
    ]);
  });

  it('never carries a password or a file, and says that the file must be chosen again', async () => {
    const account = await sendWithoutSession('/account', { intent: 'password', currentPassword: 'old secret word' });
    expect(account.text).not.toContain('old secret word');
    // The first answer may have been lost with its session: the new password may be the one in force.
    expect(account.text).toContain('sign in with the new one');
    expect(formsOf(account.text, '').flatMap(({ fields }) => Object.keys(fields))).not.toContain('heldAction');

    const fields = { intent: 'attach', kind: 'photo', file: new Blob(['secret bytes'], { type: 'image/png' }) };
    const asked = await sendWithoutSession(`/cooperative/lots/${deps.newId()}`, fields);
    expect([asked.status, asked.text.includes('secret bytes')]).toEqual([401, false]);
    const entered = await nobody.post('/sign-in', { ...signInForm(asked.text), email, password: PASSWORD });
    expect(entered.text).toContain('choose them again');
  });

  it('goes nowhere but to a page of this site, and is not carried where it is no form of ours', async () => {
    const forged = { heldAction: '//elsewhere.example/', 'held:ask': '1', email, password: PASSWORD };
    const answer = await nobody.post('/sign-in', forged);
    expect([answer.status, answer.location]).toEqual([303, '/cooperative']);
    const huge = await sendWithoutSession(NEW, { place: 'x'.repeat(50_001) });
    expect(huge.text.includes('xxx')).toBe(false);
  });
});
