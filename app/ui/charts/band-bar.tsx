import { classNames } from '#app/ui/class-names';
import { bandPositions, type BandPositions, type BandValue } from '#app/ui/charts/band-geometry';
import { placeLabels, textWidth } from '#app/ui/charts/label-layout';
import { percent } from '#app/ui/charts/percent';

export interface BandPoint {
  at: BandValue;
  label: string;
  /** As the reader writes it, short: the labels of the three points stand side by side. */
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

/** Widths for which the labels are laid out: a card on a 320 px phone, and anything wider than 448 px. */
const NARROW = 240;
const WIDE = 440;
const ROW = 40;

function Track({ positions, height }: { positions: BandPositions; height: number }) {
  const { low, mid, high } = positions;
  return (
    <svg className="band-track block w-full rounded-full" width="100%" height={height} aria-hidden="true">
      <rect x={percent(low)} width={percent(mid - low)} height={height} className="fill-green-pale" />
      <rect x={percent(mid)} width={percent(high - mid)} height={height} className="fill-green-mid" />
      {[low, mid, high].map((at, index) => (
        <line key={index} x1={percent(at)} x2={percent(at)} y2={height} className="stroke-green-deep" strokeWidth={1.5} />
      ))}
    </svg>
  );
}

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

function Labels({ points, positions, marker, width, className }: LabelsProps) {
  const spots = [positions.low, positions.mid, positions.high];
  const placed = placeLabels(
    points.map((point, index) => ({
      at: spots[index] ?? 0,
      width: Math.max(textWidth(point.value, 14.5), textWidth(point.label, 13)),
    })),
    width,
  );
  const rows = Math.max(...placed.map((label) => label.row)) + 1;
  const top = marker ? 28 : 4;
  const bottom = top + 14;
  const [markerAt] =
    marker && positions.marker !== null ? placeLabels([{ at: positions.marker, width: textWidth(marker, 14) }], width) : [];
  return (
    <svg className={classNames('plot relative', className)} width="100%" height={bottom + 8 + rows * ROW} aria-hidden="true">
      {placed.map((label, index) => {
        const y = bottom + 8 + label.row * ROW;
        const spot = spots[index] ?? 0;
        const point = points[index];
        return (
          <g key={index} textAnchor="middle">
            <line x1={percent(spot)} y1={bottom} x2={percent(label.at)} y2={y + 1} className="stroke-edge" />
            <text x={percent(label.at)} y={y + 14} className="fill-ink text-[0.90625rem] font-semibold">
              {point?.value}
            </text>
            <text x={percent(label.at)} y={y + 30} className="fill-soft text-[0.8125rem]">
              {point?.label}
            </text>
          </g>
        );
      })}
      {markerAt ? (
        <text x={percent(markerAt.at)} y={14} textAnchor="middle" className="fill-ink text-sm font-semibold">
          {marker}
        </text>
      ) : null}
      <Marker positions={positions} y={top + 7} size={9} />
    </svg>
  );
}

interface LabelsProps {
  points: BandPoint[];
  positions: BandPositions;
  marker: string | null;
  width: number;
  className: string;
}

/**
 * Low, middle and high point of a range with the zones below and above it, and where one value stands. Drawn in shares of
 * its width with text in true size, so that it reads the same on a phone and on a wide screen.
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
  const common = { points, positions, marker: marker?.label ?? null };
  return (
    <div role="img" aria-label={summary} className="@container relative my-3">
      <div className={classNames('absolute inset-x-0', marker ? 'top-7' : 'top-1')}>
        <Track positions={positions} height={14} />
      </div>
      <Labels {...common} width={NARROW} className="@md:hidden" />
      <Labels {...common} width={WIDE} className="hidden @md:block" />
    </div>
  );
}
