import { describe, expect, it } from 'vitest';
import { apiDocument } from './document.server';

type Schema = {
  properties: Record<string, Schema>;
  items: Schema;
  required: string[];
  anyOf: Schema[];
  oneOf: Schema[];
  enum: string[];
  pattern: string;
};
type Described = {
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, object>;
};

const paths = JSON.parse(JSON.stringify(apiDocument('https://fairlode.example').paths)) as Record<
  string,
  Record<string, Described>
>;
const operations = Object.values(paths).flatMap((one) => Object.values(one));

function bodyOf(path: string): Schema {
  const schema = paths[path]?.['post']?.requestBody?.content['application/json']?.schema;
  if (!schema) throw new Error(`nothing is described at ${path}`);
  return schema;
}

/** The schema of a member, through lists and what may be null. */
function member(schema: Schema, path: string): Schema {
  return path.split('.').reduce((at, key) => {
    const whole = at.anyOf?.[0] ?? at;
    const found = key === '*' ? whole.items : whole.properties[key];
    if (!found) throw new Error(`no ${key} in ${path}`);
    return found.anyOf?.[0] ?? found;
  }, schema);
}

describe('the description of the API', () => {
  const valuation = bodyOf('/api/v1/valuations');
  const band = bodyOf('/api/v1/bands');

  it.each([
    ['an exponent', '1e3', false],
    ['a sign', '-1', false],
    ['a mark of thousands', '1,000', false],
    ['a plain decimal', '600.15', true],
  ])('says of %s in a decimal what the server says', (_, text, taken) => {
    for (const at of ['quantity.value', 'quantity.moisturePct', 'payables.*.payablePct', 'charges.*.value'])
      expect([at, new RegExp(member(valuation, at).pattern).test(text)]).toEqual([at, taken]);
    for (const at of ['quantity.value', 'grades.*.value', 'ask.amount', 'stoneCt'])
      expect([at, new RegExp(member(band, at).pattern).test(text)]).toEqual([at, taken]);
  });

  it('wants more than nothing of a quantity', () => {
    const { pattern } = member(valuation, 'quantity.value');
    expect(['0', '0.00', '0.01', '10'].map((text) => new RegExp(pattern).test(text))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('knows currencies, units of grades, and the two shapes of a price', () => {
    for (const currency of [member(valuation, 'currency'), member(band, 'ask.currency')]) {
      expect(currency.enum).toContain('TZS');
      expect(currency.enum).not.toContain('ZZZ');
    }
    expect(member(band, 'grades.*.unit').enum).toContain('permil');
    const price = member(valuation, 'payables.*.price');
    expect(price.oneOf.map(({ required }) => required)).toEqual([['series'], ['value', 'currency', 'per']]);
    expect(member(valuation, 'payables.*').required).toEqual(['element', 'price']);
  });

  it('says at every address that it may refuse a method', () => {
    expect(operations.length).toBeGreaterThan(9);
    for (const { responses } of operations) expect(responses).toHaveProperty('405');
  });
});
