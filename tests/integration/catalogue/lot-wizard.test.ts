import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAppServer, type AppServer } from '#tests/support/app-server';
import { testDeps } from '#tests/support/test-deps';
import { signedIn, workForm, type Visitor } from '#tests/support/visitor';
import { market } from '../trading/market';

const NEW = '/cooperative/lots/new';
const TERMS = { ask: '3000', currency: 'USD', incoterm: 'FCA', place: 'Tete' };
const COPPER = {
  ...TERMS,
  product: 'copper/concentrate',
  quantity: '10',
  unit: 't',
  grade: '25',
  gradeUnit: '%',
};
const SAPPHIRES = { ...TERMS, product: 'sapphire/cut', quantity: '100', unit: 'ct', quality: 'good' };

const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const preview = (html: string) => html.slice(html.indexOf('id="band-preview"'));

describe('the form of a new lot', async () => {
  const deps = await testDeps();
  let server: AppServer;
  let manager: Visitor;
  beforeAll(async () => {
    server = await startAppServer(deps);
    manager = await signedIn(server, (await market(deps)).manager);
  });
  afterAll(() => server.close());
  const see = (fields: Record<string, string>) => manager.post(NEW, { ...fields, intent: 'preview' });

  it('asks the size of stones and of nothing else', async () => {
    const asks = async (product: string) =>
      (await manager.get(`${NEW}?product=${product}`)).text.includes('name="stoneBy"');
    expect(await asks('ruby/rough')).toBe(true);
    expect(await asks('gold/dore')).toBe(false);
    expect(words((await see({ ...SAPPHIRES, 'facts.stoneCt': '80', stoneBy: 'stones' })).text)).toContain(
      'That makes 1.25 carats a stone on average.',
    );
  });

  it('counts what the assay says in the band of the moment', async () => {
    const band = async (more: Record<string, string>) =>
      /Floor [^;]+/.exec(preview((await see({ ...COPPER, ...more })).text))?.[0];
    const plain = await band({});
    expect(plain).toMatch(/^Floor USD\s[\d,.]+, fair USD/);
    const bands = await Promise.all([
      band({ 'facts.moisturePct': '8' }),
      band({ 'facts.franchisePct': '3' }),
      band({ 'assays.Au': '20' }),
      band({ 'assays.As': '2' }),
    ]);
    expect(new Set([plain, ...bands]).size).toBe(5);
  });

  it('opens its folded part where something in it is refused, and keeps all that was typed', async () => {
    const folded = (html: string) => /<details[^>]*>/.exec(html.slice(html.indexOf('data-preview=')))?.[0] ?? '';
    expect(folded((await manager.get(`${NEW}?product=copper/concentrate`)).text)).not.toContain('open');
    const answer = await manager.post(NEW, {
      ...COPPER,
      requestId: deps.newId(),
      womenLed: 'on',
      'facts.franchisePct': '12',
      'assays.As': '1,2x',
      intent: 'draft',
    });
    expect(answer.status).toBe(422);
    expect(folded(answer.text)).toContain('open');
    const { fields } = workForm(answer.text, NEW);
    expect(fields).toMatchObject({
      ...COPPER,
      womenLed: 'on',
      'facts.franchisePct': '12',
      'assays.As': '1,2x',
    });
  });

  it('takes karat, reads it back in both, keeps permil, and refuses more than pure at the field', async () => {
    const gold = { ...TERMS, product: 'gold/dore', quantity: '10', unit: 'g', gradeUnit: 'karat' };
    const read = async (grade: string) => words(preview((await see({ ...gold, grade })).text));
    expect(await read('18')).toContain('18 karat = 750‰');
    expect(await read('22')).toContain('22 karat ≈ 916.67‰');
    expect(await read('24')).toContain('24 karat = 1,000‰');
    expect(words(preview((await see({ ...gold, grade: '22' })).text))).toContain('For all of it, in USD');
    expect(await read('24.5')).toContain('Pure metal is 24 karat, so this cannot be more.');

    const post = (grade: string) =>
      manager.post(NEW, { ...gold, grade, ask: '1000', requestId: deps.newId(), intent: 'draft' });
    const refused = await post('25');
    expect(refused.status).toBe(422);
    expect(/<div[^>]*id="grade-error".*?<\/div>/s.exec(refused.text)?.[0]).toContain('Pure metal is 24 karat');
    expect(workForm(refused.text, NEW).fields).toMatchObject({ grade: '25', gradeUnit: 'karat' });

    const { location } = await post('22');
    expect(workForm((await manager.get(`${location}/edit`)).text, `${location}/edit`).fields).toMatchObject({
      grade: '22',
      gradeUnit: 'karat',
    });
    const kept = words((await manager.get(location ?? '')).text);
    expect(kept).toContain('916.667 fine');
    expect(kept).toContain('916.666667‰');
  });

  it('never says by itself that women lead the work', async () => {
    const cooperative = await deps.db.organisation.findFirstOrThrow({ where: { kind: 'cooperative' } });
    await deps.db.organisation.update({ where: { id: cooperative.id }, data: { womenLed: true } });
    const ticked = (html: string) => /<input[^>]*name="womenLed"[^>]*>/.exec(html)?.[0].includes('checked');
    expect(ticked((await manager.get(`${NEW}?product=gold/dore`)).text)).toBe(false);
    const drafted = async (more: Record<string, string>) => {
      const { location } = await manager.post(NEW, { ...COPPER, ...more, requestId: deps.newId(), intent: 'draft' });
      return ticked((await manager.get(`${location}/edit`)).text);
    };
    expect(await drafted({})).toBe(false);
    expect(await drafted({ womenLed: 'on' })).toBe(true);
  });
});
