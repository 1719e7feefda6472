import { expect, it } from 'vitest';
import { boundaryOf, countParts, countUrlencodedFields } from './count-fields';

it.each([
  ['', 0],
  ['a', 1],
  ['a=1&b=2', 2],
  ['&&&', 4],
])('%j has at most %i fields', (text, count) => {
  expect(countUrlencodedFields(Buffer.from(text))).toBe(count);
});

it('counts the beginnings of parts', () => {
  expect(countParts(Buffer.from('--x\r\na\r\n--x\r\nb\r\n--x--'), 'x')).toBe(3);
  expect(countParts(Buffer.from('nothing'), 'x')).toBe(0);
});

it.each([
  ['multipart/form-data; boundary=----WebKitFormBoundaryAb1', '----WebKitFormBoundaryAb1'],
  ['multipart/form-data; boundary="a b"', 'a b'],
  ['multipart/form-data; Boundary=x; charset=utf-8', 'x'],
  ['multipart/form-data', null],
  ['multipart/form-data; boundary=', null],
  [`multipart/form-data; boundary=${'x'.repeat(71)}`, null],
])('%s names its boundary', (type, boundary) => {
  expect(boundaryOf(type)).toBe(boundary);
});
