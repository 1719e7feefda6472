import { describe, expect, it } from 'vitest';
import { readDailyJson } from './daily-json/daily-json.server';

const hints = {
  publishedOn: null,
  fills: 'op.gold-licensed',
  series: new Map([
    ['op.gold-licensed', 'USD/ozt'],
    ['op.other', 'EUR/ozt'],
  ]),
};
const read = (value: unknown, fills = hints.fills) =>
  readDailyJson(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)), { ...hints, fills });

describe('a licensed feed of daily prices', () => {
  it('becomes averages of the months that are over, exactly', () => {
    const {
      publishedOn,
      read: months,
      vintage,
    } = read([
      { d: '2026-04-01', v: [4000.1, 3000, 3500] },
      { d: '2026-05-04', v: [4100.1, 0, null] },
      { d: '2026-05-05', v: [4100.2, 3000, 3500] },
      { d: '2026-05-06', v: [4100.2, 3000, 3500] },
      { d: '2026-06-01', v: [9999, 3000, 3500] },
    ]);
    expect([publishedOn, months]).toEqual(['2026-06-01', 2]);
    expect(vintage).toMatchObject({
      value: {
        figures: [
          { series: 'op.gold-licensed', period: '2026-04', value: '4000.1' },
          { series: 'op.gold-licensed', period: '2026-05', value: '4100.166667' },
        ],
      },
    });
  });

  it.each([
    ['2026-04-01', 'a Wednesday', true],
    ['2026-04-02', 'the day after it', false],
    ['2026-04-30', 'the end of a month', false],
    ['2026-08-03', 'the Monday after the first, a Saturday', true],
    ['2026-08-04', 'the day after it', false],
    ['2026-03-02', 'the Monday after the first, a Sunday', true],
    ['2026-01-02', 'the Friday after New Year', true],
    ['2027-01-04', 'the Monday after a New Year on a Friday', true],
    ['2027-01-05', 'the day after it', false],
  ])('gives the first month that it lists from %s, %s: %s', (d, _, isWhole) => {
    const { vintage } = read([d, '2027-05-03', '2027-06-01'].map((day) => ({ d: day, v: [4000] })));
    if (!vintage.ok) throw new Error(vintage.code);
    expect(vintage.value.figures.map(({ period }) => period)).toEqual([...(isWhole ? [d.slice(0, 7)] : []), '2027-05']);
  });

  it('leaves out days on which no price was made, and counts them', () => {
    const { vintage, daysWithoutPrice } = read([
      { d: '2026-05-01', v: [null, 1, null] },
      { d: '2026-05-04', v: [4100] },
      { d: '2026-05-05', v: [4102] },
      { d: '2026-06-01', v: [null] },
    ]);
    expect(daysWithoutPrice).toBe(2);
    expect(vintage).toMatchObject({ value: { publishedOn: '2026-06-01', figures: [{ value: '4101' }] } });
  });

  it('does not rewrite a closed month as its window moves on', () => {
    const january = Array.from({ length: 30 }, (_, index) => ({
      d: `2026-01-${String(index + 2).padStart(2, '0')}`,
      v: [4000 + index],
    }));
    const rest = [...'23456']
      .map((day) => ({ d: `2026-02-0${day}`, v: [4200] }))
      .concat({ d: '2026-03-02', v: [4300] });
    const periods = (from: number) => {
      const { vintage } = read([...january.slice(from), ...rest]);
      return vintage.ok ? vintage.value.figures.map(({ period, value }) => `${period} ${value}`) : vintage.code;
    };
    expect(periods(0)).toEqual(['2026-01 4014.5', '2026-02 4200']);
    expect(periods(1)).toEqual(['2026-02 4200']);
    expect(periods(29)).toEqual(['2026-02 4200']);
  });

  it.each<[string, unknown, string, object?]>([
    ['no JSON', '{', 'json-broken'],
    ['an object', {}, 'json-layout', { path: '$' }],
    ['no days', [], 'json-layout'],
    ['a day that is none', [{ d: '2026-02-30', v: [1] }], 'json-date', { path: '$[0].d' }],
    [
      'a day twice',
      [
        { d: '2026-02-01', v: [1] },
        { d: '2026-02-01', v: [1] },
      ],
      'json-twice',
      { path: '$[1].d', found: '2026-02-01' },
    ],
    ['no list of values', [{ d: '2026-02-01', v: 5 }], 'json-layout', { path: '$[0].v' }],
    ['text for a price', [{ d: '2026-02-01', v: ['5'] }], 'json-value', { path: '$[0].v[0]' }],
    [
      'only days without a price',
      [
        { d: '2026-02-02', v: [null] },
        { d: '2026-03-02', v: [5] },
      ],
      'json-no-month',
    ],
    ['infinity', '[{"d":"2026-02-01","v":[1e999]}]', 'json-value'],
    ['zero', [{ d: '2026-02-01', v: [0] }], 'json-value'],
    ['one unfinished month', [{ d: '2026-02-01', v: [5] }], 'json-no-month'],
    [
      'the end of one month and the beginning of another',
      [
        { d: '2026-02-27', v: [5] },
        { d: '2026-03-02', v: [5] },
      ],
      'json-no-month',
    ],
  ])('is refused with %s', (_, value, code, params = {}) => {
    expect(read(value).vintage).toMatchObject({ ok: false, code, params });
  });

  it('is refused for a series that is not there, or not in US dollars', () => {
    const days = [
      { d: '2026-02-01', v: [5] },
      { d: '2026-03-01', v: [5] },
    ];
    expect(read(days, 'op.nothing').vintage).toMatchObject({ code: 'series-unknown' });
    expect(read(days, 'op.other').vintage).toMatchObject({ code: 'series-unit' });
  });
});
