import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { textWidth } from '#app/ui/charts/label-layout';
import { LineLegend } from '#app/ui/charts/line-legend';
import { pathNumber, plotNumber, plotTime } from '#app/ui/charts/plot-number';
import { tickIndexes, type Series } from '#app/ui/charts/series';
import { SeriesTable } from '#app/ui/charts/series-table';
import { FILL, inkAt, STROKE, type InkTone } from '#app/ui/tones';

export interface LineChartProps {
  /** Name of the chart, read aloud. */
  title: string;
  /** What one sees in it, in a sentence or two. */
  description: string;
  series: Series[];
  /** A tick of the value axis as the reader writes it. */
  formatY: (value: number) => string;
  /** Heading of the axis's unit, shown above it. */
  unit?: string;
  /** The axis starts at zero instead of near the lowest value. */
  fromZero?: boolean;
  height?: number;
  words: { table: string; x: string };
}

interface Drawn {
  series: Series;
  tone: InkTone;
  dots: { x: number; y: number | null; marked: boolean }[];
}

/** Width of the stretched box. Its units are shares, not pixels. */
const BOX = 1000;
const TOP = 10;

function drawSeries(list: Series[]): Drawn[] {
  return list.map((series, index) => ({
    series,
    tone: series.tone ?? inkAt(index),
    dots: series.points.map((point) => ({
      x: plotTime(point.x),
      y: plotNumber(point.value),
      marked: Boolean(point.mark),
    })),
  }));
}

function extent(values: number[]): [number, number] {
  return values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)];
}

/**
 * Lines over time, drawn on the server. The line stretches with the page, the text keeps its size, and a
 * table beside it holds every number.
 */
export function LineChart(props: LineChartProps) {
  const { title, description, series, formatY, unit, fromZero = false, height = 220, words } = props;
  const drawn = drawSeries(series);
  const values = drawn.flatMap((one) => one.dots.flatMap((dot) => (dot.y === null ? [] : [dot.y])));
  const [least, most] = extent(values);
  const y = scaleLinear([fromZero ? Math.min(0, least) : least, most], [height, TOP]).nice(4);
  const x = scaleLinear(extent(drawn.flatMap((one) => one.dots.map((dot) => dot.x))), [0, BOX]);
  const ticks = y.ticks(4);
  const axis = Math.max(...ticks.map((tick) => textWidth(formatY(tick), 12.5))) + 8;
  const longest = series.reduce<Series | undefined>(
    (best, one) => (one.points.length > (best?.points.length ?? 0) ? one : best),
    undefined,
  );
  const points = longest?.points ?? [];
  const few = tickIndexes(points.length, 3);
  const many = tickIndexes(points.length, 6);
  return (
    <figure>
      <LineLegend
        items={drawn.map(({ series: one, tone }) => ({
          label: one.label,
          tone,
          dashed: one.dashed,
          last: one.points.at(-1)?.text,
        }))}
      />
      {unit ? <p className="mb-1 text-[0.8125rem] text-soft">{unit}</p> : null}
      <div role="img" aria-label={`${title}. ${description}`} className="@container flex">
        <svg className="plot shrink-0" width={axis} height={height + 28} aria-hidden="true">
          {ticks.map((tick) => (
            <text key={tick} x={axis - 8} y={y(tick) + 4} textAnchor="end" className="fill-soft text-[0.78rem]">
              {formatY(tick)}
            </text>
          ))}
        </svg>
        <div className="min-w-0 flex-1 pr-1.5">
          <svg className="plot" width="100%" height={height + 28} aria-hidden="true">
            {ticks.map((tick) => (
              <line key={tick} x2="100%" y1={y(tick)} y2={y(tick)} className="stroke-line" />
            ))}
            <svg
              width="100%"
              height={height}
              viewBox={`0 0 ${BOX} ${height}`}
              preserveAspectRatio="none"
              className="overflow-visible"
            >
              {drawn.map((one) => (
                <Paths key={one.series.key} drawn={one} x={x} y={y} ground={height} />
              ))}
            </svg>
            {drawn.map((one) => (
              <Marks key={one.series.key} drawn={one} x={x} y={y} />
            ))}
            {drawn.map((one) => (
              <EndDot key={one.series.key} drawn={one} x={x} y={y} />
            ))}
            {[few, many].map((indexes, which) => (
              <g key={which} className={which === 0 ? '@md:hidden' : 'hidden @md:block'}>
                {indexes.map((index, order) => (
                  <text
                    key={index}
                    x={`${x(plotTime(points[index]?.x ?? '')) / (BOX / 100)}%`}
                    y={height + 20}
                    textAnchor={order === indexes.length - 1 ? 'end' : index === 0 ? 'start' : 'middle'}
                    className="fill-soft text-[0.78rem]"
                  >
                    {points[index]?.label}
                  </text>
                ))}
              </g>
            ))}
          </svg>
        </div>
      </div>
      <SeriesTable series={series} caption={title} words={words} />
    </figure>
  );
}

type Scale = (value: number) => number;
interface PathsProps {
  drawn: Drawn;
  x: Scale;
  y: Scale;
}

function Paths({ drawn, x, y, ground }: PathsProps & { ground: number }) {
  const { series, tone, dots } = drawn;
  const path = line<Drawn['dots'][number]>()
    .digits(1)
    .defined((dot) => dot.y !== null)
    .x((dot) => x(dot.x))
    .y((dot) => y(dot.y ?? 0));
  const under = area<Drawn['dots'][number]>()
    .digits(1)
    .defined((dot) => dot.y !== null)
    .x((dot) => x(dot.x))
    .y0(ground)
    .y1((dot) => y(dot.y ?? 0));
  return (
    <>
      {series.area ? <path d={under(dots) ?? undefined} className={FILL[tone]} fillOpacity={0.13} /> : null}
      <path
        d={path(dots) ?? undefined}
        className={`plot-line ${STROKE[tone]}`}
        strokeWidth={series.dashed ? 2 : 2.5}
        strokeDasharray={series.dashed ? '6 5' : undefined}
      />
    </>
  );
}

/** A ring around each marked point. */
function Marks({ drawn, x, y }: PathsProps) {
  return drawn.dots.map((dot) =>
    dot.marked && dot.y !== null ? (
      <circle
        key={dot.x}
        cx={`${pathNumber(x(dot.x) / (BOX / 100))}%`}
        cy={pathNumber(y(dot.y))}
        r={5}
        className={`${STROKE[drawn.tone]} fill-card`}
        strokeWidth={2}
      />
    ) : null,
  );
}

function EndDot({ drawn, x, y }: PathsProps) {
  const last = drawn.dots.filter((dot) => dot.y !== null).at(-1);
  if (!last || last.y === null) return null;
  return (
    <circle
      cx={`${pathNumber(x(last.x) / (BOX / 100))}%`}
      cy={pathNumber(y(last.y))}
      r={4.5}
      className={`${FILL[drawn.tone]} stroke-card`}
      strokeWidth={2}
    />
  );
}
