import { describe, expect, it } from 'vitest';
import { MalformedForm, parseFormBody } from './form-body';

describe('parseFormBody', () => {
  it('reads nested brackets and indexed lists as the SDK writes them', () => {
    const text =
      'mode=payment&line_items[0][price_data][currency]=usd&line_items[0][quantity]=1&line_items[1][quantity]=2&metadata[order]=a%26b';
    expect(parseFormBody(text)).toEqual({
      mode: 'payment',
      line_items: [{ price_data: { currency: 'usd' }, quantity: '1' }, { quantity: '2' }],
      metadata: { order: 'a&b' },
    });
  });

  it('reads lists without an index and escaped brackets', () => {
    expect(parseFormBody('expand[]=a&expand[]=b')).toEqual({ expand: ['a', 'b'] });
    expect(parseFormBody('expand%5B0%5D=a')).toEqual({ expand: ['a'] });
  });

  it('gives an empty record for an empty body', () => {
    expect(parseFormBody('')).toEqual({});
  });

  it.each(['__proto__[x]=1', 'a[__proto__][x]=1', 'a[constructor]=1', 'a[b=1', '[x]=1', 'a=1&a[b]=2'])(
    'refuses %s',
    (text) => {
      expect(() => parseFormBody(text)).toThrow(MalformedForm);
    },
  );

  it('refuses too deep and too many parameters', () => {
    expect(() => parseFormBody(`a${'[b]'.repeat(9)}=1`)).toThrow(MalformedForm);
    expect(() => parseFormBody(Array.from({ length: 1_001 }, (_, index) => `k${index}=1`).join('&'))).toThrow(
      MalformedForm,
    );
  });
});
