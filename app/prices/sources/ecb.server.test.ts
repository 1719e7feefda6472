import { describe, expect, it } from 'vitest';
import { ecbFile } from '#tests/support/examples/ecb-file';
import { readEcb } from './ecb/ecb.server';

const read = (text: string | Buffer) => readEcb(Buffer.from(text));
const codeOf = async (text: string | Buffer) => {
  const { vintage } = await read(text);
  return vintage.ok ? 'ok' : vintage.code;
};

describe('the European Central Bank file', () => {
  it('gives units of each currency that we know for one euro, by day, and its newest day as its date', async () => {
    const file = ecbFile({
      '2026-06-01': { USD: '1.0812', GBP: '0.8411', DKK: '7.4601', XTS: '2' },
      '2026-05-29': { USD: '1.0790' },
    });
    const { publishedOn, read: count, passedOver, vintage } = await read(file);
    expect([publishedOn, count, passedOver]).toEqual(['2026-06-01', 4, ['XTS']]);
    expect(vintage).toMatchObject({
      ok: true,
      value: {
        publishedOn: '2026-06-01',
        figures: [
          { series: 'EUR/USD', period: '2026-06-01', value: '1.0812' },
          { series: 'EUR/GBP', period: '2026-06-01', value: '0.8411' },
          { series: 'EUR/DKK', period: '2026-06-01', value: '7.4601' },
          { series: 'EUR/USD', period: '2026-05-29', value: '1.079' },
        ],
      },
    });
  });

  it('is named and counted in all that is wrong with it', async () => {
    const file = ecbFile({
      '2026-06-01': { USD: '1.08', GBP: 'NaN' },
      '2026-02-30': { USD: '1.08', GBP: '0.84' },
      '2026-05-29': { USD: '-1', GBP: '0.84' },
    });
    const { vintage, read: count, publishedOn } = await read(file);
    expect([publishedOn, count]).toEqual(['2026-06-01', 6]);
    if (vintage.ok) throw new Error('not refused');
    expect(vintage).toMatchObject({ code: 'xml-rate', params: { currency: 'GBP' }, rows: { more: 0 } });
    expect(vintage.rows?.named.map(({ messageKey }) => messageKey)).toEqual([
      'pricing:import.xmlRate',
      'pricing:import.xmlDate',
      'pricing:import.xmlRate',
    ]);
  });

  const good = ecbFile({ '2026-06-01': { USD: '1.08' } });
  const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>`;
  const outside = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>`;
  it.each([
    ['entity expansion', laughs, 'xml-unsafe'],
    ['an external entity', outside, 'xml-unsafe'],
    ['nesting without end', '<a>'.repeat(100_000), 'xml-unsafe'],
    ['a cut-off file', good.slice(0, 300), 'xml-broken'],
    ['no XML at all', 'PK\u0003\u0004', 'xml-broken'],
    ['nothing', '', 'xml-broken'],
    ['text that is no UTF-8', Buffer.from([0x3c, 0x61, 0xff, 0xfe]), 'xml-broken'],
    ['another XML', '<rss><Cube time="2026-06-01"><Cube currency="USD" rate="1"/></Cube></rss>', 'xml-layout'],
    ['no rates', ecbFile({}), 'xml-layout'],
    ['30 February', ecbFile({ '2026-02-30': { USD: '1.08' } }), 'xml-date'],
    ['a rate without a day', good.replace("time='2026-06-01'", 'day="x"'), 'xml-date'],
    ['a rate of zero', ecbFile({ '2026-06-01': { USD: '0.0' } }), 'xml-rate'],
    ['NaN', ecbFile({ '2026-06-01': { USD: 'NaN' } }), 'xml-rate'],
    ['an exponent', ecbFile({ '2026-06-01': { USD: '1e3' } }), 'xml-rate'],
    ['a negative rate', ecbFile({ '2026-06-01': { USD: '-1.08' } }), 'xml-rate'],
    ['a mark of direction', ecbFile({ '2026-06-01': { USD: '\u202e80.1' } }), 'xml-rate'],
    ['a currency twice', good.replace('</Cube></Cube>', "<Cube currency='USD' rate='1'/></Cube></Cube>"), 'xml-twice'],
  ])('is refused with %s', async (_, text, code) => {
    expect(await codeOf(text)).toBe(code);
  });
});
