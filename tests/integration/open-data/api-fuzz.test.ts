import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { startAppServer } from '#tests/support/app-server';
import { allowedBy, type Components, type JsonSchema } from '#tests/support/fuzz/schema-arbitrary';
import { testDeps } from '#tests/support/test-deps';
import { GARBAGE } from '#tests/abuse/garbage';
import { market } from '../trading/market';

const SEED = 20261129;
const PER_OPERATION = { get: 110, post: 310 } as const;
const AT_ONCE = 6;

type Parameter = { name: string; in: 'path' | 'query'; schema: JsonSchema };
type Operation = {
  parameters?: Parameter[];
  requestBody?: { content: { 'application/json': { schema: JsonSchema } } };
  responses: Record<string, { content?: Record<string, object> }>;
};
type Document = {
  paths: Record<string, Partial<Record<'get' | 'post', Operation>>>;
  components?: { schemas?: Components };
};
type Asked = { method: 'get' | 'post'; url: string; body: string | null; isAllowed: boolean };

const server = await startAppServer(await testDeps());
const town = await market(server.deps);
const lotId = await town.lot();
afterAll(() => server.close());

const document = (await (await fetch(`${server.url}/api/v1/openapi.json`)).json()) as Document;
const components = document.components?.schemas ?? {};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  (['get', 'post'] as const).flatMap((method) => {
    const operation = methods[method];
    return operation ? [{ name: `${method} ${path}`, path, method, operation }] : [];
  }),
);

/** What a program gets wrong. Typed where anything else belongs. */
const WRONG = [...Object.values(GARBAGE).map((text) => text.slice(0, 300)), 'x', '1,5', ' 1', '0', '1.', '%', '&', '٣'];
const wrong = fc.constantFrom(...WRONG);
const wrongValue = fc.oneof(
  wrong,
  fc.constantFrom<unknown>(null, 1, -1, 1.5, true, [], {}, [[]], { a: 1 }),
  fc.jsonValue(),
);

/** Ids of the path: those that there are, and any. */
const KNOWN: Record<string, string[]> = { seriesKey: ['wb.gold', 'wb.silver'], lotId: [lotId], hash: ['0'.repeat(64)] };

function requests({ path, method, operation }: (typeof operations)[number]): fc.Arbitrary<Asked> {
  const parameters = operation.parameters ?? [];
  const inPath = parameters.filter((one) => one.in === 'path');
  const inQuery = parameters.filter((one) => one.in === 'query');
  const bodySchema = operation.requestBody?.content['application/json'].schema;
  const record = (of: (one: Parameter) => fc.Arbitrary<unknown>, some: Parameter[], requiredKeys: string[] = []) =>
    fc.record(Object.fromEntries(some.map((one) => [one.name, of(one)])), { requiredKeys });
  const allowed = fc.record({
    ids: record(
      ({ name }) => fc.constantFrom(...(KNOWN[name] ?? [])),
      inPath,
      inPath.map(({ name }) => name),
    ),
    query: record(({ schema }) => allowedBy(schema, components), inQuery),
    body: bodySchema ? allowedBy(bodySchema, components) : fc.constant(null),
    twist: fc.constant<[string, string][]>([]),
    isAllowed: fc.constant(true),
  });
  const damagedQuery = record(
    ({ schema }) => fc.oneof(wrong, fc.array(wrong, { maxLength: 2 }), allowedBy(schema, components)),
    inQuery,
  );
  const damaged = fc.record({
    ids: record(
      ({ name, schema }) => fc.oneof(fc.constantFrom(...(KNOWN[name] ?? [])), wrong, allowedBy(schema, components)),
      inPath,
      inPath.map(({ name }) => name),
    ),
    query: damagedQuery,
    body: bodySchema ? allowedBy(bodySchema, components).chain(damage) : fc.constant(null),
    twist: fc.array(fc.tuple(fc.constantFrom('', 'x', '__proto__', ...inQuery.map(({ name }) => name)), wrong), {
      maxLength: 2,
    }),
    isAllowed: fc.constant(false),
  });
  return fc.oneof(allowed, damaged).map(({ ids, query, body, twist, isAllowed }) => {
    const address = path.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(String((ids as Record<string, unknown>)[name])),
    );
    const pairs = Object.entries(query).flatMap(([name, value]): [string, string][] =>
      value === null ? [] : [value].flat().map((one) => [name, String(one)]),
    );
    const text = new URLSearchParams([...pairs, ...twist]).toString();
    return {
      method,
      url: text ? `${address}?${text}` : address,
      body: bodySchema ? JSON.stringify(body) : null,
      isAllowed,
    };
  });
}

