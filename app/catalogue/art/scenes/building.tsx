import type { Palette } from '#app/catalogue/art/palettes';

interface BuildingProps {
  c: Palette;
}

/** Rows of bricks laid in bond; every third one has come out darker. */
export function Bricks({ c }: BuildingProps) {
  const rows = [
    { y: 138, x: 66 },
    { y: 114, x: 92 },
    { y: 90, x: 66 },
    { y: 66, x: 118 },
  ];
  const counts = [4, 3, 3, 2];
  return (
    <>
      {rows.map((row, level) =>
        Array.from({ length: counts[level] ?? 0 }, (_, index) => {
          const x = row.x + index * 50;
          const dark = (index * 2 + level) % 3 === 1;
          return (
            <g key={`${level}-${index}`}>
              <path d={`M${x} ${row.y}h47v21H${x + 1}z`} fill={dark ? c.dark : c.mid} />
              <path d={`M${x} ${row.y}l5-4h46l-4 4z`} fill={c.light} />
              <path d={`M${x + 9} ${row.y + 8}h9M${x + 26} ${row.y + 14}h7`} stroke={c.ink} strokeWidth="2" strokeLinecap="round" opacity=".35" />
            </g>
          );
        }),
      )}
    </>
  );
}

/** Curved roof tiles in three courses. */
export function Tiles({ c }: BuildingProps) {
  return (
    <>
      {[0, 1, 2].map((course) =>
        [0, 1, 2, 3].map((index) => {
          const x = 62 + index * 48 + (course % 2) * 12 - course * 2;
          const y = 56 + course * 32;
          return (
            <g key={`${course}-${index}`}>
              <path d={`M${x} ${y}h44v30c0 10-8 17-22 17s-22-7-22-17z`} fill={(index + course) % 3 === 0 ? c.dark : c.mid} />
              <path d={`M${x + 6} ${y}h9v36c-5-2-9-5-9-10z`} fill={c.light} />
              <path d={`M${x} ${y + 30}c0 10 8 17 22 17s22-7 22-17`} fill="none" stroke={c.ink} strokeWidth="2" opacity=".4" />
            </g>
          );
        }),
      )}
    </>
  );
}

/** A sawn slab with its grain, leaning on a second one. */
export function Slab({ c }: BuildingProps) {
  return (
    <>
      <path d="m118 158 22-102 126 4-12 98z" fill={c.dark} />
      <path d="m70 160 20-96 132 2-8 94z" fill={c.mid} />
      <path d="m70 160 20-96-9-3-22 97z" fill={c.light} />
      <path d="m90 64-9-3 134 1 7 4z" fill={c.light} />
      <path d="M86 96c22-8 38 12 62 4s38-16 68-8M82 122c30-10 40 10 66 6s40-14 66-4M78 144c24-6 50 6 84 0" fill="none" stroke={c.light} strokeWidth="2.5" strokeLinecap="round" />
      <path d="M104 80h3M132 84h4M168 78h3M190 110h4M120 112h3M98 138h4M152 116h3M182 146h4M134 152h3M204 80h3" stroke={c.ink} strokeWidth="3" strokeLinecap="round" opacity=".5" />
    </>
  );
}
