import { afterAll, describe, expect, it } from 'vitest';
import { createLot } from '#app/catalogue/list-lot/create-lot.server';
import { startAppServer } from '#tests/support/app-server';
import { testDeps } from '#tests/support/test-deps';
import { signedIn, visitor } from '#tests/support/visitor';
import { market, must } from '../trading/market';
import { GOLD, submitConfirmed } from './lot-maker';

const HINDERED = 'Buyers cannot order this lot yet';
const WHY = 'The charge of Geita Assay Office is not set in EUR.';

describe('what a lot’s pages say before a buyer meets it', { timeout: 60_000 }, async () => {
  const server = await startAppServer(await testDeps());
  const { deps } = server;
  const town = await market(deps);
  const manager = await signedIn(server, town.manager);
  const officer = await signedIn(server, town.officer);
  afterAll(() => server.close());
  const cooperativeId = town.manager.organisationId;

  async function submitted(currency: string): Promise<string> {
    const input = { ...GOLD, currency, ask: GOLD.ask };
    const { lotId } = must(await createLot(deps, { actor: town.manager, requestId: deps.newId(), input }));
    must(await submitConfirmed(deps, { actor: town.manager, lotId }));
    return lotId;
  }
  const form = (currency: string) =>
    manager.get(`/cooperative/lots/new?product=gold/dore&quantity=10&unit=g&grade=900&currency=${currency}`);

  it('names the charge that is not set in its currency, until it is set', async () => {
    const lotId = await submitted('EUR');
    const own = `/cooperative/lots/${lotId}`;
    const pages = async () => [
      (await manager.get(own)).text,
      (await manager.get(`${own}/edit`)).text,
      (await form('EUR')).text,
      (await officer.get(`/programme/lots/${lotId}`)).text,
    ];
    const said = (texts: string[]) => texts.map((text) => [text.includes(HINDERED), text.includes(WHY)]);
    const before = await pages();
    expect(said(before)).toEqual(before.map(() => [true, true]));
    expect(before[3]).toContain(`href="/programme/cooperatives/${cooperativeId}/charges"`);
    expect(before[0]).toContain('Tell your programme’s staff.');

    const rule = await deps.db.chargeRule.findFirstOrThrow({ where: { cooperativeId, kind: 'assay' } });
    await deps.db.chargeRule.create({
      data: { ...rule, id: deps.newId(), currency: 'EUR', fixedMinor: 23_000n },
    });
    expect(said(await pages())).toEqual(before.map(() => [false, false]));
  });

  it('is silent where nothing hinders an order, and about no currency at all', async () => {
    expect((await form('USD')).text).not.toContain(HINDERED);
    expect((await form('XXX')).text).not.toContain(HINDERED);
    expect((await manager.get(`/cooperative/lots/${await submitted('USD')}`)).text).not.toContain(HINDERED);
  });

  it('tells back what was read of the purity, and doubts 22 permil', async () => {
    const typed = (grade: string) =>
      manager.get(`/cooperative/lots/new?product=gold/dore&quantity=10&unit=g&grade=${grade}&gradeUnit=permil`);
    const [doubted, plain] = [(await typed('22')).text, (await typed('916.7')).text];
    expect(doubted).toContain('Read as 10 g at 22‰: 2.2% of it is pure metal, gold (Au).');
    expect(doubted).toContain('22 karat is 916.7‰');
    expect(plain).toContain('Read as 10 g at 916.7‰: 91.67% of it is pure metal, gold (Au).');
    expect(plain).not.toContain('22 karat is');

    const worked = (await visitor(server).get('/calculator?product=gold&amount=10&unit=g&purity=22&purityUnit=permil'))
      .text;
    expect(worked).toContain('Read as 10 g at 22‰: 2.2% of it is pure metal, gold (Au).');
    expect(worked).toContain('22 karat is 916.7‰');
  });
});