/** A value that is allowed, but for one member somewhere. */
function damage(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value !== 'object' || value === null) return wrongValue;
  const entries = Object.entries(value);
  if (entries.length === 0) return wrongValue;
  return fc.oneof(
    { weight: 1, arbitrary: wrongValue },
    {
      weight: 6,
      arbitrary: fc
        .constantFrom(...entries)
        .chain(([name, inner]) =>
          damage(inner).map((other) =>
            Array.isArray(value)
              ? value.map((one: unknown, at) => (String(at) === name ? other : one))
              : { ...value, [name]: other },
          ),
        ),
    },
    {
      weight: 1,
      arbitrary: wrongValue.map((more) =>
        Array.isArray(value) ? [...(value as unknown[]), more] : { ...value, more },
      ),
    },
  );
}

/**
 * What a pattern does not say: how members must fit each other, what has not come yet, and how much a number
 * may be (that stands in its description). Of these a request may break one although each of its members
 * looks right.
 */
const BEYOND_PATTERNS = new Set([
  'bad_cursor',
  'before_from',
  'duplicate',
  'grade-missing',
  'in_future',
  'not_allowed',
  'not_covered',
  'out_of_order',
  'out_of_range',
  'too_early',
  'too_large',
  'too_precise',
  'unit-mismatch',
  'unit_mismatch',
]);
/** Required only where another member is as it is. A method must be one that there is. */
const AT_TIMES: Record<string, RegExp> = { required: /^(method|payables\.\d+\.grade)$/, unknown_value: /^method$/ };

function isBeyondPatterns({ path, code }: { path: string; code: string }): boolean {
  return BEYOND_PATTERNS.has(code) || (AT_TIMES[code]?.test(path) ?? false);
}

async function problemOf(asked: Asked, { responses }: Operation): Promise<string | null> {
  const said = `${asked.method} ${asked.url} ${asked.body ?? ''}`.slice(0, 1_500);
  const response = await fetch(`${server.url}${asked.url}`, {
    method: asked.method.toUpperCase(),
    ...(asked.body === null ? {} : { body: asked.body, headers: { 'Content-Type': 'application/json' } }),
  });
  const text = await response.text();
  const { status } = response;
  const documented = responses[String(status)];
  if (status >= 500 || !documented) return `${status} for ${said}: ${text.slice(0, 300)}`;
  const kind = (response.headers.get('content-type') ?? '').split(';', 1)[0] ?? '';
  if (documented.content && !(kind in documented.content)) return `${status} as ${kind} for ${said}`;
  if (!asked.isAllowed || status === 200 || status === 404 || status === 409) return null;
  const { issues = [] } = JSON.parse(text) as { issues?: { path: string; code: string }[] };
  if (issues.length > 0 && issues.every(isBeyondPatterns)) return null;
  return `${status} though allowed: ${text.slice(0, 600)} for ${said}`;
}

it.each(operations)('$name keeps to its description', async (one) => {
  const all = fc.sample(requests(one), { seed: SEED, numRuns: PER_OPERATION[one.method] });
  const problems: string[] = [];
  const next = async (): Promise<void> => {
    for (let asked = all.pop(); asked; asked = all.pop()) {
      const problem = await problemOf(asked, one.operation);
      if (problem !== null) problems.push(problem);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  expect(problems.slice(0, 10)).toEqual([]);
});

it('asks about 1,500 times', () => {
  const total = operations.reduce((sum, { method }) => sum + PER_OPERATION[method], 0);
  expect(total).toBeGreaterThan(1_400);
});
