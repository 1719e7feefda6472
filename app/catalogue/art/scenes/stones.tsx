import type { Palette } from '#app/catalogue/art/palettes';

interface StoneProps {
  c: Palette;
}

/** A step-cut stone with its long faces. */
function StepCut({ c, at, scale }: StoneProps & { at: string; scale: number }) {
  return (
    <g transform={`translate(${at}) scale(${scale})`}>
      <path d="M-28-40h56l16 16v48L28 40h-56l-16-16v-48z" fill={c.mid} />
      <path d="M-28-40h56l16 16H-44z" fill={c.light} />
      <path d="M-44 24h88L28 40h-56z" fill={c.dark} />
      <path d="M-44-24l16-16v12l-6 6v44l6 6v12l-16-16z" fill={c.dark} opacity=".6" />
      <path d="M-20-26h40l10 10v32L20 26h-40l-10-10v-32z" fill={c.light} />
      <path d="M-14-18h28l6 7v22l-6 7h-28l-6-7v-22z" fill={c.mid} />
      <path d="M-14-18h28L-20 11v-22z" fill={c.light} opacity=".7" />
    </g>
  );
}

/** A round brilliant from above. */
function Brilliant({ c, at, scale }: StoneProps & { at: string; scale: number }) {
  return (
    <g transform={`translate(${at}) scale(${scale})`}>
      <circle r="40" fill={c.mid} />
      <path d="M0-40 15-20-15-20zM28-28 20 0 15-20zM-28-28-15-20-20 0z" fill={c.light} />
      <path d="M0 40 15 20-15 20zM28 28 20 0 15 20zM-28 28-15 20-20 0z" fill={c.dark} />
      <path d="M-15-20h30L20 0 15 20h-30L-20 0z" fill={c.light} />
      <path d="M15-20 20 0 15 20h-30z" fill={c.mid} />
      <path d="M-15-20H6l-26 20z" fill="#fff" opacity=".55" />
    </g>
  );
}

export function CutStones({ c }: StoneProps) {
  return (
    <>
      <StepCut c={c} at="136 104" scale={1.15} />
      <Brilliant c={c} at="222 122" scale={0.82} />
      <Brilliant c={c} at="72 140" scale={0.42} />
      <path d="M196 58v14M189 65h14M252 78v10M247 83h10" stroke="#fff" strokeWidth="3" strokeLinecap="round" />
    </>
  );
}

/** Stones as dug, some with the rock still on them. */
export function RoughStones({ c }: StoneProps) {
  return (
    <>
      <path d="m104 158-10-32 20-44 38-16 30 22 10 42-16 28z" fill={c.mid} />
      <path d="m114 82 38-16 6 34-30 14z" fill={c.light} />
      <path d="m94 126 20-44 14 32-12 44h-12z" fill={c.dark} />
      <path d="m158 100 24-12 10 42-16 28-24-14z" fill={c.dark} opacity=".55" />
      <path d="m190 158-2-26 22-26 32 2 14 28-8 22z" fill={c.mid} />
      <path d="m210 106 32 2-12 22-24 2z" fill={c.light} />
      <path d="m188 132 22-26-4 26 6 26h-22z" fill={c.dark} />
      <path d="m56 158 2-18 16-12 18 6 4 24z" fill={c.mid} />
      <path d="m58 140 16-12 2 16-8 14H56z" fill={c.light} />
      <path d="M104 158l12 0 12-10 20 4 12 6zM236 158l4-10 12-2 2 6-4 6z" fill="#a8977d" />
      <path d="M134 78l14-6M216 112l14 1" stroke="#fff" strokeWidth="3" strokeLinecap="round" opacity=".8" />
    </>
  );
}
