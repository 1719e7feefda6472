import { bandPositions } from '#app/ui/charts/band/band-geometry';
import { anchorLabel, spreadLabels, textWidth } from '#app/ui/charts/label-layout';
import { INK, type PdfPage } from './pdf-page.server';

export type PdfBandPoint = { at: bigint; value: string; label: string };
type PdfBand = { points: [PdfBandPoint, PdfBandPoint, PdfBandPoint]; marker: { at: bigint; label: string } | null };

/**
 * The colours of the bar on screen (ui/styles.css). The zones outside are striped, so that they show in black
 * and white too.
 */
const BELOW = { ground: '#f8ece7', stripe: '#eccfc3' };
const ABOVE_HIGH = { ground: '#fbf3e2', stripe: '#ecd5a6' };
const LOWER = '#a9cbbf';
const UPPER = '#6fa595';
const TICK = '#204f43';
const EDGE = '#8d8377';
const STRIPE = 7;
const TRACK = 12;
const ABOVE = 18;
const VALUE_SIZE = 9.5;
const LABEL_SIZE = 8.5;

/**
 * The band bar as on screen: the zones below and above, floor, fair and ceiling with their words, and the
 * price as a diamond.
 */
export function drawBand(page: PdfPage, { points, marker }: PdfBand): void {
  const { doc, width } = page;
  page.room(70);
  const left = doc.page.margins.left;
  const top = doc.y + ABOVE;
  const [low, mid, high] = points;
  const places = bandPositions({ low: low.at, mid: mid.at, high: high.at, marker: marker?.at ?? null });
  const x = (place: number) => left + (width * place) / 10_000;
  doc.save();
  doc.roundedRect(left, top, width, TRACK, TRACK / 2).clip();
  const box = (from: number, to: number) => ({ x: x(from), y: top, width: x(to) - x(from) });
  drawStripes(page, box(0, places.low), BELOW);
  drawStripes(page, box(places.high, 10_000), ABOVE_HIGH);
  doc.rect(x(places.low), top, x(places.mid) - x(places.low), TRACK).fill(LOWER);
  doc.rect(x(places.mid), top, x(places.high) - x(places.mid), TRACK).fill(UPPER);
  doc.restore();
  for (const place of [places.low, places.mid, places.high])
    doc
      .moveTo(x(place), top)
      .lineTo(x(place), top + TRACK)
      .lineWidth(1)
      .stroke(TICK);
  if (marker && places.marker !== null) {
    drawMarker(page, { x: x(places.marker), y: top + TRACK / 2, beyond: places.beyond });
    const over = anchorLabel({ at: places.marker, width: textWidth(marker.label, VALUE_SIZE) }, width);
    const shift = { start: 0, middle: 0.5, end: 1 }[over.anchor];
    page.line(marker.label, { size: VALUE_SIZE, weight: 700, x: x(over.at), y: top - ABOVE, shift });
  }
  drawLabels(page, points, { spots: [places.low, places.mid, places.high], top: top + TRACK });
  doc.y = top + TRACK + 40;
}

type Box = { x: number; y: number; width: number };

function drawStripes({ doc }: PdfPage, { x, y, width }: Box, { ground, stripe }: typeof BELOW): void {
  doc.save();
  doc.rect(x, y, width, TRACK).clip();
  doc.rect(x, y, width, TRACK).fill(ground);
  for (let at = x - TRACK; at < x + width; at += STRIPE)
    doc
      .moveTo(at, y + TRACK)
      .lineTo(at + TRACK, y)
      .lineWidth(STRIPE / 2.5)
      .stroke(stripe);
  doc.restore();
}

type Spot = { x: number; y: number; beyond: 'low' | 'high' | null };

/** A diamond, or an arrow at the end of the bar where the price lies beyond it. */
function drawMarker({ doc }: PdfPage, { x, y, beyond }: Spot): void {
  const size = 7;
  const back = beyond === 'low' ? size : -size;
  const corners = beyond
    ? [
        [x - back, y],
        [x + back, y - size],
        [x + back, y + size],
      ]
    : [
        [x, y - size],
        [x + size, y],
        [x, y + size],
        [x - size, y],
      ];
  doc
    .polygon(...corners)
    .lineWidth(1.5)
    .fillAndStroke(INK.ink, '#ffffff');
}

function drawLabels(
  page: PdfPage,
  points: readonly PdfBandPoint[],
  { spots, top }: { spots: readonly number[]; top: number },
): void {
  const { doc, width } = page;
  const left = doc.page.margins.left;
  const wishes = points.map(({ value, label }, index) => ({
    at: spots[index] ?? 0,
    width: Math.max(textWidth(value, VALUE_SIZE), textWidth(label, LABEL_SIZE)),
  }));
  // On a page as wide as this three amounts always fit. Where they should not, they still stand in the rows
  // below.
  for (const [index, middle] of (spreadLabels(wishes, width) ?? []).entries()) {
    const point = points[index];
    const x = left + (width * middle) / 10_000;
    const from = left + (width * (spots[index] ?? 0)) / 10_000;
    doc
      .moveTo(from, top)
      .lineTo(x, top + 7)
      .lineWidth(0.7)
      .stroke(EDGE);
    if (!point) continue;
    page.line(point.value, { size: VALUE_SIZE, weight: 700, x, y: top + 8, shift: 0.5 });
    page.line(point.label, { size: LABEL_SIZE, ink: 'soft', x, y: top + 21, shift: 0.5 });
  }
}
