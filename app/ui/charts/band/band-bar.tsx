import { classNames } from '#app/ui/class-names';
import { bandPositions, type BandPositions, type BandValue } from '#app/ui/charts/band/band-geometry';
import { BandKey } from '#app/ui/charts/band/band-key';
import { anchorLabel, spreadLabels, textWidth, type AnchoredLabel } from '#app/ui/charts/label-layout';
import { percent } from '#app/ui/charts/percent';

export interface BandPoint {
  at: BandValue;
  label: string;
  /** As the reader writes it. */
  value: string;
}

export interface BandBarProps {
  low: BandPoint;
  mid: BandPoint;
  high: BandPoint;
  marker?: { at: BandValue; label: string } | null;
  /** The whole picture in one sentence, for who does not see it. */
  summary: string;
  /** `sm` for lists: the bar and its marker alone. */
  size?: 'sm' | 'lg';
}

/**
 * The least widths for which labels are laid out, and when each is shown: the first is a card on a 320 px
 * phone.
 */
const LAYOUTS = [
  { width: 240, shown: '@min-[22rem]:hidden' },
  { width: 350, shown: 'hidden @min-[22rem]:block @min-[28rem]:hidden' },
  { width: 446, shown: 'hidden @min-[28rem]:block' },
] as const;

const TRACK = 14;
const ABOVE = 28;

function Track({ positions, height }: { positions: BandPositions; height: number }) {
  const { low, mid, high } = positions;
  return (
    <svg className="band-track block w-full rounded-full" width="100%" height={height} aria-hidden="true">
      <rect x={percent(low)} width={percent(mid - low)} height={height} className="fill-green-pale" />
      <rect x={percent(mid)} width={percent(high - mid)} height={height} className="fill-green-mid" />
      {[low, mid, high].map((at, index) => (
        <line
          key={index}
          x1={percent(at)}
          x2={percent(at)}
          y2={height}
          className="stroke-green-deep"
          strokeWidth={1.5}
        />
      ))}
    </svg>
  );
}

/** A diamond where the value stands, or an arrow at the end of the bar when it lies beyond. */
function Marker({ positions, y, size }: { positions: BandPositions; y: number; size: number }) {
  if (positions.marker === null) return null;
  const shape = {
    inside: `M0-${size} ${size} 0 0 ${size}-${size} 0z`,
    low: `M-${size} 0 ${size}-${size}V${size}z`,
    high: `M${size} 0-${size}-${size}V${size}z`,
  }[positions.beyond ?? 'inside'];
  return (
    <svg x={percent(positions.marker)} y={y} className="overflow-visible">
      <path d={shape} className="fill-ink stroke-white" strokeWidth={2} strokeLinejoin="round" />
    </svg>
  );
}

interface Layout {
  spots: readonly number[];
  /** Middles of the three labels, or null when they must become a list. */
  middles: number[] | null;
  over: AnchoredLabel | null;
}

function layOut(points: readonly BandPoint[], positions: BandPositions, marker: string | null, width: number): Layout {
  const spots = [positions.low, positions.mid, positions.high];
  const wishes = points.map((point, index) => ({
    at: spots[index] ?? 0,
    width: Math.max(textWidth(point.value, 14.5), textWidth(point.label, 13)),
  }));
  const over =
    marker && positions.marker !== null
      ? anchorLabel({ at: positions.marker, width: textWidth(marker, 14) }, width)
      : null;
  return { spots, middles: spreadLabels(wishes, width), over };
}

/** The layouts that differ, each with the class that shows it where it fits. */
function layoutsOf(points: readonly BandPoint[], positions: BandPositions, marker: string | null) {
  const all = LAYOUTS.map(({ width, shown }) => ({ shown, layout: layOut(points, positions, marker, width) }));
  const [first] = all;
  const same = first && all.every(({ layout }) => JSON.stringify(layout) === JSON.stringify(first.layout));
  return same ? [{ shown: '', layout: first.layout }] : all;
}

interface LayerProps {
  points: readonly BandPoint[];
  positions: BandPositions;
  marker: string | null;
  layout: Layout;
  shown: string;
}

/** Marker and labels in one layout. Labels that do not fit side by side become a list. */
function Layer({ points, positions, marker, layout, shown }: LayerProps) {
  const { spots, middles, over } = layout;
  const bottom = (marker ? ABOVE : 4) + TRACK;
  return (
    <div className={classNames('relative', shown)}>
      <svg className="plot" width="100%" height={bottom + (middles ? 46 : 8)} aria-hidden="true">
        {over ? (
          <text x={percent(over.at)} y={14} textAnchor={over.anchor} className="fill-ink text-sm font-semibold">
            {marker}
          </text>
        ) : null}
        {middles?.map((at, index) => (
          <g key={index} textAnchor="middle">
            <line
              x1={percent(spots[index] ?? 0)}
              y1={bottom}
              x2={percent(at)}
              y2={bottom + 9}
              className="stroke-edge"
            />
            <text x={percent(at)} y={bottom + 22} className="fill-ink text-[0.90625rem] font-semibold">
              {points[index]?.value}
            </text>
            <text x={percent(at)} y={bottom + 38} className="fill-soft text-[0.8125rem]">
              {points[index]?.label}
            </text>
          </g>
        ))}
        <Marker positions={positions} y={bottom - TRACK / 2} size={9} />
      </svg>
      {middles ? null : <BandKey points={points} />}
    </div>
  );
}

/**
 * Low, middle and high point of a range with the zones below and above it, and where one value stands. Drawn
 * in shares of its width with text in true size, so that it reads the same on a phone and on a wide screen.
 */
export function BandBar({ low, mid, high, marker = null, summary, size = 'lg' }: BandBarProps) {
  const positions = bandPositions({ low: low.at, mid: mid.at, high: high.at, marker: marker?.at ?? null });
  if (size === 'sm') {
    return (
      <div role="img" aria-label={summary} className="relative min-w-24 py-1.5">
        <Track positions={positions} height={8} />
        <svg className="plot absolute inset-0" width="100%" height={20} aria-hidden="true">
          <Marker positions={positions} y={10} size={7} />
        </svg>
      </div>
    );
  }
  const points = [low, mid, high];
  const label = marker?.label ?? null;
  return (
    <div role="img" aria-label={summary} className="@container relative my-3">
      <div className={classNames('absolute inset-x-0', marker ? 'top-7' : 'top-1')}>
        <Track positions={positions} height={TRACK} />
      </div>
      {layoutsOf(points, positions, label).map(({ shown, layout }) => (
        <Layer key={shown} shown={shown} layout={layout} points={points} positions={positions} marker={label} />
      ))}
    </div>
  );
}
