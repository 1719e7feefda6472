import fc from 'fast-check';

/** A schema of an OpenAPI 3.1 document, as far as ours use it. */
export type JsonSchema = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
};

export type Components = Record<string, JsonSchema>;

const LONGEST_LIST = 3;

/**
 * Values that the schema allows. Throws at a word of a schema that it does not know, so that none is passed
 * over.
 */
export function allowedBy(schema: JsonSchema, components: Components): fc.Arbitrary<unknown> {
  const deeper = (inner: JsonSchema) => allowedBy(inner, components);
  if (schema.$ref !== undefined) return deeper(referred(schema.$ref, components));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map(deeper));
  if (schema.allOf?.length === 1) return deeper(schema.allOf[0] ?? {});
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type) => deeper({ ...schema, type })));
  switch (schema.type) {
    case 'object':
      return objects(schema, deeper);
    case 'array':
      return fc.array(deeper(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? LONGEST_LIST, LONGEST_LIST),
      });
    case 'string':
      return texts(schema);
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -1_000_000, max: schema.maximum ?? 1_000_000 });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      throw new Error(`nothing is made of ${JSON.stringify(schema).slice(0, 200)}`);
  }
}

function referred(ref: string, components: Components): JsonSchema {
  const found = components[ref.split('/').at(-1) ?? ''];
  if (!found) throw new Error(`${ref} is not in the document`);
  return found;
}

function objects(schema: JsonSchema, deeper: (inner: JsonSchema) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const members = Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, one]) => [name, deeper(one)]));
  return fc.record(members, { requiredKeys: schema.required ?? [], noNullPrototype: true });
}

/** Of days and months most are put where there are prices. */
function inOurTime(text: string, whole: RegExp): string {
  const year = Number.parseInt(/^(\d{4})-\d\d/.exec(text)?.[1] ?? '0', 10);
  const moved = text.replace(/^\d{4}/, String(2024 + (year % 3)));
  return year % 4 !== 0 && whole.test(moved) ? moved : text;
}

/** What is made cannot look ahead: it is made without, then tried. */
function withoutLookahead(pattern: string): string {
  const start = /\(\?[!=]/.exec(pattern)?.index;
  if (start === undefined) return pattern;
  let depth = 0;
  let end = start;
  do {
    if (pattern[end] === '\\') end += 1;
    else if (pattern[end] === '(') depth += 1;
    else if (pattern[end] === ')') depth -= 1;
    end += 1;
  } while (depth > 0 && end < pattern.length);
  return withoutLookahead(pattern.slice(0, start) + pattern.slice(end));
}

function texts({ pattern, format, minLength = 0, maxLength = 40 }: JsonSchema): fc.Arbitrary<string> {
  const fits = (text: string) => text.length >= minLength && text.length <= maxLength;
  if (pattern !== undefined) {
    const whole = new RegExp(pattern, 'u');
    const made = fc.stringMatching(new RegExp(withoutLookahead(pattern)), { size: 'small' });
    return made.map((text) => inOurTime(text, whole)).filter((text) => fits(text) && whole.test(text));
  }
  if (format === 'uuid') return fc.uuid();
  if (format !== undefined) throw new Error(`nothing is made of the format ${format}`);
  return fc.string({ minLength, maxLength: Math.min(maxLength, 40) });
}
