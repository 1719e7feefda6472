import type { z } from 'zod';

const KIND: Record<string, string> = {
  string: 'a text, in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list: [ … ]',
  object: 'an object: { … }',
  record: 'an object: { … }',
  null: 'null',
};
const COUNTED: Record<string, [one: string, many: string]> = {
  array: ['entry', 'entries'],
  string: ['character', 'characters'],
};

/** What is wrong in our own words, wherever a schema has none of its own: readers need not know what checks it. */
function inPlainWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return `Send ${KIND[issue.expected] ?? 'what is described in /api/v1/openapi.json'}`;
    case 'too_small':
      return `At least ${counted(issue.origin, issue.minimum)}`;
    case 'too_big':
      return `At most ${counted(issue.origin, issue.maximum)}`;
    case 'invalid_format':
      return 'Not written in the form that is described in /api/v1/openapi.json';
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return 'Not one of the forms that are described in /api/v1/openapi.json';
    default:
      return undefined;
  }
}

function counted(origin: string, count: number | bigint): string {
  const [one, many] = COUNTED[origin] ?? ['', ''];
  return `${count} ${Number(count) === 1 ? one : many}`.trim();
}

/** How everything that comes from outside is parsed, also where a schema asks another. */
export const PLAIN_ISSUES = { reportInput: true, error: inPlainWords };
