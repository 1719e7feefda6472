import canonicalize from 'canonicalize';

/**
 * JSON Canonicalization Scheme, RFC 8785: one text per value, so that a hash means something.
 * A member that is undefined is left out, as in JSON.stringify.
 * The library writes what it can of anything; what JSON cannot say (NaN, bigint, lone surrogates, Date) is a bug and throws here.
 */
export function canonicalJson(value: unknown): string {
  requireJson(value);
  return canonicalize(value) as string;
}

function requireJson(value: unknown): void {
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'string') return requireUtf8(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('JSON has no NaN and no infinity');
  } else if (Array.isArray(value)) {
    // Holes too: forEach would pass over them.
    for (const one of value as unknown[]) requireJson(one);
  } else if (isPlainObject(value)) {
    for (const [key, member] of Object.entries(value)) {
      requireUtf8(key);
      if (member !== undefined) requireJson(member);
    }
  } else {
    throw new TypeError(`Not JSON: ${typeof value}`);
  }
}

function requireUtf8(text: string): void {
  if (/\p{Cs}/u.test(text)) throw new TypeError('A lone surrogate has no UTF-8');
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
