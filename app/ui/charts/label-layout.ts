export interface LabelWish {
  /** Where the label would stand best, in basis points of the width. */
  at: number;
  /** Width of its text in pixels. */
  width: number;
}

export interface PlacedLabel {
  /** Middle of the label in basis points of the width. */
  at: number;
  /** 0 is the row nearest to the bar. */
  row: number;
}

const GAP = 10;

/** About how wide a text is; a little too much rather than too little. Capitals and signs count as wide. */
export function textWidth(text: string, fontPixels: number): number {
  let units = 0;
  for (const char of text) units += /[mwMW@—]/u.test(char) ? 0.92 : /[A-Z0-9À-Þ%+−]/u.test(char) ? 0.64 : /[ .,:;'ijl|]/u.test(char) ? 0.34 : 0.58;
  return Math.ceil(units * fontPixels);
}

/** Moves the labels of one row apart so that none touches another or leaves the width; null when they cannot fit. */
function spreadRow(wishes: readonly LabelWish[], width: number): number[] | null {
  const total = wishes.reduce((sum, wish) => sum + wish.width, 0) + GAP * Math.max(0, wishes.length - 1);
  if (total > width) return null;
  const centres = wishes.map((wish) => (wish.at * width) / 10_000);
  let edge = 0;
  wishes.forEach((wish, index) => {
    const centre = Math.max(centres[index] ?? 0, edge + wish.width / 2);
    centres[index] = centre;
    edge = centre + wish.width / 2 + GAP;
  });
  edge = width;
  for (let index = wishes.length - 1; index >= 0; index -= 1) {
    const half = (wishes[index]?.width ?? 0) / 2;
    const centre = Math.min(centres[index] ?? 0, edge - half);
    centres[index] = centre;
    edge = centre - half - GAP;
  }
  return centres;
}

/**
 * Places labels (given from left to right) under a bar of `width` pixels: on one row if they fit, else the even ones on
 * the first row and the odd ones on the second, else one to a row. Wider bars keep the shares and only gain air.
 */
export function placeLabels(wishes: readonly LabelWish[], width: number): PlacedLabel[] {
  const arrangements = [wishes.map(() => 0), wishes.map((_, index) => index % 2), wishes.map((_, index) => index)];
  for (const rows of arrangements) {
    const placed = placeInRows(wishes, rows, width);
    if (placed) return placed;
  }
  return wishes.map((_, row) => ({ at: 5000, row }));
}

function placeInRows(wishes: readonly LabelWish[], rows: readonly number[], width: number): PlacedLabel[] | null {
  const placed: PlacedLabel[] = wishes.map(() => ({ at: 0, row: 0 }));
  for (const row of new Set(rows)) {
    const members = wishes.flatMap((wish, index) => (rows[index] === row ? [{ wish, index }] : []));
    const centres = spreadRow(
      members.map((member) => member.wish),
      width,
    );
    if (!centres) return null;
    members.forEach((member, order) => {
      placed[member.index] = { at: Math.round(((centres[order] ?? 0) * 10_000) / width), row };
    });
  }
  return placed;
}
