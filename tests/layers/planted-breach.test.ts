import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ESLint } from 'eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = process.cwd();

/** One breach of each rule of the house, planted in a house of its own. */
const BREACHES: Record<string, [file: string, imports: string][]> = {
  'no-cycles': [
    ['app/money/a.server.ts', './b.server'],
    ['app/money/b.server.ts', './a.server'],
  ],
  'room-money': [['app/money/price.server.ts', '../prices/price.server']],
  'room-ledger': [['app/ledger/lot.server.ts', '../catalogue/lot.server']],
  'room-prices': [['app/prices/band.server.ts', '../valuation/band.server']],
  'room-valuation': [['app/valuation/order.server.ts', '../trading/order.server']],
  'room-evidence': [['app/evidence/paper.server.ts', '../verification/paper.server']],
  'room-proceeds': [['app/proceeds/figure.server.ts', '../programme/x.server']],
  'room-programme': [['app/programme/mail.server.ts', '../notices/mail.server']],
  'room-notices': [['app/notices/page.server.ts', '../stripe-sandbox/api.server']],
  'sandbox-apart': [['app/payments/asks.server.ts', '../stripe-sandbox/api.server']],
  'room-catalogue': [['app/catalogue/order.server.ts', '../trading/order.server']],
  'room-payments': [['app/payments/order.server.ts', '../trading/order.server']],
  'room-trading': [['app/trading/programme.server.ts', '../programme/x.server']],
  'room-verification': [['app/verification/lot.server.ts', '../catalogue/lot.server']],
  'room-identity': [['app/identity/lot.server.ts', '../catalogue/lot.server']],
  'pure-stays-pure': [['app/ledger/reads-disk.ts', 'node:fs']],
  'pure-imports-no-server-or-view': [['app/ledger/reads-server.ts', '../platform/log.server']],
  'server-imports-no-view': [['app/ledger/draws.server.ts', '../ui/card']],
  'views-import-no-server': [['app/ledger/view.tsx', '../platform/log.server']],
  'routes-are-http': [['app/routes/public/asks-database.tsx', '../../platform/db/connect.server']],
  'ui-knows-no-room': [['app/ui/lot-card.tsx', '../catalogue/lot.server']],
};

/** Rooms in which two folders never import each other. */
const ONE_WAY = [
  ...['ledger', 'prices', 'valuation', 'evidence', 'payments'],
  ...['catalogue', 'trading', 'proceeds', 'notices'],
];

const TARGETS = [
  'app/prices/price.server.ts',
  'app/valuation/band.server.ts',
  'app/verification/paper.server.ts',
  'app/notices/mail.server.ts',
  'app/stripe-sandbox/api.server.ts',
  'app/catalogue/lot.server.ts',
  'app/trading/order.server.ts',
  'app/programme/x.server.ts',
  'app/platform/log.server.ts',
  'app/platform/db/connect.server.ts',
  'app/ui/card.tsx',
];

type Report = { summary: { violations: { from: string; rule: { name: string } }[] } };

describe('the one writer of the ledger', () => {
  const eslint = new ESLint({ cwd: root });
  const rulesOf = async (filePath: string, text: string) =>
    (await eslint.lintText(text, { filePath })).flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));

  it.each([
    'export const write = (tx: { posting: { create(x: object): void } }) => tx.posting.create({});',
    'export const write = (tx: { $executeRaw(x: TemplateStringsArray): void }) => tx.$executeRaw`INSERT INTO "JournalEntry" VALUES (1)`;',
  ])('is post-entry: elsewhere %s is refused', { timeout: 30_000 }, async (text) => {
    expect(await rulesOf('app/trading/writes-ledger.server.ts', text)).toContain('no-restricted-syntax');
    expect(await rulesOf('app/ledger/post-entry.server.ts', text)).not.toContain('no-restricted-syntax');
  });

  it('uses no floats for money', async () => {
    expect(
      await rulesOf(
        'app/money/floats.ts',
        'export const cents = (text: string) => Math.round(parseFloat(text) * 100);',
      ),
    ).toEqual(expect.arrayContaining(['no-restricted-properties', 'no-restricted-globals']));
  });
});

describe('the rules of the house', () => {
  const house = mkdtempSync(path.join(tmpdir(), 'fairlode-breach-'));
  let found: string[] = [];

  beforeAll(() => {
    const put = (file: string, text: string) => {
      mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
      writeFileSync(path.join(house, file), text);
    };
    for (const target of TARGETS) put(target, 'export const there = 1;\n');
    for (const [file, imports] of Object.values(BREACHES).flat())
      put(file, `import '${imports}';\nexport const planted = 1;\n`);
    for (const room of ONE_WAY) {
      put(`app/${room}/there/a.server.ts`, `import '../back/b.server';\nexport const planted = 1;\n`);
      put(`app/${room}/there/d.server.ts`, 'export type Planted = 1;\n');
      put(`app/${room}/back/b.server.ts`, 'export const planted = 1;\n');
      // A type that is imported binds two folders as much as a value does.
      put(`app/${room}/back/c.server.ts`, `export type { Planted } from '../there/d.server';\n`);
    }
    put(
      'tsconfig.json',
      '{ "compilerOptions": { "module": "ESNext", "moduleResolution": "Bundler", "jsx": "react-jsx", "allowJs": true } }',
    );
    const depcruise = path.join(root, 'node_modules', '.bin', 'depcruise');
    const args = ['app', '--config', path.join(root, '.dependency-cruiser.cjs'), '--output-type', 'json'];
    let json: string;
    try {
      json = execFileSync(depcruise, args, {
        cwd: house,
        encoding: 'utf8',
        maxBuffer: 1 << 26,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    } catch (error) {
      json = (error as { stdout: string }).stdout;
    }
    const { summary } = JSON.parse(json) as Report;
    found = summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`);
  }, 60_000);

  afterAll(() => rmSync(house, { recursive: true, force: true }));

  it.each(Object.entries(BREACHES))('%s finds its breach', (rule, files) => {
    expect(found).toContain(`${rule}: ${files[0]?.[0] ?? ''}`);
  });

  it.each(ONE_WAY)('no two folders of %s import each other', (room) => {
    expect(found).toContain(`folders-one-way: app/${room}/there`);
    expect(found).toContain(`folders-one-way: app/${room}/back`);
  });
});
