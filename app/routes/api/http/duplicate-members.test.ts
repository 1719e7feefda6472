import { expect, it } from 'vitest';
import { duplicateMembers } from './duplicate-members';

it.each<[string, string[]]>([
  ['{"a": 1, "b": 2}', []],
  ['{"a": 1, "a": 1}', ['a']],
  ['{"a": 1, "\\u0061": 2}', ['a']],
  ['{"a": {"b": 1, "c": [{"d": 1}, {"d": 1, "d": 2}], "b": 3}}', ['a.c.1.d', 'a.b']],
  ['[{"a": 1}, {"a": 1}]', []],
  ['[[{"x": 1, "x": 2}], 5]', ['0.0.x']],
  ['{"a": {"a": {"a": 1}}, "": 1, "__proto__": 2, "__proto__": 3}', ['__proto__']],
  ['{"a": {"a": 1, "a": 2}}', ['a.a']],
  ['"text"', []],
])('%s names %j', (text, paths) => {
  expect(duplicateMembers(text)).toEqual(paths);
});
