import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { BandBar } from './band/band-bar';
import { LineChart } from './line-chart';
import { tickIndexes } from './series';
import { SplitBar } from './split-bar';

const point = (at: bigint, label: string, value: string) => ({ at, label, value });

describe('BandBar', () => {
  const bar = (value: string) =>
    renderToStaticMarkup(
      <BandBar
        low={point(100n, 'low', value)}
        mid={point(110n, 'mid', value)}
        high={point(120n, 'high', value)}
        marker={{ at: 110n, label: 'here' }}
        summary="Here is in the middle."
      />,
    );

  it('is one picture with one sentence, drawn without style attributes', () => {
    const markup = bar('100');
    expect(markup).toContain('aria-label="Here is in the middle."');
    expect(markup).not.toContain('style=');
    expect(markup).not.toContain('<li ');
  });

  it('is drawn once where all widths look the same', () => {
    expect(bar('100').match(/>here</g)).toHaveLength(1);
    expect(bar('1,000,000').match(/>here</g)).toHaveLength(3);
  });

  it('turns values that are too long for a phone into lines', () => {
    expect(bar('TZS 305,679,622')).toContain('<li ');
  });
});

describe('SplitBar', () => {
  it('says in numbers what the bar shows', () => {
    const markup = renderToStaticMarkup(
      <SplitBar
        summary="Most stays."
        words={{ caption: 'Parts', part: 'Part', value: 'USD', share: 'Share' }}
        parts={[
          { key: 'a', label: 'Stays', weight: 75n, value: '75.00', share: '75%' },
          { key: 'b', label: 'Goes', weight: 25n, value: '25.00', share: '25%' },
        ]}
        total={{ label: 'All', value: '100.00', share: '100%' }}
      />,
    );
    for (const text of ['width="75%"', 'x="75%"', '75.00', '25.00', '100.00']) expect(markup).toContain(text);
    expect(markup).not.toContain('style=');
  });
});

describe('LineChart', () => {
  const chart = (values: (string | null)[]) =>
    renderToStaticMarkup(
      <LineChart
        title="Trend"
        description="It rises."
        series={[
          {
            key: 's',
            label: 'series',
            points: values.map((value, index) => ({
              x: `2026-0${index + 1}`,
              label: `M${index + 1}`,
              value,
              text: value ?? 'none',
            })),
          },
        ]}
        formatY={(value) => `${value} u`}
        words={{ table: 'Numbers', x: 'Month' }}
      />,
    );

  it('rings a marked point, and says in the table why', () => {
    const points = ['1', '2', '3'].map((value, index) => ({
      x: `2026-0${index + 1}`,
      label: value,
      value,
      text: value,
    }));
    const draw = (mark?: string) =>
      renderToStaticMarkup(
        <LineChart
          title="Trend"
          description="It rises."
          series={[{ key: 's', label: 'series', points: points.map((one, at) => (at === 1 ? { ...one, mark } : one)) }]}
          formatY={(value) => `${value}`}
          words={{ table: 'Numbers', x: 'Month' }}
        />,
      );
    const circles = (markup: string) => markup.match(/<circle/g)?.length;
    expect([circles(draw()), circles(draw('corrected'))]).toEqual([1, 2]);
    expect(draw('corrected')).toContain('2 (corrected)');
  });

  it('holds every number in its table, the newest first', () => {
    const markup = chart(['1.5', null, '3']);
    expect(markup).toContain('aria-label="Trend. It rises."');
    expect(markup.indexOf('>M3</span>')).toBeLessThan(markup.indexOf('>M1</span>'));
    expect(markup).toContain('none');
  });

  it('draws nothing that is not a number', () => {
    for (const markup of [chart([]), chart([null]), chart(['7']), chart(['7', '7'])])
      expect(markup).not.toMatch(/NaN|Infinity/);
  });
});

describe('tickIndexes', () => {
  it('ends with the last point and keeps even distances', () => {
    expect(tickIndexes(12, 6)).toEqual([1, 3, 5, 7, 9, 11]);
    expect(tickIndexes(120, 6)).toEqual([23, 47, 71, 95, 119]);
    expect(tickIndexes(1, 6)).toEqual([0]);
    expect(tickIndexes(0, 6)).toEqual([]);
  });
});
