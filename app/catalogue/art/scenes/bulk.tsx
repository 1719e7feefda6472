import type { Palette } from '#app/catalogue/art/palettes';

interface BulkProps {
  c: Palette;
}

/** A steel drum with its lid off, full of sand-heavy concentrate. A tipped scoop before it. */
export function ConcentrateDrum({ c }: BulkProps) {
  return (
    <>
      <path d="M104 84h104v64c0 9-23 16-52 16s-52-7-52-16z" fill="#7d8a86" />
      <path d="M104 84h18v77c-11-3-18-8-18-13z" fill="#66726f" />
      <path d="M190 84h18v64c0 5-7 10-18 13z" fill="#97a39f" />
      <path
        d="M104 106c8 6 28 10 52 10s44-4 52-10M104 130c8 6 28 10 52 10s44-4 52-10"
        fill="none"
        stroke="#596462"
        strokeWidth="4"
      />
      <ellipse cx="156" cy="84" rx="52" ry="15" fill="#596462" />
      <path d="M109 84c8-6 14-22 30-29 9-4 18-3 25 1 17 8 27 22 39 28-2 6-22 11-47 11s-45-5-47-11z" fill={c.mid} />
      <path d="M139 55c9-4 18-3 25 1 6 3 11 6 15 10-10-3-16 2-25-1-8-2-16 1-24 5 3-6 5-12 9-15z" fill={c.light} />
      <path d="M109 84c8-6 14-22 30-29-4 13-14 22-16 37-8-2-13-5-14-8z" fill={c.dark} />
      <path
        d="M148 76h3M163 72h3M176 82h3M156 86h3M138 84h3M188 86h2"
        stroke={c.light}
        strokeWidth="3"
        strokeLinecap="round"
      />
      <path d="M214 164c2-10 10-15 22-15 14 0 23 5 27 15z" fill={c.mid} />
      <path d="M214 164c2-10 10-15 22-15-4 5-5 10-5 15z" fill={c.dark} />
      <path d="m246 146 34-17 4 6-32 19z" fill="#a98a5d" />
      <path d="M224 152c4-9 16-13 26-8l4 9c-9 6-20 6-30-1z" fill="#97a39f" />
    </>
  );
}

/** A heap with a few lumps: ore, powder and whatever has no scene of its own. */
export function Heap({ c }: BulkProps) {
  return (
    <>
      <path d="M62 160c20-8 36-50 66-72 10-8 22-10 34-5 32 13 58 60 96 77z" fill={c.mid} />
      <path d="M62 160c20-8 36-50 66-72 4-3 9-5 14-6-16 23-23 50-26 78z" fill={c.dark} />
      <path d="M142 82c7-2 13-1 20 1 14 6 27 18 39 32-12-2-18-12-30-14-10-2-20 2-34-4z" fill={c.light} />
      <path d="m222 160 8-16 17-3 11 12-4 7zM84 160l3-9 12-4 9 6 1 7z" fill={c.dark} />
      <path d="m230 144 17-3 5 9-14 2z" fill={c.light} />
      <path
        d="M150 118h3M172 130h3M138 138h3M194 146h3M160 148h3M182 112h2"
        stroke={c.light}
        strokeWidth="3"
        strokeLinecap="round"
      />
    </>
  );
}

/** Two sacks, one open and full, one tied. */
export function Sacks({ c }: BulkProps) {
  const jute = { light: '#ddc59b', mid: '#c5a876', dark: '#9f8253' };
  return (
    <>
      <path d="M176 162c-8-22-4-48 10-62 6-5 8-9 6-16h32c-2 7 0 11 6 16 15 14 18 40 10 62z" fill={jute.mid} />
      <path d="M176 162c-8-22-4-48 10-62 6-5 8-9 6-16h9c-4 28-14 46-9 78z" fill={jute.dark} />
      <path d="m186 72 8 14h28l9-15-13 4-8-8-9 8z" fill={jute.light} />
      <path d="M190 86h37" stroke="#8c3b22" strokeWidth="5" strokeLinecap="round" />
      <path d="M80 162c-9-20-8-44 0-62h88c10 18 11 42 2 62z" fill={jute.mid} />
      <path d="M80 162c-9-20-8-44 0-62h13c-5 20-5 42 2 62z" fill={jute.dark} />
      <path
        d="M112 122c12 4 26 4 38 0M108 138c15 5 31 5 45 0"
        fill="none"
        stroke={jute.dark}
        strokeWidth="2.5"
        strokeLinecap="round"
      />
      <path d="M80 100c10-9 16-28 34-33 9-3 18-1 24 4 12 8 19 20 30 29-10 6-26 9-44 9s-34-3-44-9z" fill={c.mid} />
      <path d="M114 67c9-3 18-1 24 4 5 3 9 8 13 12-9-1-14 3-22 1-9-3-16 2-26 5 3-10 6-19 11-22z" fill={c.light} />
      <path d="M80 100c10-9 16-28 34-33-6 11-12 22-13 39-9-1-16-3-21-6z" fill={c.dark} />
      <path d="M76 98c6 9 26 14 48 14s42-5 48-14l3 8c-8 10-28 15-51 15s-43-5-51-15z" fill={jute.light} />
    </>
  );
}
