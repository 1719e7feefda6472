import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json';

describe('canonicalJson', () => {
  it('writes the example of RFC 8785 §3.2.2 and §3.2.3', () => {
    const example = {
      numbers: [JSON.parse('333333333.33333329') as number, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts members by UTF-16 code units', () => {
    const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    expect(canonicalJson(keys)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
  });

  it('does not depend on the order of members and says the same as JSON', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ stringUnit: 'grapheme' })),
        (object) => {
          const turned = Object.fromEntries(Object.entries(object).reverse());
          expect(canonicalJson({ ...turned })).toBe(canonicalJson({ ...object }));
          expect(JSON.parse(canonicalJson({ ...object }))).toEqual(JSON.parse(JSON.stringify(object)));
        },
      ),
    );
  });

  it.each([NaN, Infinity, 1n, new Date(0), '\ud800', [undefined], () => 1])(
    'throws on what JSON cannot say',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );

  it('keeps the bytes of what was published: nested, in every script, with every kind of number', () => {
    const text = canonicalJson({
      ß: { a: [], b: {}, z: null },
      prices: [{ é: 'Éclair 鉱物 🪨', amount: '118023.02' }, { amount: '-0.10' }],
      numbers: [0, -0, 1, 1.0, 100, 1e21, 1e-7, 123456789.123, 5e-324, 0.1 + 0.2],
      quoted: 'tab\t line\n quote" back\\ nul\u0000 del\u007f sep\u2028',
      left: undefined,
    });
    expect(createHash('sha256').update(text).digest('hex')).toBe(
      '686098700d08cd97dd174ca5e99cbe2d5cf16d56728f8c8243d57a80c82fce6c',
    );
  });
});
