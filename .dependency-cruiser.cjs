/**
 * The house rules of the README's map, checked. What a suffix may touch, and which room may import which. tests/layers plants
 * breaches and expects each to be found.
 */
const ROOMS = '(money|pricing|catalogue|trading|payments|ledger|verification|programme|identity)';
const PURE = '\\.(schema\\.)?ts$';

/** Who may import whom between rooms; itself, ui, identity and platform aside. */
const NEIGHBOURS = {
  money: [],
  ledger: ['money'],
  pricing: ['money'],
  verification: ['money'],
  catalogue: ['money', 'ledger', 'pricing', 'payments', 'verification'],
  payments: ['money', 'ledger', 'verification'],
  trading: ['money', 'catalogue', 'pricing', 'payments', 'ledger', 'verification'],
  programme: ['money', 'catalogue', 'pricing', 'payments', 'ledger', 'verification', 'trading'],
  identity: ['money'],
};

const roomRules = Object.entries(NEIGHBOURS).map(([room, neighbours]) => ({
  name: `room-${room}`,
  comment: `${room} may import ${neighbours.join(', ') || 'no other room'} (and identity, platform, ui).`,
  severity: 'error',
  from: { path: `^app/${room}/`, pathNot: '\\.test\\.tsx?$' },
  to: { path: `^app/${ROOMS}/`, pathNot: `^app/(${[room, 'identity', ...neighbours].join('|')})/` },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that import each other are one file, or miss a third.',
      severity: 'error',
      from: { pathNot: 'platform/db/generated' },
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    ...roomRules,
    {
      name: 'pure-stays-pure',
      comment: 'x.ts is pure domain: other pure files, decimal.js and zod; no IO, React or Prisma (types aside).',
      severity: 'error',
      from: {
        path: `^app/${ROOMS}/.*\\.ts$|^app/platform/i18n/(format|locales)\\.ts$`,
        pathNot: '\\.server\\.ts$|\\.test\\.ts$',
      },
      to: {
        pathNot: `^app/.*${PURE}|node_modules/(decimal\\.js|zod|d3-[a-z]+)/`,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'pure-imports-no-server-or-view',
      comment: 'x.ts never reaches into x.server.ts or a view, not even through a pure-looking path.',
      severity: 'error',
      from: { path: `^app/(${ROOMS}|ui)/.*\\.ts$`, pathNot: '\\.server\\.ts$|\\.test\\.ts$' },
      to: { path: '\\.server\\.ts$|\\.tsx$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'server-imports-no-view',
      comment: 'x.server.ts is a use case, read model or adapter: no routes, no views.',
      severity: 'error',
      from: { path: '^app/.*\\.server\\.ts$' },
      to: { path: '^app/routes/|\\.tsx$', pathNot: '^app/payments/sandbox/page/' },
    },
    {
      name: 'views-import-no-server',
      comment: 'x.tsx is a view of its room: pure files, ui, i18n.',
      severity: 'error',
      from: { path: `^app/(${ROOMS}|ui)/.*\\.tsx$` },
      to: {
        path: '\\.server\\.ts$|^app/routes/|^app/platform/(db|jobs|files|mail|serve|postgres)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'routes-are-http',
      comment: 'Routes parse, ask a room and answer: never Prisma, Stripe, the ledger or money arithmetic.',
      severity: 'error',
      from: { path: '^app/routes/' },
      to: {
        path: '^app/platform/(db|postgres|jobs|mail|files)/|node_modules/(@prisma|stripe|decimal\\.js|pg)/|^app/money/(money|allocate|decimal|exact)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'ui-knows-no-room',
      comment: 'The design system knows no domain word.',
      severity: 'error',
      from: { path: '^app/ui/' },
      to: { path: `^app/(${ROOMS}|routes|platform)/` },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: '\\.d\\.ts$|^app/entry\\.client|\\.test\\.|platform/db/generated|^app/routes/public/preferences',
      },
      to: {},
    },
    {
      name: 'not-to-dev-dependency',
      severity: 'error',
      from: { path: '^(app|scripts|prisma)/', pathNot: '\\.test\\.tsx?$|^scripts/test' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|platform/db/generated' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
