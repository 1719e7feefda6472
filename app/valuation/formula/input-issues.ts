import type { z } from 'zod';
import { PLAIN_ISSUES } from './plain-issues';

/** What the API answers with 422: where, why (for programs) and why (for people). */
export type InputIssue = { path: string; code: string; message: string };

type Parsed<T> = { ok: true; value: T } | { ok: false; issues: InputIssue[] };

/** Parses what came from outside; unknown members are named one by one. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): Parsed<z.output<Schema>> {
  const result = schema.safeParse(input, PLAIN_ISSUES);
  return result.success
    ? { ok: true, value: result.data }
    : { ok: false, issues: result.error.issues.flatMap(toIssues) };
}

function toIssues(issue: z.core.$ZodIssue): InputIssue[] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: path ? `${path}.${key}` : key,
      code: 'unknown_key',
      message: 'No such member: check the spelling',
    }));
  }
  return [{ path, ...describe(issue) }];
}

function describe(issue: z.core.$ZodIssue): Omit<InputIssue, 'path'> {
  if (issue.input === undefined && issue.code !== 'custom') return { code: 'required', message: 'Required' };
  switch (issue.code) {
    case 'custom': {
      const code: unknown = issue.params?.['code'];
      return { code: typeof code === 'string' ? code : 'invalid', message: issue.message };
    }
    case 'invalid_type':
      return { code: 'type', message: issue.message };
    case 'invalid_value':
      return { code: 'unknown_value', message: `One of: ${issue.values.map(String).join(', ')}` };
    case 'too_small':
      return { code: 'too_short', message: issue.message };
    case 'too_big':
      return { code: 'too_long', message: issue.message };
    default:
      return { code: 'format', message: issue.message };
  }
}
