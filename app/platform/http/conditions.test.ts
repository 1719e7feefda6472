import { describe, expect, it } from 'vitest';
import { conditionsOf, isUnchanged } from './conditions.server';

const etag = 'W/"abc"';
const lastModified = 'Mon, 01 Jun 2026 08:00:00 GMT';
const unchanged = (headers: Record<string, string>) =>
  isUnchanged(conditionsOf(new Headers(headers)), { etag, lastModified });

describe('a copy that a browser has', () => {
  it.each([
    [{ 'If-None-Match': 'W/"abc"' }, true],
    [{ 'If-None-Match': '"abc"' }, true],
    [{ 'If-None-Match': '"x", W/"abc"' }, true],
    [{ 'If-None-Match': '*' }, true],
    [{ 'If-None-Match': '"x"' }, false],
    [{ 'If-None-Match': '"x"', 'If-Modified-Since': lastModified }, false],
    [{ 'If-Modified-Since': lastModified }, true],
    [{ 'If-Modified-Since': 'Mon, 01 Jun 2026 07:59:59 GMT' }, false],
    [{ 'If-Modified-Since': 'yesterday' }, false],
    [{}, false],
  ])('%j: is still the answer: %s', (headers, expected) => {
    expect(unchanged(headers as Record<string, string>)).toBe(expected);
  });

  it('is not told by time where an answer has none', () => {
    expect(isUnchanged({ 'if-modified-since': lastModified }, { etag })).toBe(false);
  });
});
