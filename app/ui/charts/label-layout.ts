export interface LabelWish {
  /** Where the label would stand best, in basis points of the width. */
  at: number;
  /** Width of its text in pixels. */
  width: number;
}

const GAP = 10;

/** About how wide a text is in pixels. A little too much rather than too little. */
export function textWidth(text: string, fontPixels: number): number {
  let units = 0;
  for (const char of text) units += unitsOf(char);
  return Math.ceil(units * fontPixels);
}

function unitsOf(char: string): number {
  if (/[mwMW@—]/u.test(char)) return 0.92;
  if (/[A-Z0-9À-Þ%+−]/u.test(char)) return 0.63;
  if (/[\s.,:;'’ijl|]/u.test(char)) return 0.34;
  return 0.58;
}

/**
 * Middles (basis points) of labels that stand on one row of `width` pixels, given from left to right: each as
 * near to its wish as it can without touching another or leaving the row. Null when they do not fit. In a
 * wider place the shares stay and only air is gained.
 */
export function spreadLabels(wishes: readonly LabelWish[], width: number): number[] | null {
  const total = wishes.reduce((sum, wish) => sum + wish.width, 0) + GAP * Math.max(0, wishes.length - 1);
  if (total > width) return null;
  const middles = wishes.map((wish) => (wish.at * width) / 10_000);
  let edge = 0;
  wishes.forEach((wish, index) => {
    const middle = Math.max(middles[index] ?? 0, edge + wish.width / 2);
    middles[index] = middle;
    edge = middle + wish.width / 2 + GAP;
  });
  edge = width;
  for (let index = wishes.length - 1; index >= 0; index -= 1) {
    const half = (wishes[index]?.width ?? 0) / 2;
    const middle = Math.min(middles[index] ?? 0, edge - half);
    middles[index] = middle;
    edge = middle - half - GAP;
  }
  return middles.map((middle) => Math.round((middle * 10_000) / width));
}

export interface AnchoredLabel {
  at: number;
  anchor: 'start' | 'middle' | 'end';
}

/** One label over a mark: in its middle, or flush with the end of the row that it would leave. */
export function anchorLabel({ at, width: textPixels }: LabelWish, width: number): AnchoredLabel {
  const half = (textPixels * 10_000) / width / 2;
  if (at < half) return { at: 0, anchor: 'start' };
  if (at > 10_000 - half) return { at: 10_000, anchor: 'end' };
  return { at, anchor: 'middle' };
}
