/**
 * The house rules of the README's map, checked. What a suffix may touch, and which room may import which. tests/layers plants
 * breaches and expects each to be found.
 */
/** The floors of the house, from the ground. A room imports only from floors below its own; routes stand on all of them. */
const FLOORS = [
  ['money', 'ui', 'platform'],
  ['identity'],
  ['ledger'],
  ['prices'],
  ['valuation'],
  ['evidence', 'verification'],
  ['payments'],
  ['catalogue'],
  ['trading'],
  ['proceeds'],
  ['programme'],
  ['notices', 'front'],
  ['stripe-sandbox'],
];
/** The ground floor has rules of its own: money knows nothing, ui no word of the domain; platform formats amounts. */
const GROUND = FLOORS[0];
const ROOMS = `(${[...FLOORS.flat().filter((room) => !GROUND.includes(room)), 'money'].join('|')})`;
const PURE = '\\.(schema\\.)?ts$';

const roomRules = FLOORS.flatMap((rooms, floor) =>
  rooms
    .filter((room) => room === 'money' || !GROUND.includes(room))
    .map((room) => {
      const below = FLOORS.slice(0, floor).flat();
      return {
        name: `room-${room}`,
        comment: `${room} imports only from floors below: ${below.join(', ') || 'none'}.`,
        severity: 'error',
        from: { path: `^app/${room}/`, pathNot: '\\.test\\.tsx?$' },
        to: { path: `^app/${ROOMS}/`, pathNot: `^app/(${[room, ...below].join('|')})/` },
      };
    }),
);

/** Rooms whose folders never import each other both ways. */
const ONE_WAY = '(ledger|prices|valuation|evidence|payments|catalogue|trading|proceeds|notices)';

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
      name: 'sandbox-apart',
      comment: 'The application that answers like Stripe: rooms speak with it over HTTP, as with Stripe.',
      severity: 'error',
      from: { path: '^app/', pathNot: '^app/stripe-sandbox/' },
      to: { path: '^app/stripe-sandbox/' },
    },
    {
      name: 'folders-one-way',
      comment: 'Two folders of a room that import each other are one job, or miss a third.',
      severity: 'error',
      scope: 'folder',
      from: { path: `^app/${ONE_WAY}/[^/]+$` },
      to: { path: `^app/${ONE_WAY}/[^/]+$`, circular: true },
    },
    {
      name: 'pure-stays-pure',
      comment:
        'x.ts is pure domain: other pure files, and the pure libraries named here; no IO, React or Prisma (types aside).',
      severity: 'error',
      from: {
        path: `^app/${ROOMS}/.*\\.ts$|^app/platform/i18n/(format|locales)\\.ts$`,
        pathNot: '\\.server\\.ts$|\\.test\\.ts$',
      },
      to: {
        pathNot: `^app/.*${PURE}|node_modules/(decimal\\.js|zod|canonicalize|libphonenumber-js|d3-[a-z]+)/`,
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
      to: { path: '^app/routes/|\\.tsx$', pathNot: '^app/stripe-sandbox/page/' },
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
    // Tests look into every room; what they import says nothing of the house.
    exclude: { path: '\\.test\\.tsx?$' },
    doNotFollow: { path: 'node_modules|platform/db/generated' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
