/** Basis points as an SVG length: 1667 becomes "16.67%". */
export function percent(basisPoints: number): string {
  return `${basisPoints / 100}%`;
}
