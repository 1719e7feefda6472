import type { Palette } from '#app/catalogue/art/palettes';

interface MetalProps {
  c: Palette;
  /** A few signs pressed into the face, such as the fineness. */
  stamp?: string;
}

/** A bar as it leaves a small furnace: soft edges, a shrunk top, drops at the foot. */
export function DoreBar({ c, stamp }: MetalProps) {
  return (
    <>
      <path d="M74 152c-2-1-3-3-2-6l21-55c1-4 4-6 8-6l118-1c4 0 7 2 8 6l21 56c1 4 0 6-4 6z" fill={c.mid} />
      <path
        d="M93 91c1-4 4-6 8-6l15-15c2-2 4-3 7-3h76c3 0 5 1 7 3l13 14c4 0 7 2 8 6-20 5-41 1-64 3-25 2-48-5-70-2z"
        fill={c.light}
      />
      <path d="M74 152c-2-1-3-3-2-6l21-55c6-1 11-1 17 0L92 152z" fill={c.dark} />
      <path d="M122 79c14-4 31 2 47-1 10-2 20-1 29 1-12 6-28 2-42 4-13 2-24 0-34-4z" fill={c.mid} />
      <path
        d="M96 140c24-6 46 3 69-1s50-5 83 1"
        fill="none"
        stroke={c.dark}
        strokeWidth="2"
        strokeLinecap="round"
        opacity=".55"
      />
      <path d="M108 101h26M229 104l11 30" stroke={c.light} strokeWidth="3" strokeLinecap="round" />
      <ellipse cx="262" cy="151" rx="7" ry="4" fill={c.dark} />
      <ellipse cx="55" cy="153" rx="5" ry="3" fill={c.mid} />
      {stamp ? (
        <text
          x="170"
          y="126"
          textAnchor="middle"
          fontFamily="Georgia,serif"
          fontSize={stamp.length > 6 ? 17 : 24}
          letterSpacing="2"
          fill={c.ink}
        >
          {stamp}
        </text>
      ) : null}
    </>
  );
}

/** Two pressed bars with straight edges, one leaning on the other. */
export function RefinedBars({ c, stamp }: MetalProps) {
  return (
    <>
      <path d="m196 152-12-74 58-11 14 85z" fill={c.dark} />
      <path d="m190 83 46-9 10 62-46 9z" fill={c.mid} />
      <path d="m199 97 30-6M201 109l30-6M203 121l22-4" stroke={c.dark} strokeWidth="3" strokeLinecap="round" />
      <path d="M66 152V96l16-14h98l12 14v56z" fill={c.mid} />
      <path d="M66 96l16-14h98l12 14z" fill={c.light} />
      <path d="M180 82l12 14v56l-12-4z" fill={c.dark} />
      <path d="M82 108h82v32H82z" fill="none" stroke={c.dark} strokeWidth="2" />
      <circle cx="98" cy="124" r="8" fill="none" stroke={c.dark} strokeWidth="2" />
      <path d="m98 118 5 6-5 6-5-6z" fill={c.dark} />
      {stamp ? (
        <text
          x="136"
          y="129"
          textAnchor="middle"
          fontFamily="Georgia,serif"
          fontSize={stamp.length > 6 ? 11 : 16}
          letterSpacing="1"
          fill={c.ink}
        >
          {stamp}
        </text>
      ) : (
        <path d="M116 119h38M116 129h26" stroke={c.dark} strokeWidth="3" strokeLinecap="round" />
      )}
    </>
  );
}

/** A ring with a set stone, and a pair of drops. */
export function Jewellery({ c }: MetalProps) {
  return (
    <>
      <ellipse cx="138" cy="118" rx="42" ry="40" fill="none" stroke={c.dark} strokeWidth="13" />
      <ellipse cx="138" cy="116" rx="42" ry="40" fill="none" stroke={c.mid} strokeWidth="9" />
      <path d="M104 100c6-13 18-22 32-23" fill="none" stroke={c.light} strokeWidth="4" strokeLinecap="round" />
      <path d="M122 78l6-8h20l6 8-16 14z" fill={c.mid} />
      <path d="M116 60l9-13h26l9 13-22 22z" fill="#8c3b22" />
      <path d="M125 47h26l-5 13h-16z" fill="#d99a80" />
      <path d="M130 60h16l-8 22z" fill="#b25a3c" />
      {[214, 252].map((x) => (
        <g key={x}>
          <path d={`M${x} 82v-8a7 7 0 1 1 7 7`} fill="none" stroke={c.dark} strokeWidth="3.5" strokeLinecap="round" />
          <path d={`M${x} 84l12 34c3 11-3 22-12 22s-15-11-12-22z`} fill={c.mid} />
          <path d={`M${x} 92v44c-8-1-11-9-9-17z`} fill={c.light} />
          <circle cx={x} cy="122" r="4.5" fill="#8c3b22" />
        </g>
      ))}
    </>
  );
}
