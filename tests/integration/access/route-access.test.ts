import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import routes from '#app/routes';
import { newestMethod, proposeMethod } from '#app/valuation/change-methods/propose-method.server';
import { termLines } from '#app/valuation/methods/term-fields';
import { addMember } from '#app/identity/members/add-member.server';
import { hashInvitationToken } from '#app/identity/members/send-invitation.server';
import type { Role } from '#app/identity/roles';
import { mailboxKey } from '#app/identity/sign-in/mailbox-link.server';
import { storeDocument } from '#app/verification/documents/store-document.server';
import { priceRows } from '#tests/integration/pricing/price-rows';
import { market } from '#tests/integration/trading/market';
import { startAppServer, type AppServer } from '#tests/support/app-server';
import {
  addressOf,
  formFor,
  READING,
  VISITORS,
  WRITING,
  type Expectation,
  type Places,
  type VisitorName,
} from '#tests/support/access-table';
import { acceptOrganisation, testOrganisation, testPerson } from '#tests/support/people';
import { leaked, shareOut, type Secrets } from './member-secrets';
import { samplePdf } from '#tests/support/examples/sample-files';
import { testDeps } from '#tests/support/test-deps';
import { formsOf, signedIn, visitor, type Answer, type Visitor } from '#tests/support/visitor';
import { submitConfirmed } from '#tests/integration/catalogue/lot-maker';

const PATHS = routes.map(({ path = '' }) => (path.startsWith('/') ? path : `/${path}`));

/** An answer in the words of the table. */
function inWords({ status, location }: Answer, expected: Expectation): Expectation {
  const isRedirect = status >= 300 && status < 400;
  const toSignIn = isRedirect && (location ?? '').startsWith('/sign-in');
  if (toSignIn) return 'in';
  if (expected === 'may' && status < 500 && ![403, 404, 405].includes(status)) return 'may';
  return isRedirect ? 'go' : status;
}

/** Forms that only set a cookie of their reader, or are once by nature. */
const COOKIE_FORMS = /^\/(sign-in|sign-up|sign-out|preferences)/;

