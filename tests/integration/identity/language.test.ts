import { afterAll, describe, expect, it } from 'vitest';
import { createUser } from '#app/identity/sign-in/create-user.server';
import { startAppServer } from '#tests/support/app-server';
import { testDeps } from '#tests/support/test-deps';
import { visitor, type Answer } from '#tests/support/visitor';

const PASSWORD = 'seven green kilns';

/** What a browser keeps of these answers, one after the other. */
function jar(...answers: Answer[]): string {
  const kept = new Map<string, string>();
  for (const cookie of answers.flatMap(({ headers }) => headers.getSetCookie())) {
    const [pair = ''] = cookie.split(';');
    if (/max-age=0/i.test(cookie)) kept.delete(pair.split('=')[0] ?? '');
    else kept.set(pair.split('=')[0] ?? '', pair);
  }
  return [...kept.values()].join('; ');
}

describe('the language that a person reads in', async () => {
  const server = await startAppServer(await testDeps());
  const { deps } = server;
  afterAll(() => server.close());
  let people = 0;
  const person = async () => {
    people += 1;
    const email = `reader${people}@example.org`;
    const made = await createUser(deps, { name: 'Neema Juma', email, password: PASSWORD, locale: 'en' });
    if (!made.ok) throw new Error(made.code);
    return { email, userId: made.value.userId };
  };
  const localeOf = async (userId: string) => (await deps.db.user.findUniqueOrThrow({ where: { id: userId } })).locale;
  const pick = (cookie: string, locale: string) =>
    visitor(server, { cookie }).post('/preferences', { locale, returnTo: '/account' });
  const shown = async (cookie: string) =>
    /<html lang="(\w+)"/.exec((await visitor(server, { cookie }).get('/account')).text)?.[1];

  it('is what was picked before signing in, and stays in the account', async () => {
    const { email, userId } = await person();
    const picked = await pick('', 'sw');
    const entered = await visitor(server, { cookie: jar(picked) }).post('/sign-in', { email, password: PASSWORD });
    expect([await localeOf(userId), await shown(jar(picked, entered))]).toEqual(['sw', 'sw']);

    // The next person on this device has picked nothing.
    const next = await person();
    const after = await visitor(server, { cookie: jar(picked, entered) }).post('/sign-out', {});
    const second = await visitor(server, { cookie: jar(picked, entered, after) }).post('/sign-in', {
      email: next.email,
      password: PASSWORD,
    });
    expect([await localeOf(next.userId), await shown(jar(picked, entered, after, second))]).toEqual(['en', 'en']);
  });

  it('is kept in the account when it is picked while signed in', async () => {
    const { email, userId } = await person();
    const entered = await visitor(server).post('/sign-in', { email, password: PASSWORD });
    const picked = await pick(jar(entered), 'fr');
    expect([await localeOf(userId), await shown(jar(entered, picked))]).toEqual(['fr', 'fr']);
  });
});
