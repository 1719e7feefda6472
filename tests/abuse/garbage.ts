/**
 * What people, scripts and broken programs type where a number, an id, a date or a choice belongs. None of it
 * is one.
 */
export const GARBAGE: Readonly<Record<string, string>> = {
  nothing: '',
  'not a number': 'NaN',
  infinity: 'Infinity',
  negative: '-1',
  exponent: '1e9',
  'a sum': '1+1',
  hexadecimal: '0x10',
  'two commas': '1,5,2',
  'right-to-left marks': '\u202e001\u202c',
  'ten thousand digits': '9'.repeat(10_000),
  'a zero byte': '1\u00000',
  html: '<script>alert(1)</script>',
  'sql quotes': `1'; DROP TABLE "Order"; --`,
  formula: '=cmd|/c calc!A1',
  'line breaks': '1\r\nSet-Cookie: owned=1',
  'arabic digits': '\u0661\u0662',
  'an object': '{"$gt": ""}',
  emoji: '💰💰💰',
};

/** Paths that try to be an id. */
export const BAD_IDS = [
  '1',
  'undefined',
  '00000000-0000-0000-0000-00000000000g',
  '%00',
  '..%2f..%2fetc%2fpasswd',
  "'%20OR%201=1--",
  '{}',
  'x'.repeat(3000),
  '%E2%80%AE',
  '0190a5e0-0000-7000-8000-000000000000',
];
