/**
 * What a form-encoded Stripe request says: text leaves in nested records. `a[0]=x&a[1]=y` becomes an array.
 */
export type FormValue = string | FormValue[] | { [key: string]: FormValue };
export type FormRecord = { [key: string]: FormValue };

const MAX_PAIRS = 1_000;
const MAX_DEPTH = 8;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Thrown for a body that is no form at all. The API answers it with 400. */
export class MalformedForm extends Error {}

/**
 * Reads `application/x-www-form-urlencoded` text with nested brackets, as the Stripe SDK writes it
 * (`line_items[0][price_data][currency]=usd`, also `expand[]=payment_intent`). Empty text is an empty record.
 */
export function parseFormBody(text: string): FormRecord {
  const root: FormRecord = Object.create(null) as FormRecord;
  const pairs = [...new URLSearchParams(text)];
  if (pairs.length > MAX_PAIRS) throw new MalformedForm(`Too many parameters: ${pairs.length}`);
  for (const [name, value] of pairs) place(root, pathOf(name), value);
  return withArrays(root) as FormRecord;
}

function pathOf(name: string): string[] {
  const match = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name);
  if (!match) throw new MalformedForm(`Invalid parameter name: ${name}`);
  const [, head = '', tail = ''] = match;
  const path = [head, ...[...tail.matchAll(/\[([^[\]]*)\]/g)].map((part) => part[1] ?? '')];
  if (path.length > MAX_DEPTH || path.some((part) => FORBIDDEN_KEYS.has(part))) {
    throw new MalformedForm(`Invalid parameter name: ${name}`);
  }
  return path;
}

function place(root: FormRecord, path: string[], value: string): void {
  let at = root;
  path.forEach((part, depth) => {
    // `list[]=x` has no index of its own: it takes the next free one.
    const key = part === '' ? String(Object.keys(at).length) : part;
    if (depth === path.length - 1) {
      at[key] = value;
      return;
    }
    const next = at[key] ?? (at[key] = Object.create(null) as FormRecord);
    if (typeof next === 'string' || Array.isArray(next))
      throw new MalformedForm(`Invalid parameter: ${path.join('.')}`);
    at = next;
  });
}

function withArrays(value: FormValue): FormValue {
  if (typeof value === 'string' || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, withArrays(inner)] as const);
  const isList = entries.length > 0 && entries.every(([key], index) => key === String(index));
  return isList ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}
