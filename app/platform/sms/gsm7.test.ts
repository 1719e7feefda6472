import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smsLength, toGsm7 } from './gsm7';

describe('toGsm7', () => {
  it('keeps what phones can write, and writes the rest plainly', () => {
    expect(toGsm7('Preço médio: 1\u202f234,5 € – não')).toBe('Preco médio: 1 234,5 € - nao');
    expect(toGsm7('Or doré 900‰ × 2')).toBe('Or doré 900/1000 x 2');
    expect(toGsm7('金')).toBe('?');
  });

  it('gives only letters of the alphabet, and changes them no more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = toGsm7(text);
        expect(toGsm7(once)).toBe(once);
      }),
    );
  });
});

describe('smsLength', () => {
  it('counts as a gateway does: 160 in one, 153 in each of several, some characters twice', () => {
    expect(smsLength('a'.repeat(160))).toEqual({ characters: 160, messages: 1 });
    expect(smsLength('a'.repeat(161))).toEqual({ characters: 161, messages: 2 });
    expect(smsLength('€')).toEqual({ characters: 2, messages: 1 });
    expect(smsLength('a'.repeat(307))).toEqual({ characters: 307, messages: 3 });
  });
});
