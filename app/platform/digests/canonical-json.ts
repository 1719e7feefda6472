/**
 * JSON Canonicalization Scheme, RFC 8785: one text per value, so that a hash means something. Members sorted by UTF-16
 * code units, no white space, strings and numbers as ECMAScript serialises them (§3.2.2). A member that is undefined is
 * left out, as in JSON.stringify; everything that JSON cannot say (NaN, bigint, lone surrogates, Date) throws: a bug.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || value === true || value === false) return String(value);
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('JSON has no NaN and no infinity');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (isPlainObject(value)) {
    const members = Object.keys(value)
      .filter((key) => value[key] !== undefined)
      .sort(byCodeUnit)
      .map((key) => `${canonicalString(key)}:${canonicalJson(value[key])}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`Not JSON: ${typeof value}`);
}

function canonicalString(text: string): string {
  if (/\p{Cs}/u.test(text)) throw new TypeError('A lone surrogate has no UTF-8');
  return JSON.stringify(text);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