describe('who may open which address', async () => {
  const deps = await testDeps();
  let server: AppServer;
  let visitors: Record<VisitorName, Visitor>;
  let places: Places;
  let secrets: Secrets;

  beforeAll(async () => {
    server = await startAppServer(deps);
    const town = await market(deps);
    const { programmeId, cooperativeId } = town;
    const join = async (organisationId: string, role: Role) => {
      const person = await testPerson(deps);
      await addMember(deps, deps.db, { organisationId, userId: person.userId, role });
      return person;
    };
    const otherProgramme = await testOrganisation(deps, { kind: 'programme', roles: ['controller'] });
    const others = { programmeId: otherProgramme.organisationId };
    const otherCooperative = await testOrganisation(deps, { kind: 'cooperative', roles: ['manager'], ...others });
    const otherBuyer = await testOrganisation(deps, { kind: 'buyer', roles: ['purchaser'], ...others });
    await acceptOrganisation(deps, otherBuyer.organisationId);
    const as = (person: { userId: string }) => signedIn(server, person);
    visitors = {
      nobody: visitor(server),
      'cooperative manager': await as(town.manager),
      'cooperative treasurer': await as(town.treasurer),
      'cooperative member': await as(await join(cooperativeId, 'member')),
      'buyer purchaser': await as(town.buyer),
      'buyer observer': await as(await join(town.buyer.organisationId, 'observer')),
      'programme officer': await as(town.officer),
      'programme controller': await as(town.controller),
      'programme observer': await as(await join(programmeId, 'observer')),
      'foreign cooperative': await as(otherCooperative.as.manager),
      'foreign buyer': await as(otherBuyer.as.purchaser),
      'foreign programme': await as(otherProgramme.as.controller),
    };
    const figures = Object.fromEntries(
      termLines(await newestMethod(deps, 'gold-dore')).flatMap(({ cells }) =>
        cells.map(({ path, value }) => [path, value]),
      ),
    );
    const proposed = await proposeMethod(deps, {
      actor: town.officer,
      methodKey: 'gold-dore',
      madeFrom: 'gold-dore/1',
      proposal: {
        figures: { ...figures, 'terms.fair.premium.value': '3' },
        reason: 'Buyers pay three dollars a gram.',
        citation: 'Offers of May',
        sourceOn: '2026-05-31',
        sourceUrl: '',
      },
      requestId: 'access',
    });
    expect(proposed.ok).toBe(true);
    const orderId = await town.orderIn('settled');
    secrets = await shareOut(deps, { treasurer: town.treasurer, orderId });
    const { id: payoutId } = await deps.db.payout.findFirstOrThrow({ where: { orderId } });
    const submittedLotId = await town.lot();
    await deps.db.lot.update({ where: { id: submittedLotId }, data: { state: 'draft', listedAt: null } });
    const submitted = await submitConfirmed(deps, { actor: town.manager, lotId: submittedLotId });
    expect(submitted.ok).toBe(true);
    const document = await storeDocument(deps, {
      actor: town.manager,
      kind: 'registration',
      file: { name: 'paper.pdf', bytes: samplePdf('Paper') },
    });
    if (!document.ok) throw new Error(document.code);
    const token = 'an-invitation-for-somebody-else';
    await deps.db.invitation.create({
      data: {
        id: deps.newId(),
        organisationId: cooperativeId,
        email: 'somebody@example.org',
        role: 'member',
        tokenHash: hashInvitationToken(token),
        invitedById: town.manager.userId,
        createdAt: deps.clock.now(),
        expiresAt: new Date('2026-06-09T08:00:00Z'),
      },
    });
    const { userId: newcomer } = await testPerson(deps);
    await deps.db.confirmation.create({
      data: { id: deps.newId(), identifier: mailboxKey(token), value: newcomer, expiresAt: new Date('2099-01-01') },
    });
    const { sha256: hash } = await deps.db.priceEvidence.findFirstOrThrow({ where: { orderId } });
    const { slug } = await deps.db.organisation.findUniqueOrThrow({ where: { id: cooperativeId } });
    const stranger = await testPerson(deps);
    const sessionId = deps.newId();
    await deps.db.session.create({
      data: { id: sessionId, userId: stranger.userId, token: sessionId, expiresAt: new Date('2099-01-01') },
    });
    places = {
      lotId: await town.lot(),
      ownLotId: await town.lot(),
      submittedLotId,
      seriesKey: 'wb.gold',
      hash,
      slug,
      token,
      documentId: document.value.documentId,
      orderId,
      placedOrderId: await town.orderIn('placed'),
      deliveredOrderId: await town.orderIn('delivered'),
      payoutId,
      organisationId: cooperativeId,
      cooperativeId,
      sessionId,
      ...(await priceRows(deps, town.officer)),
    };
  });

  afterAll(() => server.close());

  async function answers(
    path: string,
    table: Record<VisitorName, Expectation>,
    ask: (who: Visitor) => Promise<Answer>,
  ) {
    const got = await Promise.all(
      VISITORS.map(async (name) => {
        const answer = await ask(visitors[name]);
        expect(leaked(answer.text, name, secrets), `${path} as ${name}`).toEqual([]);
        return [name, inWords(answer, table[name])];
      }),
    );
    expect(Object.fromEntries(got), path).toEqual(table);
  }

  it('is said for every address, and for no other', () => {
    expect(PATHS.filter((path) => !READING[path])).toEqual([]);
    expect([...Object.keys(READING), ...Object.keys(WRITING)].filter((path) => !PATHS.includes(path))).toEqual([]);
  });

  it.each(PATHS)('GET %s', async (path) => {
    const table = READING[path];
    if (!table) throw new Error(`${path} has no row in tests/support/access-table.ts`);
    const address = addressOf(path, places);
    await answers(path, table, (who) => who.get(address));
  });

  // Signing out would end the visitors' own sessions. The last test does it.
  it.each(PATHS.filter((path) => path !== '/sign-out'))('POST %s', async (path) => {
    const table = WRITING[path];
    const address = addressOf(path, places);
    const fields = formFor(path, places);
    if (table) return answers(path, table, (who) => who.post(address, fields));
    // Without a row the page takes no form: nothing may come of it, whoever sends one.
    const [nobody, manager] = [
      await visitors.nobody.post(address, fields),
      await visitors['cooperative manager'].post(address, fields),
    ];
    for (const { status, location } of [nobody, manager]) {
      expect(status === 405 || status === 404 || (location ?? '').startsWith('/sign-in'), `${path} ${status}`).toBe(
        true,
      );
    }
  });

  it.each(['programme officer', 'programme observer', 'buyer purchaser'] as const)(
    'the data of an order holds no more than its page: %s',
    async (name) => {
      const side = name.split(' ')[0] ?? '';
      const { status, text } = await visitors[name].get(`/${side}/orders/${places.orderId}.data`);
      expect(status).toBe(200);
      expect(leaked(text, name, secrets)).toEqual([]);
    },
  );

  it('every form of a page that writes has a request id', async () => {
    for (const path of PATHS) {
      const address = addressOf(path, places);
      for (const name of VISITORS.filter((one) => READING[path]?.[one] === 200 && !one.startsWith('foreign'))) {
        if (!WRITING[path]) break;
        const { text } = await visitors[name].get(address);
        const forms = formsOf(text, address).filter(
          ({ method, action }) => method === 'post' && !COOKIE_FORMS.test(action),
        );
        expect(
          forms.filter(({ fields }) => !fields['requestId']),
          `${path} as ${name}`,
        ).toEqual([]);
      }
    }
  });

  it('refuses a form that another site sent', async () => {
    const { status } = await visitors['cooperative manager'].post(
      '/account',
      { intent: 'profile' },
      { Origin: 'https://elsewhere.example' },
    );
    expect(status).toBe(403);
  });

  it('ends one session by signing out', async () => {
    const member = visitors['cooperative member'];
    expect((await member.get('/account')).status).toBe(200);
    await member.post('/sign-out', {});
    expect(inWords(await member.get('/account'), 'in')).toBe('in');
    expect((await visitors['cooperative manager'].get('/account')).status).toBe(200);
  });
});
