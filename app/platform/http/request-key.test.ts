import { describe, expect, it } from 'vitest';
import { requestKey, splitRequestKey } from './request-key.server';

type Fields = [name: string, value: string][];

const FIELDS: Fields = [
  ['requestId', 'r-1'],
  ['intent', 'attach'],
  ['kind', 'photo'],
];

function keyOf(fields: Fields, bytes?: string, name = 'image.jpg'): string {
  const file = bytes === undefined ? [] : [['file', { name, bytes: new TextEncoder().encode(bytes) }] as const];
  return requestKey({ fields, files: new Map(file) });
}

describe('the key of a form', () => {
  it('is the same for the same content, in whatever order it was sent', () => {
    expect(keyOf([...FIELDS].reverse(), 'red')).toBe(keyOf(FIELDS, 'red'));
  });

  it('is another for a second photo of one name', () => {
    expect(keyOf(FIELDS, 'blue')).not.toBe(keyOf(FIELDS, 'red'));
    expect(keyOf(FIELDS, 'red', 'other.jpg')).not.toBe(keyOf(FIELDS, 'red'));
    expect(keyOf(FIELDS)).not.toBe(keyOf(FIELDS, 'red'));
  });

  it('is another for any field that differs, is missing or was sent twice', () => {
    const base = keyOf(FIELDS);
    expect(keyOf([...FIELDS, ['note', '']])).not.toBe(base);
    expect(keyOf([...FIELDS, ['kind', 'photo']])).not.toBe(base);
    expect(keyOf([...FIELDS.slice(0, 2), ['kind', 'assay']])).not.toBe(base);
  });

  it('cannot be forged by moving text between a name and a value', () => {
    const one = keyOf([
      ['requestId', 'r'],
      ['a', 'b","c'],
    ]);
    const other = keyOf([
      ['requestId', 'r'],
      ['a","b', 'c'],
    ]);
    expect(one).not.toBe(other);
  });

  it('comes apart into the id and the digest, and a bare id stays bare', () => {
    const { id, contentSha256 } = splitRequestKey(keyOf(FIELDS, 'red'));
    expect(id).toBe('r-1');
    expect(contentSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(splitRequestKey('r-1')).toEqual({ id: 'r-1', contentSha256: null });
  });

  it('is none without a request id', () => {
    expect(keyOf(FIELDS.slice(1), 'red')).toBe('');
    expect(keyOf([['requestId', ' '], ...FIELDS.slice(1)])).toBe('');
  });
});
