import type { Palette } from '#app/catalogue/art/palettes';

interface BuildingProps {
  c: Palette;
}

/** Rows of bricks laid in bond. Every third one has come out darker. */
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
              <path
                d={`M${x + 9} ${row.y + 8}h9M${x + 26} ${row.y + 14}h7`}
                stroke={c.ink}
                strokeWidth="2"
                strokeLinecap="round"
                opacity=".35"
              />
            </g>
          );
        }),
      )}
    </>
  );
}

/** A piece of roof: round-ended tiles in four courses, the upper over the lower, and a ridge. */
export function Tiles({ c }: BuildingProps) {
  return (
    <>
      {[3, 2, 1, 0].map((course) =>
        Array.from({ length: course % 2 === 0 ? 5 : 4 }, (_, index) => {
          const x = 70 + index * 36 + (course % 2) * 18;
          const y = 50 + course * 24;
          const fill = (index * 3 + course) % 4 === 0 ? c.dark : (index + course) % 3 === 1 ? c.light : c.mid;
          return (
            <path
              key={`${course}-${index}`}
              d={`M${x} ${y}h36v24c0 9-7 15-18 15s-18-6-18-15z`}
              fill={fill}
              stroke={c.ink}
              strokeOpacity={0.35}
            />
          );
        }),
      )}
      <path d="M62 44c14-4 28 4 42 0s28 4 42 0 28 4 42 0 28 4 42 0 20 2 28 0v12H62z" fill={c.dark} />
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
      <path
        d="M86 100c24-10 40 12 64 3s38-18 67-9M80 132c32-12 46 10 72 5s38-14 60-6"
        fill="none"
        stroke={c.light}
        strokeWidth="2.5"
        strokeLinecap="round"
      />
      <path
        d="M104 80h3M132 84h4M168 78h3M190 110h4M120 112h3M98 138h4M152 116h3M182 146h4M134 152h3M204 80h3"
        stroke={c.ink}
        strokeWidth="3"
        strokeLinecap="round"
        opacity=".5"
      />
    </>
  );
}
